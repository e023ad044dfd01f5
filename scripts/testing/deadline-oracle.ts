import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '#app/domain/deadline/calendar.ts';
import type { ClockEvent } from '#app/domain/deadline/clock-events.ts';
import type { DeadlineRule } from '#app/domain/deadline/rule.ts';

/**
 * When a clock runs out, told a second time: a plain walk, day by day (minute by minute for rules in hours), that
 * shares nothing with the engine but Temporal and the calendars' days. Tests hold the engine against it. Events must
 * lie on full minutes and name one start.
 */
export interface OracleQuestion {
  readonly rule: DeadlineRule;
  readonly calendar: HolidayCalendar;
  readonly region: string | null;
  readonly timeZone: string;
  readonly events: readonly ClockEvent[];
}

/** Milliseconds since the epoch. */
interface OracleAnswer {
  readonly dueAt: number;
  /** When the cap lets a clock that stands run again; null for any other. */
  readonly resumesAt: number | null;
}

const MINUTE = 60_000;

interface Life {
  readonly startedAt: number;
  /** When the clock stands: from (included) to (excluded); the last one may be open. */
  readonly standing: readonly (readonly [number, number])[];
  readonly extension: number | 'all' | null;
}

/** Looks at every event in turn, as somebody with the file on the desk would. */
function lifeOf(events: readonly ClockEvent[]): Life {
  const RANK = { started: 0, paused: 1, resumed: 2, extended: 3, stopped: 4, shifted: 5 };
  const file = events
    .map(event => ({ ...event, time: Date.parse(event.at) }))
    .sort((a, b) => a.time - b.time || RANK[a.type] - RANK[b.type]);
  const startedAt = file.find(({ type }) => type === 'started')?.time ?? Number.NaN;
  const standing: [number, number][] = [];
  let reasonsToStand = 0;
  let since = 0;
  let extension: Life['extension'] = null;
  const goOn = (at: number) => {
    reasonsToStand = 0;
    const from = Math.max(since, startedAt);
    if (at > from) standing.push([from, at]);
  };
  for (const { type, time, days, capReached } of file) {
    if (type === 'paused') {
      if (reasonsToStand === 0) since = time;
      reasonsToStand += 1;
    } else if (type === 'resumed' && reasonsToStand > 0) {
      if (reasonsToStand === 1 || capReached) goOn(time);
      else reasonsToStand -= 1;
    } else if (type === 'extended' && extension === null && time >= startedAt) {
      extension = days ?? 'all';
    } else if (type === 'stopped') {
      if (reasonsToStand > 0) goOn(time);
      break;
    }
  }
  if (reasonsToStand > 0) goOn(Number.POSITIVE_INFINITY);
  return { startedAt, standing, extension };
}

/** The start of the pause that has no end yet. */
function openSince({ standing }: Life): number | null {
  const last = standing.at(-1);
  return last !== undefined && last[1] === Number.POSITIVE_INFINITY ? last[0] : null;
}

function extensionOf(rule: DeadlineRule, { extension }: Life): number {
  if (extension === null || rule.extension === undefined) return 0;
  return extension === 'all' ? rule.extension.amount : Math.min(rule.extension.amount, extension);
}

function minuteByMinute(rule: DeadlineRule, life: Life): OracleAnswer {
  let toRun = (rule.amount + extensionOf(rule, life)) * 60;
  let mayStand = rule.pauseCapDays * 24 * 60;
  let usedUpAt = mayStand === 0 ? 0 : null;
  let now = life.startedAt;
  const pauses = [...life.standing];
  while (toRun > 0) {
    const [next] = pauses;
    if (next !== undefined && next[1] <= now) {
      pauses.shift();
      continue;
    }
    if (next !== undefined && next[0] <= now && mayStand > 0) {
      mayStand -= 1;
      if (mayStand === 0) usedUpAt = now + MINUTE;
    } else {
      toRun -= 1;
    }
    now += MINUTE;
  }
  const since = openSince(life);
  const resumes = since !== null && since < now && usedUpAt !== null;
  return { dueAt: now, resumesAt: resumes ? Math.max(since, usedUpAt ?? 0) : null };
}

const midnights = new Map<string, number>();

/** The first moment of a day; remembered, because the walk asks for the same days again and again. */
function midnight(day: Temporal.PlainDate, timeZone: string): number {
  const key = `${timeZone} ${day}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const found = day.toZonedDateTime(timeZone).epochMilliseconds;
  midnights.set(key, found);
  return found;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days from a day to the same day some months later, or to the end of a month that is too short. */
function daysInMonths(from: Temporal.PlainDate, months: number): number {
  const count = from.year * 12 + (from.month - 1) + months;
  const [year, month] = [Math.floor(count / 12), count % 12];
  const leap = month === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const day = Math.min(from.day, (LENGTHS[month] ?? 0) + (leap ? 1 : 0));
  return (Date.UTC(year, month, day) - Date.UTC(from.year, from.month - 1, from.day)) / (24 * 60 * MINUTE);
}

function dayByDay({ rule, calendar, region, timeZone }: OracleQuestion, life: Life): OracleAnswer {
  const start = Temporal.Instant.fromEpochMilliseconds(life.startedAt).toZonedDateTimeISO(timeZone);
  const daysOff = new Set(
    calendar.days
      .filter(({ regions }) => regions === undefined || (region !== null && regions.includes(region)))
      .map(({ on }) => on),
  );
  const off = (date: Temporal.PlainDate) =>
    calendar.weekend.includes(date.dayOfWeek) || daysOff.has(date.toString());
  const stands = (date: Temporal.PlainDate) => {
    const [from, to] = [midnight(date, timeZone), midnight(date.add({ days: 1 }), timeZone)];
    return life.standing.some(pause => pause[0] < to && pause[1] > from);
  };

  let day = start.toPlainDate();
  if (rule.cutOffHour !== undefined && start.hour >= rule.cutOffHour) day = day.add({ days: 1 });
  let mayStand = rule.pauseCapDays;
  let usedUpAt = mayStand === 0 ? 0 : null;
  const walk = (amount: number, unit: DeadlineRule['unit']) => {
    let left = unit === 'months' ? daysInMonths(day, amount) : amount;
    while (left > 0) {
      day = day.add({ days: 1 });
      if (unit === 'working-days' && off(day)) continue;
      if (mayStand > 0 && stands(day)) {
        mayStand -= 1;
        if (mayStand === 0) usedUpAt = midnight(day.add({ days: 1 }), timeZone);
        continue;
      }
      left -= 1;
    }
  };
  const more = extensionOf(rule, life);
  if (more > 0 && rule.extension && rule.extension.unit !== rule.unit) {
    walk(rule.amount, rule.unit);
    walk(more, rule.extension.unit);
  } else {
    walk(rule.amount + more, rule.unit);
  }
  if (rule.rollForward) while (off(day)) day = day.add({ days: 1 });
  const since = openSince(life);
  return {
    dueAt: midnight(day.add({ days: 1 }), timeZone) - 1,
    resumesAt: since === null || usedUpAt === null ? null : Math.max(since, usedUpAt),
  };
}

export function oracleDeadline(question: OracleQuestion): OracleAnswer {
  const life = lifeOf(question.events);
  return question.rule.unit === 'hours' ? minuteByMinute(question.rule, life) : dayByDay(question, life);
}
