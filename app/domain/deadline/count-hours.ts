import {
  addDays,
  endOfDay,
  epochMilliseconds,
  fromEpochMilliseconds,
  type Instant,
  localDateOf,
  startOfDay,
} from '../shared/plain-date.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { ClockHistory, PauseReason } from './clock-events.ts';
import type { TraceLine } from './trace.ts';

const HOUR_MS = 3_600_000;

interface HourCourse {
  readonly hours: number;
  readonly extensionHours: number;
  /** Hours of pause that can be taken out in all. */
  readonly pauseCapHours: number;
  readonly history: ClockHistory;
  readonly calendar: WorkingCalendar;
  readonly timeZone: string;
}

type Span = readonly [from: number, to: number];

/** As much of a pause as the cap lets count, in milliseconds since the epoch. */
interface HonouredPause {
  readonly span: Span;
  readonly reason?: PauseReason;
}

/** The exact instant at which so many unpaused hours have passed since the start, whatever clocks on walls show. */
export function countHours(course: HourCourse): {
  readonly dueAt: Instant;
  /** When the cap ends a pause that has no other end; null without such a pause before the deadline. */
  readonly resumesAt: Instant | null;
  readonly trace: readonly TraceLine[];
} {
  const start = epochMilliseconds(course.history.startedAt);
  const pauses = honouredPauses(course);
  let due = start + (course.hours + course.extensionHours) * HOUR_MS;
  for (const { span } of pauses) {
    if (span[0] < due) due += span[1] - span[0];
  }
  const last = course.history.paused ? pauses.at(-1)?.span : undefined;
  return {
    dueAt: fromEpochMilliseconds(due),
    resumesAt: last !== undefined && last[0] < due ? fromEpochMilliseconds(last[1]) : null,
    trace: traceHours(course, pauses, [start, due]),
  };
}

function honouredPauses({ history, pauseCapHours }: HourCourse): readonly HonouredPause[] {
  let left = pauseCapHours * HOUR_MS;
  return history.pauses.map(({ from, to, reason }): HonouredPause => {
    const begin = epochMilliseconds(from);
    const length = Math.min(left, to === null ? left : epochMilliseconds(to) - begin);
    left -= length;
    return { span: [begin, begin + length], ...(reason && { reason }) };
  });
}

function traceHours(
  course: HourCourse,
  pauses: readonly HonouredPause[],
  [start, due]: Span,
): readonly TraceLine[] {
  const { timeZone, calendar } = course;
  const elapsedBy = (moment: number) => {
    const until = Math.min(Math.max(moment, start), due);
    const paused = pauses.reduce(
      (sum, { span: [from, to] }) => sum + Math.max(0, Math.min(to, until) - Math.min(from, until)),
      0,
    );
    return (until - start - paused) / HOUR_MS;
  };
  const last = localDateOf(fromEpochMilliseconds(Math.max(start, due - 1)), timeZone);
  const trace: TraceLine[] = [];
  for (
    let date = localDateOf(fromEpochMilliseconds(start), timeZone);
    date <= last;
    date = addDays(date, 1)
  ) {
    const begins = epochMilliseconds(startOfDay(date, timeZone));
    const before = elapsedBy(begins);
    const after = elapsedBy(epochMilliseconds(endOfDay(date, timeZone)) + 1);
    const counts = after > before;
    const reason = counts ? (before < course.hours ? 'counted' : 'extension') : 'paused';
    const holiday = calendar.holidays.get(date);
    const pause = counts ? undefined : pauses.find(({ span: [, to] }) => to > begins)?.reason;
    trace.push({
      date,
      counts,
      reason,
      ...(counts && { number: Math.floor(after) }),
      ...(holiday && { holiday }),
      ...(pause && { pause }),
    });
  }
  return trace;
}
