import type { FigureSet } from '#app/domain/statistics/figure-set.ts';
import { medianOf } from '#app/domain/statistics/forecast.ts';
import { shareOf } from '#app/domain/statistics/rates.ts';
import type { Figures } from './figures.ts';

/** What operators are compared by; shares are of 1, days are calendar days, rates are per 10,000 subscribers. */
export const COMPARED = ['inTime', 'inTimeOfServed', 'medianDays', 'disputedShare', 'rate'] as const;
export type Compared = (typeof COMPARED)[number];
export type Comparison = Readonly<Record<Compared, number | null>>;

/** Fewer answers than this say nothing of an operator, and fewer operators than this would be told by their median. */
export const LEAST_ANSWERS = 5;
export const LEAST_OPERATORS = 3;

/** The compared figures of one operator. */
export function comparedFigures(set: FigureSet): Comparison {
  const { disputed, answered } = set.measures;
  return {
    inTime: set.inTimeOfAnswered,
    inTimeOfServed: set.inTimeOfServed,
    medianDays: set.medianDays,
    disputedShare: shareOf(disputed, answered),
    rate: set.rate?.rate ?? null,
  };
}

/**
 * The medians of all operators that answered at least {@link LEAST_ANSWERS} cases; null while they are fewer than
 * {@link LEAST_OPERATORS}. A figure that fewer of them have is null.
 */
export function mediansOf({
  operators,
}: Pick<Figures, 'operators'>): { operators: number; medians: Comparison } | null {
  const compared = operators
    .filter(({ measures }) => measures.answered >= LEAST_ANSWERS)
    .map(comparedFigures);
  if (compared.length < LEAST_OPERATORS) return null;
  const median = (key: Compared) => {
    const values = compared.flatMap(figures => figures[key] ?? []);
    return values.length < LEAST_OPERATORS ? null : medianOf(values);
  };
  const medians = Object.fromEntries(COMPARED.map(key => [key, median(key)])) as Record<
    Compared,
    number | null
  >;
  return { operators: compared.length, medians };
}
