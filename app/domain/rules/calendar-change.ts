import { z } from 'zod';
import type { CalendarDay, HolidayCalendar } from '../deadline/calendar.ts';
import { addDays, daysBetween, isPlainDate, type PlainDate } from '../shared/plain-date.ts';
import type { CalendarDefinition } from './calendar-definition.ts';

const date = z.string().refine(isPlainDate, 'not-a-date');
const name = z.string().min(1);
const text = z.string().trim().min(2).max(120);

/** One thing that a version of a calendar changes in the version before it. */
export const CALENDAR_CHANGE = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('declare'),
    on: date,
    name,
    /** Only for a name that the calendar doesn't have yet. */
    names: z.object({ ar: text, de: text, en: text, fr: text }).optional(),
    regions: z.array(z.string()).optional(),
  }),
  z.object({ do: z.literal('remove'), on: date, name }),
  z.object({ do: z.literal('move'), on: date, to: date, name }),
  /** A day that depended on the moon is now certain. */
  z.object({ do: z.literal('confirm'), on: date, name }),
]);

export type CalendarChange = z.infer<typeof CALENDAR_CHANGE>;

/** Why a change doesn't fit its calendar; texts are in the catalogue `errors` under `field.<reason>`. */
type ChangeRefusal = 'no-such-day' | 'day-taken' | 'outside-years' | 'unknown-name';

type ChangedCalendar =
  | { readonly ok: true; readonly days: readonly CalendarDay[]; readonly names: HolidayCalendar['names'] }
  | { readonly ok: false; readonly index: number; readonly reason: ChangeRefusal };

type Content = Pick<HolidayCalendar, 'days' | 'names' | 'years'>;

function isDay(day: CalendarDay, change: { readonly on: PlainDate; readonly name: string }): boolean {
  return day.on === change.on && day.name === change.name;
}

const sameRegions = (a: CalendarDay, b: CalendarDay) =>
  [...(a.regions ?? [])].sort().join() === [...(b.regions ?? [])].sort().join();

function refusalOf({ days, names, years }: Content, change: CalendarChange): ChangeRefusal | null {
  const target = change.do === 'move' ? change.to : change.on;
  const year = Number(target.slice(0, 4));
  if (year < years.from || year > years.to) return 'outside-years';
  if (change.do === 'declare') {
    if (!(change.name in names) && change.names === undefined) return 'unknown-name';
    return days.some(day => isDay(day, change) && sameRegions(day, change)) ? 'day-taken' : null;
  }
  if (!days.some(day => isDay(day, change))) return 'no-such-day';
  const taken = change.do === 'move' && days.some(day => isDay(day, { on: change.to, name: change.name }));
  return taken ? 'day-taken' : null;
}

function certain({ on, name: key, regions }: CalendarDay): CalendarDay {
  return { on, name: key, ...(regions && { regions }) };
}

function daysAfter(days: readonly CalendarDay[], change: CalendarChange): readonly CalendarDay[] {
  switch (change.do) {
    case 'declare':
      return [...days, certain(change)];
    case 'remove':
      return days.filter(day => !isDay(day, change));
    case 'move':
      return days.map(day => (isDay(day, change) ? certain({ ...day, on: change.to }) : day));
    case 'confirm':
      return days.map(day => (isDay(day, change) ? certain(day) : day));
  }
}

/**
 * A calendar's days and names after some changes, in their order. A feast of two days that moves by one is moved from
 * its far end, so that no day is taken on the way.
 */
export function applyChanges(calendar: Content, changes: readonly CalendarChange[]): ChangedCalendar {
  let { days, names } = calendar;
  for (const [index, change] of changes.entries()) {
    const reason = refusalOf({ days, names, years: calendar.years }, change);
    if (reason !== null) return { ok: false, index, reason };
    days = daysAfter(days, change);
    if (change.do === 'declare' && change.names) names = { ...names, [change.name]: change.names };
  }
  const sorted = [...days].sort((a, b) => a.on.localeCompare(b.on) || a.name.localeCompare(b.name));
  return { ok: true, days: sorted, names };
}

/** The dates on which a day off came or went, anywhere in the country. */
export function changedDates(before: Content, after: Content): readonly PlainDate[] {
  const key = ({ on, regions }: CalendarDay) => `${on} ${[...(regions ?? [])].sort().join()}`;
  const [old, current] = [new Set(before.days.map(key)), new Set(after.days.map(key))];
  const changed = [...old, ...current].filter(day => !(old.has(day) && current.has(day)));
  return [...new Set(changed.map(day => day.slice(0, 10)))].sort();
}

/** A feast whose date hangs on the moon: its days in a row. */
export interface TentativeFeast {
  readonly name: string;
  readonly days: readonly PlainDate[];
}

/** The feasts still to be confirmed whose last day lies in a span, in the order of their dates. */
export function tentativeFeasts(
  { days }: Pick<HolidayCalendar, 'days'>,
  span: { readonly from: PlainDate; readonly to: PlainDate },
): readonly TentativeFeast[] {
  const feasts: { name: string; days: PlainDate[] }[] = [];
  for (const day of [...days].sort((a, b) => a.on.localeCompare(b.on))) {
    if (day.tentative !== true) continue;
    const open = feasts.find(
      ({ name: key, days: [...of] }) => key === day.name && addDays(of.at(-1) ?? day.on, 1) === day.on,
    );
    if (open) open.days.push(day.on);
    else feasts.push({ name: day.name, days: [day.on] });
  }
  return feasts.filter(({ days: of }) => (of.at(-1) ?? '') >= span.from && (of[0] ?? '') <= span.to);
}

/** The changes by which a feast is confirmed where it is, or on other days: its days moved by a number of days. */
export function settleFeast(
  { name: key, days }: TentativeFeast,
  movedTo: PlainDate,
): readonly CalendarChange[] {
  const [first] = days;
  if (first === undefined) return [];
  if (first === movedTo) return days.map(on => ({ do: 'confirm', on, name: key }));
  const shift = daysBetween(first, movedTo);
  const moves = days.map(on => ({
    do: 'move' as const,
    on,
    to: addDays(on, shift),
    name: key,
  }));
  return shift > 0 ? moves.reverse() : moves;
}

/** The version that follows from a calendar by changes, as it is frozen when published. */
export function nextCalendar(
  base: HolidayCalendar,
  content: { readonly days: readonly CalendarDay[]; readonly names: HolidayCalendar['names'] },
  of: { readonly version: string; readonly publishedOn: PlainDate; readonly source: string },
): CalendarDefinition {
  const { years, weekend } = base;
  return {
    ...of,
    years: { ...years },
    weekend: [...weekend],
    names: { ...content.names },
    days: content.days.map(({ regions, ...day }) => ({ ...day, ...(regions && { regions: [...regions] }) })),
  };
}
