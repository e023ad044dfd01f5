import {
  addDays,
  atHour,
  endOfDay,
  epochMilliseconds,
  type Instant,
  localDateOf,
  type PlainDate,
  startOfDay,
} from '../shared/plain-date.ts';
import { covers, type WorkingCalendar } from './calendar.ts';
import { type ClockEvent, type ClockHistory, readHistory } from './clock-events.ts';
import { countDays, type DayCount } from './count-days.ts';
import { countHours } from './count-hours.ts';
import type { DeadlineRule, Duration } from './rule.ts';
import type { TraceLine } from './trace.ts';

export interface DeadlineQuestion {
  readonly rule: DeadlineRule;
  readonly calendar: WorkingCalendar;
  /** IANA name of the regulator's zone. */
  readonly timeZone: string;
  /** In any order. */
  readonly events: readonly ClockEvent[];
  /** Replaces the rule's amount, in its unit: the days that a decision gives for its remedy. */
  readonly amount?: number;
}

export interface Deadline {
  readonly ruleId: string;
  readonly calendarVersion: string;
  /** The last moment in time; what comes later is late. */
  readonly dueAt: Instant;
  readonly dueOn: PlainDate;
  readonly state: 'running' | 'paused' | 'stopped';
  /** When a clock that stands still runs again by itself because the rule's cap is used up; null for any other. */
  readonly resumesAt: Instant | null;
  /** What the date was counted from, besides rule and calendar. */
  readonly history: ClockHistory;
  /** Units of the rule (days for months) counted until the deadline, or until the clock stopped. */
  readonly countedUnits: number;
  /** False when the deadline lies in a year whose holidays the calendar doesn't have. */
  readonly calendarCovers: boolean;
  readonly trace: readonly TraceLine[];
}

/**
 * When a clock runs out: a pure function of the rule's version, the calendar's version and the events.
 *
 * - The day of the start doesn't count; from the rule's cut-off hour on, the next day doesn't either.
 * - The deadline is the end of its day (23:59:59.999 in the zone); a rule in hours ends at the exact instant.
 * - A day that a pause touches, wholly or in part, doesn't count, up to `pauseCapDays` days that would have
 *   counted. A clock that still stands is taken to stand on until that cap, so `dueAt` is the latest date possible;
 *   recording that it runs again at `resumesAt`, or later, doesn't change it.
 * - An extension is granted once, is never longer than the rule's, and counts from the clock's origin.
 * - Where the rule says so, a deadline of calendar days or months on a day off moves to the next working day;
 *   pauses don't matter on the way there.
 *
 * @throws RangeError without a start, or when hours are mixed with other units.
 */
export function deadline({ rule, calendar, timeZone, events, amount }: DeadlineQuestion): Deadline {
  const history = readHistory(events, timeZone);
  const base: Duration = { amount: amount ?? rule.amount, unit: rule.unit };
  const extension = extensionOf(rule, history);
  const { dueAt, resumesAt, trace } =
    rule.unit === 'hours'
      ? countHours({
          hours: base.amount,
          extensionHours: extension?.amount ?? 0,
          pauseCapHours: rule.pauseCapDays * 24,
          history,
          calendar,
          timeZone,
        })
      : inInstants(countDays({ rule, calendar, timeZone, history, base, extension }), {
          rule,
          timeZone,
          history,
        });
  const dueOn = localDateOf(dueAt, timeZone);
  return {
    ruleId: rule.id,
    calendarVersion: calendar.version,
    dueAt,
    dueOn,
    state: stateOf(history),
    resumesAt,
    history,
    countedUnits: countedUnits(trace, history, timeZone),
    calendarCovers: covers(calendar, dueOn),
    trace,
  };
}

/** Whether a deadline has passed at `now`; the deadline's own millisecond is still in time. */
export function isBreached(dueAt: Instant, now: Instant): boolean {
  return epochMilliseconds(now) > epochMilliseconds(dueAt);
}

/** The hour of the day, in the regulator's zone, at which reminders leave. */
const REMINDER_HOUR = 8;

/** When to remind of a deadline: at 8:00 local on the rule's number of calendar days before; null for never. */
export function reminderAt(
  rule: DeadlineRule,
  due: Pick<Deadline, 'dueOn'>,
  timeZone: string,
): Instant | null {
  if (rule.remindBefore === 0) return null;
  return atHour(addDays(due.dueOn, -rule.remindBefore), REMINDER_HOUR, timeZone);
}

function extensionOf(rule: DeadlineRule, history: ClockHistory): Duration | null {
  if (history.extension === null || !rule.extension) return null;
  if ((rule.extension.unit === 'hours') !== (rule.unit === 'hours')) {
    throw new RangeError(`Rule ${rule.id} mixes hours with other units`);
  }
  const asked = history.extension === 'full' ? rule.extension.amount : Math.max(0, history.extension);
  return { amount: Math.min(asked, rule.extension.amount), unit: rule.extension.unit };
}

/** A count of days with its end, and the end of a pause, as instants in the zone. */
function inInstants(
  { dueOn, capReachedOn, trace }: DayCount,
  { rule, timeZone, history }: Pick<DeadlineQuestion, 'rule' | 'timeZone'> & { history: ClockHistory },
) {
  const dueAt = endOfDay(dueOn, timeZone);
  const from = history.paused ? history.pauses.at(-1)?.from : undefined;
  if (from === undefined) return { dueAt, resumesAt: null, trace };
  if (rule.pauseCapDays === 0) return { dueAt, resumesAt: from, trace };
  const reached = capReachedOn === null ? null : startOfDay(addDays(capReachedOn, 1), timeZone);
  return { dueAt, resumesAt: reached !== null && reached < from ? from : reached, trace };
}

function stateOf(history: ClockHistory): Deadline['state'] {
  if (history.stoppedAt !== null) return 'stopped';
  return history.paused ? 'paused' : 'running';
}

function countedUnits(trace: readonly TraceLine[], { stoppedAt }: ClockHistory, timeZone: string): number {
  const until = stoppedAt === null ? null : localDateOf(stoppedAt, timeZone);
  const counted = trace.filter(line => line.counts && (until === null || line.date <= until));
  return counted.at(-1)?.number ?? 0;
}
