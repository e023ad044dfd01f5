/**
 * Writes a new frozen version of the holiday calendars, computed once with `date-holidays`:
 *
 *   node scripts/freeze-holidays.ts 2026.1 2026-01-01
 *
 * (version and day of publication) writes profiles/<id>/calendars/<version>.json for every profile. List the
 * new file in profiles/<id>/index.ts. A version in use is never written again: deadlines already computed
 * quote it. Only whole public holidays are kept; those that depend on the moon are marked tentative, and the
 * confirmed days come as a later version.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import manifest from 'date-holidays/package.json' with { type: 'json' };
import type { CalendarDay, HolidayCalendar } from '#app/domain/deadline/calendar.ts';
import type { Region } from '#app/domain/profile/profile.ts';
import { PROFILE_IDS, type ProfileId } from '#app/domain/profile/profile.ts';
import type { LocalisedText } from '#app/domain/shared/language.ts';
import { addDays } from '#app/domain/shared/plain-date.ts';
import { BF_REGIONS } from '#profiles/bf/regions.ts';
import { CH_REGIONS } from '#profiles/ch/regions.ts';
import { FR_REGIONS } from '#profiles/fr/regions.ts';
import { MA_REGIONS } from '#profiles/ma/regions.ts';
import type { HolidayName } from './holiday-name.ts';
import { HOLIDAY_NAMES } from './holiday-names.ts';

const YEARS = { from: 2023, to: 2030 };
const SATURDAY_AND_SUNDAY = [6, 7];
const REGIONS: Readonly<Record<ProfileId, readonly Region[]>> = {
  ma: MA_REGIONS,
  ch: CH_REGIONS,
  bf: BF_REGIONS,
  fr: FR_REGIONS,
};
const LUNAR = /Shawwal|Dhu al-Hijjah|Muharram|Rabi al-awwal/;

/** How a region (ISO 3166-2) is called in `date-holidays`; the others follow their country. */
const OVERSEAS: Readonly<Record<string, string>> = {
  'FR-971': 'GP',
  'FR-972': 'MQ',
  'FR-973': 'GF',
  'FR-974': 'RE',
  'FR-976': 'YT',
};

/** Moroccan decree 2.05.916: these three feasts are two days off each. */
const TWO_DAYS_IN_MOROCCO = ['1 Shawwal', '10 Dhu al-Hijjah', '12 Rabi al-awwal'];

/** Official in Morocco since 2024 and 2026; not yet in `date-holidays`. */
const ADDED_IN_MOROCCO = [
  { rule: 'amazigh-new-year', monthDay: '01-14', since: 2024 },
  { rule: 'unity-day', monthDay: '10-31', since: 2026 },
];

interface Found {
  readonly on: string;
  readonly rule: string;
}

function subdivisionOf(profileId: ProfileId, region: string): string | undefined {
  return profileId === 'ch' ? region.replace('CH-', '') : OVERSEAS[region];
}

function holidaysOf(profileId: ProfileId, subdivision: string | undefined, year: number): readonly Found[] {
  const country = profileId.toUpperCase();
  const source = subdivision ? new Holidays(country, subdivision) : new Holidays(country);
  const found = source
    .getHolidays(year)
    .filter(holiday => holiday.type === 'public' && holiday.date.includes('00:00:00'))
    .map(holiday => ({ on: holiday.date.slice(0, 10), rule: holiday.rule }));
  return profileId === 'ma' ? [...found, ...addedInMorocco(found, year)] : found;
}

function addedInMorocco(found: readonly Found[], year: number): readonly Found[] {
  const secondDays = found
    .filter(({ rule }) => TWO_DAYS_IN_MOROCCO.includes(rule))
    .map(({ on, rule }) => ({ on: addDays(on, 1), rule }));
  const newDays = ADDED_IN_MOROCCO.filter(({ since }) => year >= since).map(({ rule, monthDay }) => ({
    on: `${year}-${monthDay}`,
    rule,
  }));
  return [...secondDays, ...newDays];
}

function nameOf(profileId: ProfileId, rule: string): HolidayName {
  const name = HOLIDAY_NAMES.find(
    candidate => candidate.rules.includes(rule) && (candidate.profiles?.includes(profileId) ?? true),
  );
  if (!name) throw new Error(`Add a name for the holiday "${rule}" of ${profileId} to holiday-names.ts`);
  return name;
}

interface Collected {
  readonly on: string;
  readonly name: HolidayName;
  readonly tentative: boolean;
  readonly regions: Set<string>;
}

function collect(profileId: ProfileId): readonly Collected[] {
  const collected = new Map<string, Collected>();
  for (const { code } of REGIONS[profileId]) {
    for (let year = YEARS.from; year <= YEARS.to; year += 1) {
      for (const { on, rule } of holidaysOf(profileId, subdivisionOf(profileId, code), year)) {
        const name = nameOf(profileId, rule);
        const id = `${on} ${name.key}`;
        const day = collected.get(id) ?? { on, name, tentative: LUNAR.test(rule), regions: new Set() };
        collected.set(id, day);
        day.regions.add(code);
      }
    }
  }
  return [...collected.values()].sort((a, b) => a.on.localeCompare(b.on));
}

function calendarOf(profileId: ProfileId, version: string, publishedOn: string): HolidayCalendar {
  const names: Record<string, LocalisedText> = {};
  const regionCount = REGIONS[profileId].length;
  const days = collect(profileId).map(({ on, name, tentative, regions }): CalendarDay => {
    names[name.key] = name.name;
    return {
      on,
      name: name.key,
      ...(regions.size < regionCount && { regions: [...regions] }),
      ...(tentative && { tentative }),
    };
  });
  return {
    version: `${profileId}-${version}`,
    publishedOn,
    source: `date-holidays ${manifest.version}`,
    years: YEARS,
    weekend: SATURDAY_AND_SUNDAY,
    names,
    days,
  };
}

/** One line a day off and a name, so that two versions compare well. */
function inLines({ days, names, ...head }: HolidayCalendar): string {
  const nameLines = Object.entries(names).map(
    ([key, name]) => `${JSON.stringify(key)}: ${JSON.stringify(name)}`,
  );
  const dayLines = days.map(day => JSON.stringify(day));
  const start = JSON.stringify(head).slice(0, -1);
  return `${start}, "names": {\n${nameLines.join(',\n')}\n}, "days": [\n${dayLines.join(',\n')}\n]}\n`;
}

const [version, publishedOn] = process.argv.slice(2);
if (!version || !publishedOn) {
  console.error('Usage: node scripts/freeze-holidays.ts VERSION PUBLISHED_ON, for example 2026.1 2026-01-01');
  process.exit(2);
}
for (const profileId of PROFILE_IDS) {
  const folder = new URL(`../profiles/${profileId}/calendars/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${version}.json`, folder);
  writeFileSync(file, inLines(calendarOf(profileId, version, publishedOn)), { flag: 'wx' });
  console.log(`Wrote profiles/${profileId}/calendars/${version}.json; now run biome check --write on it.`);
}
