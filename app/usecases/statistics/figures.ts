import { daysBetween, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { MEASURES, type Measures, withDerived } from '#app/domain/statistics/contribution.ts';
import {
  type FigureSet,
  limitsOfDeadlinesMet,
  type Slice,
  shareOfAnswersInTime,
  shareOfDeadlinesMet,
} from '#app/domain/statistics/figure-set.ts';
import { BUCKET_COUNT, quantileDays } from '#app/domain/statistics/histogram.ts';
import { stepsOf } from '#app/domain/statistics/period.ts';
import { ratePerSubscribers } from '#app/domain/statistics/rates.ts';
import type { FiguresFilter } from './figures-filter.schema.ts';

export interface OperatorFigures extends FigureSet {
  readonly id: string;
  readonly name: string;
  readonly subscribers: number;
}

export interface Figures {
  readonly filter: FiguresFilter;
  readonly grain: 'day' | 'month';
  readonly total: FigureSet;
  readonly operators: readonly OperatorFigures[];
  readonly categories: readonly Slice[];
  readonly regions: readonly Slice[];
  /** Every day or month of the period in order, those without a case too. `key` is the day or the month's first. */
  readonly periods: readonly Slice[];
}

/** Whether there is nothing to show: no case, and no deadline missed on a case that is another operator's now. */
export function isEmpty({ total: { measures } }: Pick<Figures, 'total'>): boolean {
  return measures.filed === 0 && measures.breached === 0;
}

interface OperatorSums {
  readonly id: string;
  readonly name: string;
  readonly subscribers: number;
  readonly measures: readonly number[];
  readonly histogram: readonly number[];
}

interface SliceSums extends Slice {
  readonly dimension: 'category' | 'region' | 'period';
}

/** Up to so many days a period is drawn day by day. */
const DAYS_DRAWN_SINGLY = 62;

/** How finely a period is drawn. */
export function grainOf({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): 'day' | 'month' {
  return daysBetween(from, to) < DAYS_DRAWN_SINGLY ? 'day' : 'month';
}

function addUp(lists: readonly (readonly number[])[], length: number): number[] {
  return Array.from({ length }, (_, index) => lists.reduce((sum, list) => sum + (list[index] ?? 0), 0));
}

function figureSet(
  sums: Pick<OperatorSums, 'measures' | 'histogram' | 'subscribers'>,
  withRate: boolean,
): FigureSet {
  const measures = withDerived(
    Object.fromEntries(MEASURES.map((measure, index) => [measure, sums.measures[index] ?? 0])) as Measures,
  );
  return {
    measures,
    medianDays: quantileDays(sums.histogram, 0.5),
    ninetiethDays: quantileDays(sums.histogram, 0.9),
    deadlinesMet: shareOfDeadlinesMet(measures),
    deadlinesMetLimits: limitsOfDeadlinesMet(measures),
    answersInTime: shareOfAnswersInTime(measures),
    rate: withRate ? ratePerSubscribers(measures.filed, sums.subscribers) : null,
  };
}

/** A slice may hold deadlines missed on cases that the chosen operator has no more. */
function isCounted({ filed, breached }: Slice): boolean {
  return filed > 0 || breached > 0;
}

function completed(slices: readonly SliceSums[], filter: FiguresFilter): readonly Slice[] {
  const known = new Map(slices.map(slice => [slice.key, slice]));
  const nothing = { filed: 0, answered: 0, answered_in_time: 0, answered_late: 0, breached: 0, disputed: 0 };
  return stepsOf(filter, grainOf(filter)).map(key => known.get(key) ?? { key, ...nothing });
}

/**
 * Puts the sums of the statistics rows together. Subscribers are known by operator for the whole country and for
 * all services, so a choice of region has no rate; the total's rate leaves out operators without known subscribers.
 */
export function figuresFrom(
  operators: readonly OperatorSums[],
  slices: readonly SliceSums[],
  filter: FiguresFilter,
): Figures {
  const withRate = filter.region === undefined;
  const histograms = operators.map(operator => operator.histogram);
  const rated = operators.filter(operator => operator.subscribers > 0);
  const filedAt = MEASURES.indexOf('filed');
  const total = figureSet(
    {
      measures: addUp(
        operators.map(operator => operator.measures),
        MEASURES.length,
      ),
      histogram: addUp(histograms, BUCKET_COUNT),
      subscribers: 0,
    },
    false,
  );
  const ratedCases = rated.reduce((sum, operator) => sum + (operator.measures[filedAt] ?? 0), 0);
  const subscribers = rated.reduce((sum, operator) => sum + operator.subscribers, 0);
  const of = (dimension: SliceSums['dimension']) => slices.filter(slice => slice.dimension === dimension);
  return {
    filter,
    grain: grainOf(filter),
    total: { ...total, rate: withRate ? ratePerSubscribers(ratedCases, subscribers) : null },
    operators: operators.map(({ id, name, subscribers: lines, ...sums }) => ({
      id,
      name,
      subscribers: lines,
      ...figureSet({ ...sums, subscribers: lines }, withRate),
    })),
    categories: of('category').filter(isCounted),
    regions: of('region').filter(isCounted),
    periods: completed(of('period'), filter),
  };
}
