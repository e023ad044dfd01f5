import { daysBetween, type Instant, localDateOf, type PlainDate } from '../shared/plain-date.ts';

/** The day on which a deadline falls for who reads it. */
export interface DueDay {
  readonly dueOn: PlainDate;
  /** Calendar days from today; negative when the day has passed. */
  readonly daysLeft: number;
}

const REMEMBERED = 2000;
const days = new Map<string, PlainDate>();

/** Deadlines end with their day, so a list has few different ones: each is worked out once. */
function dayOf(dueAt: Instant, timeZone: string): PlainDate {
  const key = `${timeZone} ${dueAt}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  if (days.size >= REMEMBERED) days.clear();
  const day = localDateOf(dueAt, timeZone);
  days.set(key, day);
  return day;
}

/**
 * The local day of a deadline and how far it is. Never asked of the database: its time zone tables may be of another
 * year than those by which the deadline was computed (Morocco changed its offset for good in 2026).
 */
export function dueDay(dueAt: Instant, today: PlainDate, timeZone: string): DueDay {
  const dueOn = dayOf(dueAt, timeZone);
  return { dueOn, daysLeft: daysBetween(today, dueOn) };
}
