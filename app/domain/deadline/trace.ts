import type { LocalisedText } from '../shared/language.ts';
import type { PlainDate } from '../shared/plain-date.ts';
import type { PauseReason } from './clock-events.ts';

/**
 * Why a day counts or not: `cut-off` is the day to which the rule's hour of the day moved a late start, `rolled` days
 * follow a deadline that fell on a day off, up to the working day that takes it.
 */
export const TRACE_REASONS = [
  'start-day',
  'cut-off',
  'counted',
  'weekend',
  'holiday',
  'paused',
  'rolled',
  'extension',
] as const;

export type TraceReason = (typeof TRACE_REASONS)[number];

/** One local day between a clock's start and its deadline: the answer to "why this date?". */
export interface TraceLine {
  readonly date: PlainDate;
  readonly counts: boolean;
  /** `counted` and `extension` days count, the others don't. */
  readonly reason: TraceReason;
  /** How many units have been counted by the end of the day. */
  readonly number?: number;
  /** The holiday's name, also on a holiday that counts or takes a rolled deadline further. */
  readonly holiday?: LocalisedText;
  /** Why the clock stood still on a `paused` day, where the pause says so. */
  readonly pause?: PauseReason;
}
