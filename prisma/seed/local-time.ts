import { Temporal } from 'temporal-polyfill';
import { calendarFor, isWorkingDay } from '#app/domain/deadline/calendar.ts';
import { addDays, type Instant, localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Random } from './random.ts';

function instantText(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** The instant at which the clocks of the regulator's zone show `time` ("15:00") on a day. */
export function localTime(day: PlainDate, time: string): Instant {
  const plainTime = Temporal.PlainTime.from(time);
  const { timeZone } = activeProfile();
  return instantText(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).toInstant());
}

export function plusMinutes(at: Instant, minutes: number): Instant {
  return instantText(Temporal.Instant.from(at).add({ minutes }));
}

export function dayOf(at: Instant): PlainDate {
  return localDateOf(at, activeProfile().timeZone);
}

/** A moment on a day between two hours of the day. */
export function timeBetween(random: Random, day: PlainDate, [from, to]: readonly [number, number]): Instant {
  return plusMinutes(
    localTime(day, `${String(from).padStart(2, '0')}:00`),
    random.integer(0, (to - from) * 60 - 1),
  );
}

/** The day itself, or the next on which offices work. */
export function workingDayFrom(day: PlainDate, region: string | null = null): PlainDate {
  const calendar = calendarFor(activeProfile(), region);
  let working = day;
  while (!isWorkingDay(calendar, working)) working = addDays(working, 1);
  return working;
}

/** The latest day before `today`, by at least `daysAgo`, that is this day of the week (1 Monday … 7 Sunday). */
export function lastWeekday(today: PlainDate, weekday: number, daysAgo: number): PlainDate {
  let day = addDays(today, -daysAgo);
  while (Temporal.PlainDate.from(day).dayOfWeek !== weekday) day = addDays(day, -1);
  return day;
}

/** A local date and time, as forms have it, so many minutes later. */
export function localLater(local: string, minutes: number): string {
  return Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });
}
