import { type CsvCell, csvFile } from '#app/domain/shared/csv.ts';
import { decimalText } from '#app/domain/shared/money.ts';
import { COUNTERS, type CountedMeasure, termsOf } from '#app/domain/statistics/contribution.ts';
import {
  type FigureSet,
  limitsOfDeadlinesMet,
  type Slice,
  shareOfAnswersInTime,
  shareOfDeadlinesMet,
} from '#app/domain/statistics/figure-set.ts';
import { LAST_BOUND } from '#app/domain/statistics/histogram.ts';
import type { Figures } from './figures.ts';

interface Naming {
  /** ISO 4217, of the money returned. */
  readonly currency: string;
  readonly regionName: (code: string) => string;
}

/** What each column is: docs/figures.md. */
const COMPUTED = [
  'deadlines_met_share_of_ended',
  'deadlines_met_low',
  'deadlines_met_high',
  'answers_in_time_share_of_answers',
  'median_days',
  'p90_days',
  'rate_per_10000',
  'rate_low',
  'rate_high',
  'money_returned',
  'currency',
] as const;
/** What the whole file is narrowed to; empty where it holds all. */
const NARROWED = ['operator', 'category', 'region', 'track'] as const;
const HEADING = [
  ...['from', 'to', ...NARROWED.map(name => `only_${name}`), 'breakdown', 'key', 'label'],
  ...COUNTERS,
  ...COMPUTED,
];
const SIGNIFICANT_DECIMALS = 6;

function rounded(value: number | null | undefined): CsvCell {
  return value === null || value === undefined ? null : Number(value.toFixed(SIGNIFICANT_DECIMALS));
}

/** Counted in ranges of days, of which the last is open. */
function daysCell(days: number | null): CsvCell {
  return days !== null && days > LAST_BOUND ? `>${LAST_BOUND}` : days;
}

function setCells(set: FigureSet, { currency }: Naming): readonly CsvCell[] {
  return [
    ...COUNTERS.map(measure => set.measures[measure]),
    rounded(set.deadlinesMet),
    rounded(set.deadlinesMetLimits?.low),
    rounded(set.deadlinesMetLimits?.high),
    rounded(set.answersInTime),
    daysCell(set.medianDays),
    daysCell(set.ninetiethDays),
    rounded(set.rate?.rate),
    rounded(set.rate?.low),
    rounded(set.rate?.high),
    decimalText({ amountMinor: set.measures.money_returned_minor, currency }),
    currency,
  ];
}

/** A counter of a slice, where it has what the counter is the sum of. */
function countOf(slice: Slice, measure: CountedMeasure): CsvCell {
  const known: Partial<Record<string, number | string>> = { ...slice };
  const terms = termsOf(measure).map(([stored, sign]) => [known[stored], sign] as const);
  if (terms.some(([value]) => typeof value !== 'number')) return null;
  return terms.reduce((sum, [value, sign]) => sum + sign * Number(value), 0);
}

/** Categories, regions and periods have few counters; the others are left empty, not zero. */
function sliceCells(slice: Slice): readonly CsvCell[] {
  const limits = limitsOfDeadlinesMet(slice);
  const shares = [
    shareOfDeadlinesMet(slice),
    limits?.low ?? null,
    limits?.high ?? null,
    shareOfAnswersInTime(slice),
  ];
  return [
    ...COUNTERS.map(measure => countOf(slice, measure)),
    ...shares.map(rounded),
    ...COMPUTED.slice(shares.length).map(() => null),
  ];
}

/** What the figures' page shows, as one table: a line for the whole, each operator, category, region and period. */
export function figuresCsv(figures: Figures, naming: Naming): string {
  const { filter } = figures;
  const line = (breakdown: string, key: string, label: string, cells: readonly CsvCell[]) => [
    filter.from,
    filter.to,
    ...NARROWED.map(name => filter[name]),
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
