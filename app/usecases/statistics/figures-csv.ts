import { type CsvCell, csvFile } from '#app/domain/shared/csv.ts';
import { decimalText } from '#app/domain/shared/money.ts';
import { MEASURES } from '#app/domain/statistics/contribution.ts';
import { type FigureSet, type Slice, shareInTime } from '#app/domain/statistics/figure-set.ts';
import type { Figures } from './figures.ts';

interface Naming {
  /** ISO 4217, of the money returned. */
  readonly currency: string;
  readonly regionName: (code: string) => string;
}

const COUNTS = MEASURES.filter(measure => measure !== 'money_returned_minor');
/** Days are calendar days from service to the first answer; rates are per 10,000 subscribers with 95 % limits. */
const COMPUTED = [
  'share_in_time_of_answered',
  'share_in_time_of_served',
  'median_days',
  'p90_days',
  'rate_per_10000',
  'rate_low',
  'rate_high',
  'money_returned',
  'currency',
] as const;
const HEADING = ['from', 'to', 'breakdown', 'key', 'label', ...COUNTS, ...COMPUTED];
const SIGNIFICANT_DECIMALS = 6;

function rounded(value: number | null | undefined): CsvCell {
  return value === null || value === undefined ? null : Number(value.toFixed(SIGNIFICANT_DECIMALS));
}

function setCells(set: FigureSet, { currency }: Naming): readonly CsvCell[] {
  return [
    ...COUNTS.map(measure => set.measures[measure]),
    rounded(set.inTimeOfAnswered),
    rounded(set.inTimeOfServed),
    set.medianDays,
    set.ninetiethDays,
    rounded(set.rate?.rate),
    rounded(set.rate?.low),
    rounded(set.rate?.high),
    decimalText({ amountMinor: set.measures.money_returned_minor, currency }),
    currency,
  ];
}

/** Categories, regions and periods show five counters; the others are left empty, not zero. */
function sliceCells(slice: Slice): readonly CsvCell[] {
  const known: Partial<Record<string, number>> = {
    filed: slice.filed,
    answered: slice.answered,
    answered_in_time: slice.answered_in_time,
    answered_late: slice.answered_late,
    disputed: slice.disputed,
  };
  return [
    ...COUNTS.map(measure => known[measure]),
    rounded(shareInTime(slice)),
    ...COMPUTED.slice(1).map(() => null),
  ];
}

/** What the figures' page shows, as one table: a line for the whole, each operator, category, region and period. */
export function figuresCsv(figures: Figures, naming: Naming): string {
  const { from, to } = figures.filter;
  const line = (breakdown: string, key: string, label: string, cells: readonly CsvCell[]) => [
    from,
    to,
    breakdown,
    key,
    label,
    ...cells,
  ];
  return csvFile(HEADING, [
    line('total', '', '', setCells(figures.total, naming)),
    ...figures.operators.map(set => line('operator', set.id, set.name, setCells(set, naming))),
    ...figures.categories.map(slice => line('category', slice.key, '', sliceCells(slice))),
    ...figures.regions.map(slice =>
      line('region', slice.key, naming.regionName(slice.key), sliceCells(slice)),
    ),
    ...figures.periods.map(slice => line(figures.grain, slice.key, '', sliceCells(slice))),
  ]);
}
