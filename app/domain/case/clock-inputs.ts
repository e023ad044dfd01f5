import type { Pause } from '../deadline/clock-events.ts';
import type { Deadline } from '../deadline/deadline.ts';
import type { Instant } from '../shared/plain-date.ts';
import type { ClockRun } from './clock-runs.ts';

/**
 * What a clock's date was counted from besides its rule's and its calendar's version: with those two, anybody can count
 * it again. It names no person.
 */
export interface ClockInputs {
  /** ISO 3166-2 code of the region whose holidays count. */
  readonly region: string;
  readonly startedAt: Instant;
  readonly pauses: readonly Pause[];
  /** Units of the extension, `full` for all that the rule gives; null without one. */
  readonly extension: number | 'full' | null;
  /** Calendar days that a decision set instead of the rule's time. */
  readonly days: number | null;
}

/** The inputs of one run of a clock, as its deadline read them. */
export function inputsOf(run: ClockRun, { history }: Deadline, region: string): ClockInputs {
  const { startedAt, pauses, extension } = history;
  return { region, startedAt, pauses, extension, days: run.remedyDays };
}
