import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFor } from '#app/domain/deadline/calendar.ts';
import type { ClockEvent } from '#app/domain/deadline/clock-events.ts';
import { deadline } from '#app/domain/deadline/deadline.ts';
import type { DeadlineRule, Duration } from '#app/domain/deadline/rule.ts';
import { PROFILE_IDS, type ProfileId } from '#app/domain/profile/profile.ts';
import { oracleDeadline } from '#scripts/testing/deadline-oracle.ts';
import { profiles } from './index.ts';

const CASES = 10_000;
const SEED = 20_260_217;
const MINUTE = 60_000;
const FIRST = Date.UTC(2024, 0, 1) / MINUTE;
const LAST = Date.UTC(2030, 11, 31) / MINUTE;

const TEXT = { ar: 'x', de: 'x', en: 'x', fr: 'x' };

function at(minute: number): string {
  return new Date(minute * MINUTE).toISOString();
}

const AMOUNTS = { hours: 96, 'calendar-days': 45, 'working-days': 30, months: 4 };
const duration = (...units: readonly Duration['unit'][]): fc.Arbitrary<Duration> =>
  fc
    .constantFrom(...units)
    .chain(unit => fc.integer({ min: 1, max: AMOUNTS[unit] }).map(amount => ({ unit, amount })));

const inHours = fc.record({ base: duration('hours'), extension: duration('hours') });
const inDays = fc.record({
  base: duration('calendar-days', 'working-days', 'months'),
  extension: duration('calendar-days', 'working-days', 'months'),
});

/** Rules that no profile has (yet): every unit with every extension, cut-off hour and cap. */
const inventedRules = fc
  .record({
    durations: fc.oneof({ weight: 1, arbitrary: inHours }, { weight: 4, arbitrary: inDays }),
    extended: fc.boolean(),
    cutOffHour: fc.option(fc.integer({ min: 10, max: 23 }), { nil: undefined }),
    rollForward: fc.boolean(),
    pauseCapDays: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
  })
  .map(
    ({ durations: { base, extension }, extended, cutOffHour, rollForward, pauseCapDays }): DeadlineRule => ({
      ...{ id: 'invented', clock: 'respond', scope: {}, validFrom: '2020-01-01', source: 'x', text: TEXT },
      ...{ remindBefore: 1, consequence: 'escalate', rollForward, pauseCapDays, ...base },
      ...(extended && { extension }),
      ...(cutOffHour !== undefined && base.unit !== 'hours' && { cutOffHour }),
    }),
  );

const courts = fc.constantFrom(...PROFILE_IDS).chain(id =>
  fc.record({
    id: fc.constant(id),
    region: fc.option(fc.constantFrom(...profiles[id].regions.map(({ code }) => code)), { nil: null }),
    version: fc.constantFrom(...profiles[id].calendars.map(({ version }) => version)),
    rule: fc.oneof(fc.constantFrom(...profiles[id].rules), inventedRules),
  }),
);

/** Minutes after the start, from a little before it: what happens early matters most. */
const soon = fc.oneof(fc.integer({ min: -2000, max: 4000 }), fc.integer({ min: 0, max: 80_000 }));

/** Full hours half of the time: midnights and cut-off hours are where counts go wrong. */
function onTheHour(event: ClockEvent): ClockEvent {
  return { ...event, at: `${event.at.slice(0, 13)}:00:00.000Z` };
}

const lives = fc
  .record({
    round: fc.boolean(),
    start: fc.integer({ min: FIRST, max: LAST }),
    pauses: fc.array(fc.tuple(soon, fc.option(fc.integer({ min: 1, max: 30_000 }), { nil: null, freq: 4 })), {
      maxLength: 3,
    }),
    extensions: fc.uniqueArray(soon, { maxLength: 2 }),
    days: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    stop: fc.option(soon, { nil: null, freq: 4 }),
  })
  .map(({ round, start, pauses, extensions, days, stop }): readonly ClockEvent[] => {
    const events: readonly ClockEvent[] = [
      { type: 'started', at: at(start) },
      ...pauses.flatMap(([after, length]): ClockEvent[] => [
        { type: 'paused', at: at(start + after) },
        ...(length === null ? [] : [{ type: 'resumed', at: at(start + after + length) } as const]),
      ]),
      ...extensions.map(
        (after): ClockEvent => ({ type: 'extended', at: at(start + after), ...(days && { days }) }),
      ),
      ...(stop === null ? [] : [{ type: 'stopped', at: at(start + Math.max(0, stop)) } as const]),
    ];
    return round ? events.map(onTheHour) : events;
  });

const cases = fc.record({ court: courts, events: lives });

/** Reversed and rotated: the start is never where it was. */
function otherOrder(events: readonly ClockEvent[]): readonly ClockEvent[] {
  return [...events.slice(1).reverse(), ...events.slice(0, 1)];
}

interface Court {
  readonly id: ProfileId;
  readonly region: string | null;
  readonly version: string;
  readonly rule: DeadlineRule;
}

/** The same question for both counts. */
function questionsOf({ id, region, version, rule }: Court) {
  const { timeZone, calendars } = profiles[id];
  const calendar = calendars.find(candidate => candidate.version === version);
  if (calendar === undefined) throw new Error(`no calendar ${version}`);
  return {
    engine: { rule, timeZone, calendar: calendarFor(profiles[id], region, version) },
    oracle: { rule, timeZone, calendar, region },
  };
}

describe(`${CASES} clocks of all rules, calendars and zones, 2024 to 2030`, () => {
  it('run out when a second, independent count says, and run again by themselves when it says', () => {
    fc.assert(
      fc.property(cases, ({ court, events }) => {
        const { engine, oracle } = questionsOf(court);
        const told = oracleDeadline({ ...oracle, events });
        const { dueAt, resumesAt } = deadline({ ...engine, events });
        expect(Date.parse(dueAt)).toBe(told.dueAt);
        expect(resumesAt === null ? null : Date.parse(resumesAt)).toBe(told.resumesAt);
      }),
      { numRuns: CASES, seed: SEED },
    );
  }, 60_000);

  it('run out at the same time, for the same reasons, in whatever order their events were recorded', () => {
    fc.assert(
      fc.property(cases, ({ court, events }) => {
        const { engine } = questionsOf(court);
        const otherwise = deadline({ ...engine, events: otherOrder(events) });
        expect(JSON.stringify(otherwise)).toBe(JSON.stringify(deadline({ ...engine, events })));
      }),
      { numRuns: CASES / 4, seed: SEED },
    );
  }, 60_000);

  it('keep their date when it is recorded, at once or late, that the longest pause is over', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 5000 }), ({ court, events }, late) => {
        const { engine } = questionsOf(court);
        const paused = deadline({ ...engine, events });
        if (paused.resumesAt === null) return;
        const resumedAt = at(Date.parse(paused.resumesAt) / MINUTE + late);
        fc.pre(!events.some(event => event.type === 'paused' && event.at > resumedAt));
        const resumed: ClockEvent = { type: 'resumed', at: resumedAt, capReached: true };
        const after = deadline({ ...engine, events: [...events, resumed] });
        expect(after).toMatchObject({ state: 'running', dueAt: paused.dueAt, resumesAt: null });
      }),
      { numRuns: CASES / 4, seed: SEED },
    );
  }, 60_000);
});
