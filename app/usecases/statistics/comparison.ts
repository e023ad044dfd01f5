import type { FigureSet } from '#app/domain/statistics/figure-set.ts';
import { medianOf } from '#app/domain/statistics/forecast.ts';
import { shareOf } from '#app/domain/statistics/rates.ts';
import type { Figures } from './figures.ts';

/** What operators are compared by; shares are of 1, days are calendar days, rates are per 10,000 subscribers. */
export const COMPARED = ['deadlinesMet', 'inTime', 'medianDays', 'disputedShare', 'rate'] as const;
export type Compared = (typeof COMPARED)[number];
export type Comparison = Readonly<Record<Compared, number | null>>;

/**
 * Fewer answers, or ended deadlines, than this say nothing of an operator, and fewer operators than this would be told
 * by their median.
 */
export const LEAST_ANSWERS = 5;
export const LEAST_OPERATORS = 3;

/** The compared figures of one operator. */
export function comparedFigures(set: FigureSet): Comparison {
  const { disputed, answered } = set.measures;
  return {
    deadlinesMet: set.deadlinesMet,
    inTime: set.answersInTime,
    medianDays: set.medianDays,
    disputedShare: shareOf(disputed, answered),
    rate: set.rate?.rate ?? null,
  };
}

/** What each figure is the share or the middle of: of few, it isn't compared. */
const BASES = {
  deadlinesMet: ({ measures }) => measures.deadline_ended,
  inTime: ({ measures }) => measures.answered_in_time + measures.answered_late,
  medianDays: ({ measures }) => measures.answered,
  disputedShare: ({ measures }) => measures.answered,
  rate: () => LEAST_ANSWERS,
} as const satisfies Record<Compared, (set: FigureSet) => number>;

/** Who answers nothing is compared as well, by its deadlines: else silence would make the median better. */
function isCompared({ measures }: FigureSet): boolean {
  return measures.answered >= LEAST_ANSWERS || measures.deadline_ended >= LEAST_ANSWERS;
}

/**
 * The medians of all operators with at least {@link LEAST_ANSWERS} answers or ended deadlines; null while they are fewer
 * than {@link LEAST_OPERATORS}. A figure that fewer of them have, or have of enough, is null.
 */
export function mediansOf({
  operators,
}: Pick<Figures, 'operators'>): { operators: number; medians: Comparison } | null {
  const compared = operators.filter(isCompared);
  if (compared.length < LEAST_OPERATORS) return null;
  const median = (key: Compared) => {
    const known = compared.filter(set => BASES[key](set) >= LEAST_ANSWERS);
    const values = known.flatMap(set => comparedFigures(set)[key] ?? []);
    return values.length < LEAST_OPERATORS ? null : medianOf(values);
  };
  const medians = Object.fromEntries(COMPARED.map(key => [key, median(key)])) as Record<
    Compared,
    number | null
  >;
  return { operators: compared.length, medians };
}
