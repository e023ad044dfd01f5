import { Temporal } from 'temporal-polyfill';

/** A calendar day without a time, "YYYY-MM-DD"; two of them compare as strings. */
export type PlainDate = string;

/** A moment, ISO 8601 in UTC with milliseconds, "2025-03-10T22:59:59.999Z". */
export type Instant = string;

/** Whether a value is a day that exists ("2025-02-29" does not). */
export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The day `days` calendar days later; earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same day of the month `months` later, or the month's last day where it has no such day (31 January + 1 = 28 or 29 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** ISO day of the week: 1 Monday … 7 Sunday. */
export function weekdayOf(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The day that it is in `timeZone` (IANA name) at an instant. */
export function localDateOf(at: Instant, timeZone: string): PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The hour of the day, 0 to 23, that it is in `timeZone` at an instant. */
export function localHourOf(at: Instant, timeZone: string): number {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).hour;
}

/** The first instant of a day in `timeZone`, also on days whose midnight a clock change skips. */
export function startOfDay(date: PlainDate, timeZone: string): Instant {
  return formatInstant(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant());
}

/** The last millisecond of a day in `timeZone`: a deadline that falls on the day is met until then. */
export function endOfDay(date: PlainDate, timeZone: string): Instant {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return formatInstant(next.subtract({ milliseconds: 1 }));
}

/** The instant at which clocks in `timeZone` show `hour`:00 on a day. */
export function atHour(date: PlainDate, hour: number, timeZone: string): Instant {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: { hour } });
  return formatInstant(zoned.toInstant());
}

/**
 * The instant that a text names: "2026-03-10T09:00" is a local time in `timeZone` (a time that a clock change repeats is
 * the first of the two, one that it skips is as much later), "2026-03-10T08:00Z" speaks for itself; null for others.
 */
export function instantOf(text: string, timeZone: string): Instant | null {
  try {
    if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return formatInstant(Temporal.Instant.from(text));
    const local = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return formatInstant(local.toZonedDateTime(timeZone).toInstant());
  } catch {
    return null;
  }
}

/** The minute that it is in `timeZone` at an instant, "2026-03-10T09:00": what fields for times hold. */
export function localMinuteOf(at: Instant, timeZone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' });
}

/** The same time of day in `timeZone`, `days` calendar days earlier or (negative) later. */
export function moveBack(at: Instant, days: number, timeZone: string): Instant {
  return formatInstant(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).subtract({ days }).toInstant());
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function epochMilliseconds(at: Instant): number {
  return Temporal.Instant.from(at).epochMilliseconds;
}

/** The instant of a number of milliseconds since 1970-01-01T00:00Z. */
export function fromEpochMilliseconds(milliseconds: number): Instant {
  return formatInstant(Temporal.Instant.fromEpochMilliseconds(milliseconds));
}

function formatInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 });
}
