import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalisedText } from '../shared/language.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { ClockEvent } from './clock-events.ts';
import { deadline } from './deadline.ts';
import type { DeadlineRule } from './rule.ts';

const TEXT: LocalisedText = { ar: 'x', de: 'x', en: 'x', fr: 'x' };
const DAY_MS = 86_400_000;
const FROM = Date.UTC(2024, 0, 1);
const ZONES = ['Africa/Casablanca', 'Europe/Zurich', 'Europe/Paris', 'Africa/Ouagadougou'];

const instants = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }).map(minute => isoOf(FROM + minute * 60_000));
const days = fc.integer({ min: 0, max: 4 * 365 }).map(day => isoOf(FROM + day * DAY_MS).slice(0, 10));
const calendars = fc.uniqueArray(days, { maxLength: 120 }).map(
  (holidays): WorkingCalendar => ({
    version: 'random',
    weekend: [6, 7],
    years: { from: 2024, to: 2030 },
    holidays: new Map(holidays.map(date => [date, TEXT])),
  }),
);
const rules = fc
  .record({
    id: fc.constant('random'),
    clock: fc.constant('respond' as const),
    scope: fc.constant({}),
    validFrom: fc.constant('2020-01-01'),
    amount: fc.integer({ min: 0, max: 30 }),
    unit: fc.constantFrom<DeadlineRule['unit']>('calendar-days', 'working-days', 'months'),
    cutOffHour: fc.option(fc.integer({ min: 12, max: 20 }), { nil: undefined }),
    rollForward: fc.boolean(),
    extension: fc.constant({ amount: 5, unit: 'working-days' as const }),
    pauseCapDays: fc.integer({ min: 0, max: 30 }),
    remindBefore: fc.constant(1),
    consequence: fc.constant('escalate' as const),
    source: fc.constant('random'),
    text: fc.constant(TEXT),
  })
  .map(
    ({ unit, amount, ...rule }): DeadlineRule => ({
      ...rule,
      unit,
      amount: unit === 'months' ? amount % 4 : amount,
    }),
  );
const courses = fc.record({ rule: rules, calendar: calendars, timeZone: fc.constantFrom(...ZONES) });
const events = fc.array(
  fc.record({
    type: fc.constantFrom<ClockEvent['type']>('paused', 'resumed', 'extended', 'stopped', 'shifted'),
    at: instants,
    days: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 12 },
);

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The same rule told another way: look at days by number, with no trace, no pauses and no zones. */
function naiveWorkingDay(startDay: string, amount: number, calendar: WorkingCalendar): string {
  let time = Date.parse(`${startDay}T00:00:00Z`);
  for (let left = amount; left > 0; ) {
    time += DAY_MS;
    const isWeekend = [0, 6].includes(new Date(time).getUTCDay());
    if (!isWeekend && !calendar.holidays.has(isoOf(time).slice(0, 10))) left -= 1;
  }
  return isoOf(time).slice(0, 10);
}

describe('a deadline', () => {
  it('does not depend on the order in which its events were recorded', () => {
    const shuffled = events.chain(list =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(courses, instants, shuffled, (course, at, [recorded, otherwise]) => {
        const start: ClockEvent = { type: 'started', at };
        expect(deadline({ ...course, events: [...otherwise, start] })).toEqual(
          deadline({ ...course, events: [start, ...recorded] }),
        );
      }),
    );
  });

  it('agrees with a naive count of working days', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 60 }), (calendar, at, amount) => {
        const rule: DeadlineRule = { ...fixedRule, unit: 'working-days', amount };
        const result = deadline({
          rule,
          calendar,
          timeZone: 'Africa/Ouagadougou',
          events: [{ type: 'started', at }],
        });
        expect(amount === 0 || result.dueOn === naiveWorkingDay(at.slice(0, 10), amount, calendar)).toBe(
          true,
        );
      }),
    );
  });

  it('is never earlier for a later start, a longer rule or an extension', () => {
    fc.assert(
      fc.property(courses, instants, fc.integer({ min: 0, max: 5000 }), (course, at, minutes) => {
        const due = (rule: DeadlineRule, ...list: ClockEvent[]) =>
          deadline({ ...course, rule, events: list }).dueAt;
        const start: ClockEvent = { type: 'started', at };
        const later: ClockEvent = { type: 'started', at: isoOf(Date.parse(at) + minutes * 60_000) };
        const base = due(course.rule, start);
        expect(due(course.rule, later) >= base).toBe(true);
        expect(due({ ...course.rule, amount: course.rule.amount + 1 }, start) >= base).toBe(true);
        expect(due(course.rule, start, { type: 'extended', at }) >= base).toBe(true);
      }),
    );
  });

  it('is never earlier for one more pause', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 20_000 })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        calendars,
        instants,
        spans,
        fc.integer({ min: 0, max: 12 }),
        (calendar, at, list, pauseCapDays) => {
          const rule: DeadlineRule = { ...fixedRule, unit: 'working-days', amount: 15, pauseCapDays };
          const due = (pauses: typeof list) =>
            deadline({
              rule,
              calendar,
              timeZone: 'Europe/Zurich',
              events: [{ type: 'started', at }, ...pausesAt(at, pauses)],
            }).dueAt;
          expect(due(list) >= due(list.slice(1))).toBe(true);
        },
      ),
    );
  });

  it('has one line a day from its start to its end, numbered without a gap', () => {
    fc.assert(
      fc.property(courses, instants, events, (course, at, list) => {
        const { trace, dueOn, countedUnits, state } = deadline({
          ...course,
          events: [{ type: 'started', at }, ...list],
        });
        const dates = trace.map(line => line.date);
        for (const [index, date] of dates.slice(1).entries()) {
          expect(Date.parse(date) - Date.parse(dates[index] ?? '')).toBe(DAY_MS);
        }
        expect(dates.at(-1)).toBe(dueOn);
        const numbers = trace.filter(line => line.counts).map(line => line.number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        if (state !== 'stopped') expect(countedUnits).toBe(numbers.length);
      }),
    );
  });
});

const fixedRule: DeadlineRule = {
  id: 'fixed',
  clock: 'respond',
  scope: {},
  validFrom: '2020-01-01',
  amount: 5,
  unit: 'working-days',
  rollForward: false,
  pauseCapDays: 10,
  remindBefore: 1,
  consequence: 'escalate',
  source: 'fixed',
  text: TEXT,
};

function pausesAt(start: string, spans: readonly (readonly [number, number])[]): readonly ClockEvent[] {
  return spans.flatMap(([after, minutes]): ClockEvent[] => [
    { type: 'paused', at: isoOf(Date.parse(start) + after * 60_000) },
    { type: 'resumed', at: isoOf(Date.parse(start) + (after + minutes) * 60_000) },
  ]);
}
