import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profiles } from '#profiles/index.ts';
import type { HolidayCalendar } from '../deadline/calendar.ts';
import type { ClockEvent } from '../deadline/clock-events.ts';
import { deadline } from '../deadline/deadline.ts';
import type { DeadlineRule } from '../deadline/rule.ts';
import { addDays } from '../shared/plain-date.ts';
import { type ClockStory, chooseVersions, type KnownVersions } from './version-choice.ts';

const { ma } = profiles;
const SHIPPED: KnownVersions = ma;
const FIRST_DAY = '2026-01-05';

const instantAfter = (hours: number) =>
  new Date(Date.parse(`${FIRST_DAY}T09:00:00.000Z`) + hours * 3_600_000).toISOString();

function calendarWith(version: string, activatedAt: string, days: readonly number[]): HolidayCalendar {
  const [base] = ma.calendars;
  if (base === undefined) throw new Error('no calendar');
  const extra = days.map(day => ({ on: addDays(FIRST_DAY, day), name: 'unity-day' }));
  return {
    ...base,
    ...{ version, activatedAt, appliesTo: 'open-clocks', publishedOn: activatedAt.slice(0, 10) },
    days: [...base.days, ...extra],
  };
}

function ruleWith(id: string, amount: number, activation: Partial<DeadlineRule>): DeadlineRule {
  const base = ma.rules.find(rule => rule.id === 'ma-respond-1');
  if (base === undefined) throw new Error('no rule');
  return { ...base, id, amount, ...activation };
}

function story(events: readonly ClockEvent[], settledAt: string | null = null): ClockStory {
  const startedAt = events.find(({ type }) => type === 'started')?.at ?? instantAfter(0);
  const of = { category: 'billing', urgent: false, track: 'consumer', region: 'MA-06' };
  return { kind: 'respond', case: of, startedAt, events, settledAt };
}

const started = (hours: number): ClockEvent => ({ type: 'started', at: instantAfter(hours) });

function chosen(versions: KnownVersions, of: ClockStory): string {
  const { rule, calendar } = chooseVersions(versions, of);
  return `${rule.id} ${calendar.version}`;
}

const DAY = 24;

describe('the versions that govern a clock', () => {
  const calendar = calendarWith('ma-2026.2', instantAfter(3 * DAY), [7, 8]);
  const versions: KnownVersions = { ...SHIPPED, calendars: [...SHIPPED.calendars, calendar] };

  test('are those in force when it started, and a calendar for open clocks takes over one that runs', () => {
    expect(chosen(versions, story([started(0)]))).toBe('ma-respond-1 ma-2026.2');
    expect(chosen(versions, story([started(4 * DAY)]))).toBe('ma-respond-1 ma-2026.2');
  });

  test('stay the same for a clock that was settled before, and for one that had run out unnoticed', () => {
    expect(chosen(versions, story([started(0)], instantAfter(2 * DAY)))).toBe('ma-respond-1 ma-2026.1');
    expect(chosen(versions, story([started(-30 * DAY)]))).toBe('ma-respond-1 ma-2026.1');
  });

  test('stay the same where only new clocks are concerned', () => {
    const forNew: KnownVersions = {
      ...SHIPPED,
      calendars: [...SHIPPED.calendars, { ...calendar, appliesTo: 'new-clocks' }],
    };
    expect(chosen(forNew, story([started(0)]))).toBe('ma-respond-1 ma-2026.1');
    expect(chosen(forNew, story([started(4 * DAY)]))).toBe('ma-respond-1 ma-2026.2');
  });

  test('change with a rule by the day on which the clock starts, and not for one that started earlier that day', () => {
    const rule = ruleWith('ma-respond-2', 20, {
      validFrom: addDays(FIRST_DAY, 3),
      activatedAt: instantAfter(3 * DAY),
      appliesTo: 'new-clocks',
    });
    const changed = { ...SHIPPED, rules: [...SHIPPED.rules, rule] };
    expect(chosen(changed, story([started(2 * DAY)]))).toBe('ma-respond-1 ma-2026.1');
    expect(chosen(changed, story([started(3 * DAY - 2)]))).toBe('ma-respond-1 ma-2026.1');
    expect(chosen(changed, story([started(3 * DAY)]))).toBe('ma-respond-2 ma-2026.1');
  });

  test('never make anybody late at once: a shorter rule leaves a clock whose time would be over', () => {
    const shorter = ruleWith('ma-respond-2', 2, {
      validFrom: addDays(FIRST_DAY, 6),
      activatedAt: instantAfter(6 * DAY),
      appliesTo: 'open-clocks',
    });
    const changed = { ...SHIPPED, rules: [...SHIPPED.rules, shorter] };
    expect(chosen(changed, story([started(0)]))).toBe('ma-respond-1 ma-2026.1');
    expect(chosen(changed, story([started(5 * DAY)]))).toBe('ma-respond-2 ma-2026.1');
  });

  test('come back to the former rule when a version with an end is over', () => {
    const temporary = ruleWith('ma-respond-2', 20, {
      validFrom: addDays(FIRST_DAY, 3),
      validTo: addDays(FIRST_DAY, 5),
      activatedAt: instantAfter(3 * DAY),
    });
    const changed = { ...SHIPPED, rules: [...SHIPPED.rules, temporary] };
    expect(chosen(changed, story([started(4 * DAY)]))).toContain('ma-respond-2');
    expect(chosen(changed, story([started(6 * DAY)]))).toContain('ma-respond-1');
  });
});

describe('whatever is published and happens', () => {
  const hours = fc.integer({ min: 0, max: 40 * DAY });
  const activations = fc.array(
    fc.record({ at: hours, days: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }) }),
    { maxLength: 4 },
  );
  const events = fc.array(
    fc.record({ type: fc.constantFrom('paused', 'resumed', 'extended'), at: hours.map(instantAfter) }),
    { maxLength: 6 },
  );
  const known = activations.map(list => ({
    ...SHIPPED,
    calendars: [
      ...SHIPPED.calendars,
      ...list
        .sort((a, b) => a.at - b.at)
        .map(({ at, days }, index) => calendarWith(`ma-2026.${index + 2}`, instantAfter(at), days)),
    ],
  }));

  test('what was recorded after a version came into force does not change whether it governs', () => {
    fc.assert(
      fc.property(known, events, hours, (versions, all, now) => {
        const seen: KnownVersions = {
          ...versions,
          calendars: versions.calendars.filter(({ activatedAt = '' }) => activatedAt <= instantAfter(now)),
        };
        const recorded = all.filter(({ at }) => at <= instantAfter(now));
        expect(chosen(seen, story([started(0), ...all]))).toBe(
          chosen(seen, story([started(0), ...recorded])),
        );
      }),
    );
  });

  test('a settled clock keeps its deadline to the millisecond when more is published', () => {
    fc.assert(
      fc.property(known, events, hours, (versions, all, settled) => {
        const settledAt = instantAfter(settled);
        const of = story([started(0), ...all.filter(({ at }) => at <= settledAt)], settledAt);
        // A version that comes into force with the clock's start governs it, also one that is settled at that instant.
        const before: KnownVersions = {
          ...versions,
          calendars: versions.calendars.filter(
            ({ activatedAt = '' }) => activatedAt < settledAt || activatedAt <= of.startedAt,
          ),
        };
        const due = (by: KnownVersions) =>
          deadline({ ...chooseVersions(by, of), timeZone: by.timeZone, events: of.events }).dueAt;
        expect(due(versions)).toBe(due(before));
      }),
    );
  });
});
