import type { Instant } from '../shared/plain-date.ts';
import type { ClockHistory, Pause } from './clock-events.ts';
import type { DeadlineRule } from './rule.ts';

/**
 * What a clock's date was counted from besides its rule's and its calendar's version: with those two, anybody can count
 * it again. It names no person.
 */
export interface ClockInputs {
  /** ISO 3166-2 code of the region whose holidays count; null for the days off of the whole country alone. */
  readonly region: string | null;
  readonly startedAt: Instant;
  readonly pauses: readonly Pause[];
  /** Units of the extension, `full` for all that the rule gives; null without one. */
  readonly extension: number | 'full' | null;
  /** Calendar days that a decision set instead of the rule's time. */
  readonly days: number | null;
}

/** The inputs of a clock whose history was read from a case. */
export function inputsOf(
  { startedAt, pauses, extension }: ClockHistory,
  { region, days }: Pick<ClockInputs, 'region' | 'days'>,
): ClockInputs {
  return { region, startedAt, pauses, extension, days };
}

/** The rule with the days that a decision sets for its remedy, where it sets any. */
export function withDaysOfDecision(rule: DeadlineRule, days: number | null): DeadlineRule {
  return days === null ? rule : { ...rule, amount: days, unit: 'calendar-days' };
}
