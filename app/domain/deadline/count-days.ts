import {
  addDays,
  addMonths,
  daysBetween,
  epochMilliseconds,
  fromEpochMilliseconds,
  localDateOf,
  localHourOf,
  type PlainDate,
} from '../shared/plain-date.ts';
import { isWorkingDay, type WorkingCalendar } from './calendar.ts';
import type { ClockHistory, Pause, PauseReason } from './clock-events.ts';
import type { DeadlineRule, Duration } from './rule.ts';
import type { TraceLine } from './trace.ts';

/** No rule runs this long; more means that its calendar has no working day. */
const LONGEST_WALK_DAYS = 10_000;

export interface DayCount {
  readonly dueOn: PlainDate;
  /** The paused day that used up the rule's cap; null while some of it is left. */
  readonly capReachedOn: PlainDate | null;
  readonly trace: readonly TraceLine[];
}

interface Course {
  readonly rule: DeadlineRule;
  readonly calendar: WorkingCalendar;
  readonly timeZone: string;
  readonly history: ClockHistory;
  /** The rule's own time, then (if granted) the extension. */
  readonly base: Duration;
  readonly extension: Duration | null;
}

/** Steps day by day from the start to the deadline of a rule in days or months, and keeps each step. */
export function countDays(course: Course): DayCount {
  const { history, timeZone, rule, calendar } = course;
  const trace: TraceLine[] = [
    { date: localDateOf(history.startedAt, timeZone), counts: false, reason: 'start-day' },
  ];
  const startDay = effectiveStartDay(course, trace);
  const steps = new Steps(course, trace, startDay);
  for (const leg of legsOf(course, startDay)) steps.walk(leg);
  if (rule.rollForward) rollForward(steps.date, calendar, trace);
  return { dueOn: trace.at(-1)?.date ?? startDay, capReachedOn: steps.capReachedOn, trace };
}

/** The day that doesn't count: the local day of the start, or the next one after the rule's cut-off hour. */
function effectiveStartDay({ rule, history, timeZone }: Course, trace: TraceLine[]): PlainDate {
  const day = localDateOf(history.startedAt, timeZone);
  if (rule.cutOffHour === undefined || localHourOf(history.startedAt, timeZone) < rule.cutOffHour) return day;
  const next = addDays(day, 1);
  trace.push({ date: next, counts: false, reason: 'cut-off' });
  return next;
}

interface Leg {
  readonly unit: Duration['unit'];
  /** Days to count, or months from the day on which the leg begins. */
  readonly amount: number;
  /** Days of the amount that are the rule's own; the rest is the extension. */
  readonly ownDays: number;
}

/**
 * The stretches to walk. An extension in the rule's own unit prolongs the count from the same origin (31 January
 * plus one and one month is 31 March, not 28); in another unit it follows the unextended deadline.
 */
function legsOf({ base, extension }: Course, startDay: PlainDate): readonly Leg[] {
  const ownDays = base.unit === 'months' ? monthsInDays(startDay, base.amount) : base.amount;
  if (!extension) return [{ ...base, ownDays }];
  if (extension.unit === base.unit) {
    return [{ unit: base.unit, amount: base.amount + extension.amount, ownDays }];
  }
  return [
    { ...base, ownDays },
    { ...extension, ownDays: 0 },
  ];
}

function monthsInDays(from: PlainDate, months: number): number {
  return daysBetween(from, addMonths(from, months));
}

/** The days that a pause touches; `last` is null while it has no end. */
interface PausedDays {
  readonly first: PlainDate;
  readonly last: PlainDate | null;
  readonly reason?: PauseReason;
}

/** The walk's state: where it is, what it has counted and how much pause is left. */
class Steps {
  date: PlainDate;
  capReachedOn: PlainDate | null = null;
  #counted = 0;
  #pauseDaysLeft: number;
  readonly #paused: readonly PausedDays[];
  readonly #course: Course;
  readonly #trace: TraceLine[];

  constructor(course: Course, trace: TraceLine[], startDay: PlainDate) {
    this.#course = course;
    this.#trace = trace;
    this.date = startDay;
    this.#pauseDaysLeft = course.rule.pauseCapDays;
    this.#paused = course.history.pauses.map(pause => daysOf(pause, course.timeZone));
  }

  walk(leg: Leg): void {
    const target = leg.unit === 'months' ? monthsInDays(this.date, leg.amount) : leg.amount;
    let inLeg = 0;
    while (inLeg < target) {
      this.date = addDays(this.date, 1);
      if (this.#trace.length > LONGEST_WALK_DAYS)
        throw new RangeError(`Rule ${this.#course.rule.id} never ends`);
      const line = this.#classify(leg, inLeg);
      if (line.counts) inLeg += 1;
      this.#trace.push(line);
    }
  }

  #classify(leg: Leg, inLeg: number): TraceLine {
    const { date } = this;
    const { calendar } = this.#course;
    const holiday = calendar.holidays.get(date);
    const named = holiday && { holiday };
    if (leg.unit === 'working-days' && !isWorkingDay(calendar, date)) {
      return { date, counts: false, reason: holiday ? 'holiday' : 'weekend', ...named };
    }
    const pause = this.#pauseDaysLeft > 0 ? this.#pauseOn(date) : undefined;
    if (pause !== undefined) {
      this.#pauseDaysLeft -= 1;
      if (this.#pauseDaysLeft === 0) this.capReachedOn = date;
      return {
        ...{ date, counts: false, reason: 'paused', ...named },
        ...(pause.reason && { pause: pause.reason }),
      };
    }
    this.#counted += 1;
    const reason = inLeg < leg.ownDays ? 'counted' : 'extension';
    return { date, counts: true, reason, number: this.#counted, ...named };
  }

  #pauseOn(date: PlainDate): PausedDays | undefined {
    return this.#paused.find(({ first, last }) => first <= date && (last === null || date <= last));
  }
}

/** The local days that a pause touches; one that ends at midnight doesn't touch the day which begins then. */
function daysOf({ from, to, reason }: Pause, timeZone: string): PausedDays {
  const lastMoment = to === null ? null : fromEpochMilliseconds(epochMilliseconds(to) - 1);
  return {
    first: localDateOf(from, timeZone),
    last: lastMoment === null ? null : localDateOf(lastMoment, timeZone),
    ...(reason && { reason }),
  };
}

function rollForward(from: PlainDate, calendar: WorkingCalendar, trace: TraceLine[]): void {
  let date = from;
  while (!isWorkingDay(calendar, date)) {
    date = addDays(date, 1);
    const holiday = calendar.holidays.get(date);
    trace.push({ date, counts: false, reason: 'rolled', ...(holiday && { holiday }) });
    if (trace.length > LONGEST_WALK_DAYS)
      throw new RangeError(`Calendar ${calendar.version} has no working day`);
  }
}
