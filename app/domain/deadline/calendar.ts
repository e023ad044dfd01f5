import type { LocalisedText } from '../shared/language.ts';
import { type PlainDate, weekdayOf } from '../shared/plain-date.ts';
import type { Activation } from './activation.ts';

/** A day off; without `regions` it is one everywhere in the country. */
export interface CalendarDay {
  readonly on: PlainDate;
  /** Key in the calendar's `names`. */
  readonly name: string;
  readonly regions?: readonly string[];
  /** The date depends on the sighting of the moon and is confirmed late. */
  readonly tentative?: boolean;
}

/** One frozen version of a country's days off. A correction is a new version; versions are never edited. */
export interface HolidayCalendar extends Activation {
  readonly version: string;
  readonly publishedOn: PlainDate;
  readonly source: string;
  readonly years: { readonly from: number; readonly to: number };
  /** ISO days of the week on which nobody works: 6 Saturday, 7 Sunday. */
  readonly weekend: readonly number[];
  readonly names: Readonly<Record<string, LocalisedText>>;
  readonly days: readonly CalendarDay[];
}

/** A calendar as one region lives it. */
export interface WorkingCalendar {
  readonly version: string;
  readonly weekend: readonly number[];
  readonly years: { readonly from: number; readonly to: number };
  readonly holidays: ReadonlyMap<PlainDate, LocalisedText>;
}

const derived = new WeakMap<HolidayCalendar, Map<string | null, WorkingCalendar>>();

/**
 * The working calendar of a region (ISO 3166-2) in a version, by default the one published last. A region
 * that the calendar does not know, or none, has the days that are off in the whole country.
 * @throws RangeError when the profile has no such version.
 */
export function calendarFor(
  profile: { readonly id: string; readonly calendars: readonly HolidayCalendar[] },
  region: string | null,
  version?: string,
): WorkingCalendar {
  const calendar = version
    ? profile.calendars.find(candidate => candidate.version === version)
    : [...profile.calendars].sort(
        (a, b) =>
          b.publishedOn.localeCompare(a.publishedOn) ||
          (b.activatedAt ?? '').localeCompare(a.activatedAt ?? ''),
      )[0];
  if (!calendar) throw new RangeError(`Profile ${profile.id} has no calendar ${version ?? ''}`.trimEnd());
  const regions = derived.get(calendar) ?? new Map<string | null, WorkingCalendar>();
  derived.set(calendar, regions);
  const known = regions.get(region);
  if (known) return known;
  const working = deriveFor(calendar, region);
  regions.set(region, working);
  return working;
}

/** Whether people work on the day: neither weekend nor holiday. */
export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  return !calendar.holidays.has(date) && !calendar.weekend.includes(weekdayOf(date));
}

/** Whether the calendar knows the holidays of the day's year; outside its years only weekends are days off. */
export function covers(calendar: WorkingCalendar, date: PlainDate): boolean {
  const year = Number(date.slice(0, 4));
  return calendar.years.from <= year && year <= calendar.years.to;
}

function deriveFor(calendar: HolidayCalendar, region: string | null): WorkingCalendar {
  const holidays = new Map<PlainDate, LocalisedText>();
  for (const day of calendar.days) {
    if (day.regions && (region === null || !day.regions.includes(region))) continue;
    const name = calendar.names[day.name];
    if (!name) throw new RangeError(`Calendar ${calendar.version} has no name for ${day.name}`);
    holidays.set(day.on, name);
  }
  const { version, weekend, years } = calendar;
  return { version, weekend, years, holidays };
}
