import { addDays, addMonths, type PlainDate } from '../shared/plain-date.ts';

/** A span of days, both ends included. */
export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface PeriodParts {
  /** First days of the first and the last month that lie in the period as a whole. */
  readonly months: Span | null;
  /** The days before and after those months. */
  readonly days: readonly Span[];
}

/** The first day of a day's month. */
export function monthOf(day: PlainDate): PlainDate {
  return `${day.slice(0, 7)}-01`;
}

/** The last day of a day's month. */
export function endOfMonth(day: PlainDate): PlainDate {
  return addDays(addMonths(monthOf(day), 1), -1);
}

/**
 * A period as whole months and the days left over at its ends, so that monthly sums can stand for most of it. As
 * nothing is filed ahead of `today`, the present month counts as whole once the period reaches today.
 */
export function splitPeriod({ from, to }: Span, today: PlainDate): PeriodParts {
  const first = from === monthOf(from) ? from : addMonths(monthOf(from), 1);
  const reachesEnd = to === endOfMonth(to) || to >= today;
  const last = reachesEnd ? monthOf(to) : addMonths(monthOf(to), -1);
  if (from > to) return { months: null, days: [] };
  if (first > last) return { months: null, days: [{ from, to }] };
  const before = { from, to: addDays(first, -1) };
  const after = { from: addMonths(last, 1), to };
  return {
    months: { from: first, to: last },
    days: [before, after].filter(span => span.from <= span.to),
  };
}

/** Every day, or every month by its first day, that a period touches. */
export function stepsOf({ from, to }: Span, grain: 'day' | 'month'): readonly PlainDate[] {
  const steps: PlainDate[] = [];
  let step = grain === 'day' ? from : monthOf(from);
  while (step <= to) {
    steps.push(step);
    step = grain === 'day' ? addDays(step, 1) : addMonths(step, 1);
  }
  return steps;
}
