import type { Measures } from './contribution.ts';
import { type Rate, shareOf } from './rates.ts';

/** Figures of an operator, or of all of them. Durations are calendar days from service to the first answer. */
export interface FigureSet {
  readonly measures: Measures;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  /** Answered in time among the answered, and among the served; imported answers without a date are left out. */
  readonly inTimeOfAnswered: number | null;
  readonly inTimeOfServed: number | null;
  readonly rate: Rate | null;
}

/** The cases of a category, a region, or a step of a period. */
export interface Slice {
  readonly key: string;
  readonly filed: number;
  readonly answered: number;
  readonly answered_in_time: number;
  readonly answered_late: number;
  readonly disputed: number;
}

/** The share of answers in time among those that are known to be in time or late. */
export function shareInTime({
  answered_in_time,
  answered_late,
}: Pick<Measures, 'answered_in_time' | 'answered_late'>): number | null {
  return shareOf(answered_in_time, answered_in_time + answered_late);
}
