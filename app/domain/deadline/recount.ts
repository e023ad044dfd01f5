import type { Profile } from '../profile/profile.ts';
import type { FieldErrors } from '../shared/errors.ts';
import { instantOf } from '../shared/plain-date.ts';
import { calendarFor } from './calendar.ts';
import type { ClockEvent, Pause } from './clock-events.ts';
import { type ClockInputs, withDaysOfDecision } from './clock-inputs.ts';
import { type Deadline, deadline } from './deadline.ts';
import type { DeadlineRule } from './rule.ts';

/** A date to be counted: a version of a rule, a version of a calendar and the inputs. */
export interface Recount {
  readonly rule: DeadlineRule;
  readonly calendarVersion: string;
  readonly inputs: ClockInputs;
}

/** What stands in the address of the calculator, by the names of its fields. */
export type RecountFields = Readonly<Record<string, string>>;

/** Pauses that the calculator takes. */
export const RECOUNT_PAUSES = 6;

const LONGEST_DAYS = 3650;
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];

/** The address of the calculator that counts a clock's date again. It says nothing of the case. */
export function recountPath(ruleId: string, calendarVersion: string, inputs: ClockInputs): string {
  const { region, startedAt, pauses, extension, days } = inputs;
  const query = new URLSearchParams({ rule: ruleId, start: startedAt });
  if (region !== null) query.set('region', region);
  for (const [index, { from, to }] of pauses.entries()) {
    query.set(`from${index + 1}`, from);
    if (to !== null) query.set(`to${index + 1}`, to);
  }
  if (extension !== null) query.set('extension', String(extension));
  if (days !== null) query.set('days', String(days));
  query.set('calendar', calendarVersion);
  return `/deadlines?${query}`;
}

type Profiled = Pick<Profile, 'id' | 'timeZone' | 'rules' | 'calendars' | 'regions'>;

/** Collects what is wrong while it reads, so that everything can be said at once. */
class Reader {
  readonly errors: Record<string, FieldErrors[string]> = {};
  readonly #fields: RecountFields;
  readonly #timeZone: string;

  constructor(fields: RecountFields, timeZone: string) {
    this.#fields = fields;
    this.#timeZone = timeZone;
  }

  text(name: string): string {
    return this.#fields[name]?.trim() ?? '';
  }

  /** A local time in the zone, or an instant; null where nothing or nothing readable stands. */
  time(name: string): string | null {
    const text = this.text(name);
    if (text === '') return null;
    const at = instantOf(text, this.#timeZone);
    const year = Number(at?.slice(0, 4));
    if (at !== null && FIRST_YEAR <= year && year <= LAST_YEAR) return at;
    this.errors[name] = { code: 'not-a-date' };
    return null;
  }

  whole(name: string, most: number): number | null {
    const text = this.text(name);
    if (text === '') return null;
    const number = Number(text);
    if (/^\d{1,6}$/.test(text) && 1 <= number && number <= most) return number;
    this.errors[name] = { code: 'out-of-range', params: { min: 1, max: most } };
    return null;
  }

  chosen<T>(name: string, find: (text: string) => T | undefined): T | null {
    const text = this.text(name);
    if (text === '') return null;
    const found = find(text);
    if (found === undefined) this.errors[name] = { code: 'not-an-option' };
    return found ?? null;
  }

  require(name: string, value: unknown): void {
    if (value === null && this.errors[name] === undefined) this.errors[name] = { code: 'required' };
  }
}

function readPauses(reader: Reader): readonly Pause[] {
  const pauses: Pause[] = [];
  for (let number = 1; number <= RECOUNT_PAUSES; number += 1) {
    const [from, to] = [reader.time(`from${number}`), reader.time(`to${number}`)];
    if (from === null && to !== null) reader.require(`from${number}`, from);
    if (from === null) continue;
    if (to !== null && to < from) reader.errors[`to${number}`] = { code: 'before-start' };
    pauses.push({ from, to });
  }
  return pauses;
}

function readExtension(reader: Reader, rule: DeadlineRule | null): ClockInputs['extension'] {
  if (reader.text('extension') === 'full') return 'full';
  return reader.whole('extension', rule?.extension?.amount ?? LONGEST_DAYS);
}

/**
 * Reads what somebody asks the calculator. Times are local times in the profile's zone ("2026-03-10T09:00"), or
 * instants; without a calendar's version, the one published last counts.
 */
export function readRecount(
  fields: RecountFields,
  profile: Profiled,
): { readonly ok: true; readonly recount: Recount } | { readonly ok: false; readonly errors: FieldErrors } {
  const reader = new Reader(fields, profile.timeZone);
  const rule = reader.chosen('rule', id => profile.rules.find(candidate => candidate.id === id));
  reader.require('rule', rule);
  const startedAt = reader.time('start');
  reader.require('start', startedAt);
  const region = reader.chosen('region', code => profile.regions.find(known => known.code === code)?.code);
  const version = reader.chosen('calendar', text =>
    profile.calendars.some(calendar => calendar.version === text) ? text : undefined,
  );
  const pauses = readPauses(reader);
  const extension = readExtension(reader, rule);
  const days = reader.whole('days', LONGEST_DAYS);
  if (rule === null || startedAt === null || Object.keys(reader.errors).length > 0) {
    return { ok: false, errors: reader.errors };
  }
  const calendarVersion = version ?? calendarFor(profile, region).version;
  return {
    ok: true,
    recount: { rule, calendarVersion, inputs: { region, startedAt, pauses, extension, days } },
  };
}

function eventsOf({ startedAt, pauses, extension }: ClockInputs): readonly ClockEvent[] {
  return [
    { type: 'started', at: startedAt },
    ...pauses.flatMap(({ from, to, reason }): ClockEvent[] => [
      { type: 'paused', at: from, ...(reason && { reason }) },
      ...(to === null ? [] : [{ type: 'resumed', at: to } as const]),
    ]),
    ...(extension === null
      ? []
      : [{ type: 'extended', at: startedAt, ...(extension !== 'full' && { days: extension }) } as const]),
  ];
}

/** Counts a date again, by the same engine that counts those of cases. */
export function recount(
  profile: Pick<Profiled, 'timeZone' | 'calendars'> & { readonly id: string },
  { rule, calendarVersion, inputs }: Recount,
): Deadline {
  return deadline({
    rule: withDaysOfDecision(rule, inputs.days),
    calendar: calendarFor(profile, inputs.region, calendarVersion),
    timeZone: profile.timeZone,
    events: eventsOf(inputs),
  });
}
