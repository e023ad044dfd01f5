import type { FigureMeasures, Measures } from './contribution.ts';
import { type Interval, type Rate, shareLimits, shareOf } from './rates.ts';

/** Figures of an operator, or of all of them. Durations are calendar days from service to the first answer. */
export interface FigureSet {
  readonly measures: FigureMeasures;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  /** Deadlines met, of those that ended: an answer that is never given counts as well as one that comes late. */
  readonly deadlinesMet: number | null;
  readonly deadlinesMetLimits: Interval | null;
  /** Answers given in time, of the answers given: says nothing of complaints without an answer. */
  readonly answersInTime: number | null;
  readonly rate: Rate | null;
}

/** The cases of a category, a region, or a step of a period. */
export interface Slice {
  readonly key: string;
  readonly filed: number;
  readonly answered: number;
  readonly answered_in_time: number;
  readonly answered_late: number;
  readonly breached: number;
  readonly disputed: number;
}

/** The share of the deadlines that ended by an answer in time; null while none has ended. */
export function shareOfDeadlinesMet({
  answered_in_time,
  breached,
}: Pick<Measures, 'answered_in_time' | 'breached'>): number | null {
  return shareOf(answered_in_time, answered_in_time + breached);
}

/** The 95 % limits of {@link shareOfDeadlinesMet}. */
export function limitsOfDeadlinesMet({
  answered_in_time,
  breached,
}: Pick<Measures, 'answered_in_time' | 'breached'>): Interval | null {
  return shareLimits(answered_in_time, answered_in_time + breached);
}

/** The share of answers in time among those that are known to be in time or late. */
export function shareOfAnswersInTime({
  answered_in_time,
  answered_late,
}: Pick<Measures, 'answered_in_time' | 'answered_late'>): number | null {
  return shareOf(answered_in_time, answered_in_time + answered_late);
}
