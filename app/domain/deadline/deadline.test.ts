import { describe, expect, it } from 'vitest';
import type { LocalisedText } from '../shared/language.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { ClockEvent } from './clock-events.ts';
import { type DeadlineQuestion, deadline, isBreached, reminderAt } from './deadline.ts';
import type { DeadlineRule } from './rule.ts';

const named = (name: string): LocalisedText => ({ ar: name, de: name, en: name, fr: name });

const CALENDAR: WorkingCalendar = {
  version: 'test-1',
  weekend: [6, 7],
  years: { from: 2023, to: 2030 },
  holidays: new Map([
    ['2025-01-01', named('New Year')],
    ['2025-05-01', named('Labour Day')],
    ['2026-01-01', named('New Year')],
  ]),
};

function rule(changes: Partial<DeadlineRule>): DeadlineRule {
  return {
    id: 'test-respond-1',
    clock: 'respond',
    scope: {},
    validFrom: '2020-01-01',
    amount: 5,
    unit: 'working-days',
    rollForward: true,
    pauseCapDays: 10,
    remindBefore: 1,
    consequence: 'escalate',
    source: 'test',
    text: named('test'),
    ...changes,
  };
}

const started = (at: string): ClockEvent => ({ type: 'started', at });

function due(
  changes: Partial<DeadlineRule>,
  events: readonly ClockEvent[],
  rest: Partial<DeadlineQuestion> = {},
) {
  return deadline({ rule: rule(changes), calendar: CALENDAR, timeZone: 'Europe/Paris', events, ...rest });
}

const steps = (result: ReturnType<typeof due>) => result.trace.map(({ date, reason }) => `${date} ${reason}`);

describe('a deadline in working days', () => {
  it('leaves out the day of the start, weekends and holidays, and says so day by day', () => {
    const result = due({ amount: 3 }, [started('2025-04-30T08:00:00Z')]);
    expect(result.dueOn).toBe('2025-05-06');
    expect(result.dueAt).toBe('2025-05-06T21:59:59.999Z');
    expect(steps(result)).toEqual([
      '2025-04-30 start-day',
      '2025-05-01 holiday',
      '2025-05-02 counted',
      '2025-05-03 weekend',
      '2025-05-04 weekend',
      '2025-05-05 counted',
      '2025-05-06 counted',
    ]);
    expect(result.trace[1]?.holiday?.en).toBe('Labour Day');
    expect(result.trace.at(-1)?.number).toBe(3);
    expect(result).toMatchObject({ ruleId: 'test-respond-1', calendarVersion: 'test-1', countedUnits: 3 });
  });

  it('takes a start from the cut-off hour on as one of the next day', () => {
    expect(due({ amount: 1, cutOffHour: 17 }, [started('2025-03-03T15:59:59Z')]).dueOn).toBe('2025-03-04');
    const late = due({ amount: 1, cutOffHour: 17 }, [started('2025-03-03T16:00:00Z')]);
    expect(late.dueOn).toBe('2025-03-05');
    expect(steps(late)).toEqual(['2025-03-03 start-day', '2025-03-04 cut-off', '2025-03-05 counted']);
  });

  it('runs over the end of a year', () => {
    expect(due({ amount: 5 }, [started('2025-12-29T10:00:00Z')]).dueOn).toBe('2026-01-06');
  });

  it('refuses a calendar on which nobody ever works', () => {
    const calendar = { ...CALENDAR, weekend: [1, 2, 3, 4, 5, 6, 7] };
    expect(() => due({}, [started('2025-03-03T10:00:00Z')], { calendar })).toThrow(RangeError);
  });

  it('tells when the calendar does not know the year', () => {
    expect(due({}, [started('2031-03-03T10:00:00Z')]).calendarCovers).toBe(false);
    expect(due({}, [started('2025-03-03T10:00:00Z')]).calendarCovers).toBe(true);
  });
});

describe('a deadline in calendar days', () => {
  const fifteen = { amount: 15, unit: 'calendar-days' } as const;

  it('moves to the next working day when it ends on a day off', () => {
    const result = due(fifteen, [started('2025-04-16T10:00:00Z')]);
    expect(result.dueOn).toBe('2025-05-02');
    expect(steps(result).slice(-2)).toEqual(['2025-05-01 counted', '2025-05-02 rolled']);
    expect(result.trace.at(-2)?.holiday?.en).toBe('Labour Day');
  });

  it('stays on a day off where the rule does not move it', () => {
    expect(due({ ...fifteen, rollForward: false }, [started('2025-04-16T10:00:00Z')]).dueOn).toBe(
      '2025-05-01',
    );
  });

  it('counts 29 February in a leap year', () => {
    const ten = { amount: 10, unit: 'calendar-days', rollForward: false } as const;
    expect(due(ten, [started('2024-02-20T10:00:00Z')]).dueOn).toBe('2024-03-01');
    expect(due(ten, [started('2025-02-20T10:00:00Z')]).dueOn).toBe('2025-03-02');
  });

  it('takes the days of a decision instead of its own', () => {
    expect(due(fifteen, [started('2025-03-03T10:00:00Z')], { amount: 2 }).dueOn).toBe('2025-03-05');
  });
});

describe('a deadline in months', () => {
  const month = { amount: 1, unit: 'months', rollForward: false } as const;

  it('ends on the last day of a month that is too short', () => {
    expect(due(month, [started('2025-01-31T10:00:00Z')]).dueOn).toBe('2025-02-28');
    expect(due(month, [started('2024-01-31T10:00:00Z')]).dueOn).toBe('2024-02-29');
    expect(due({ ...month, amount: 12 }, [started('2024-02-29T10:00:00Z')]).dueOn).toBe('2025-02-28');
    expect(due(month, [started('2025-12-31T10:00:00Z')]).dueOn).toBe('2026-01-31');
  });

  it('is extended from its origin, not from its short month', () => {
    const events: ClockEvent[] = [
      started('2025-01-31T10:00:00Z'),
      { type: 'extended', at: '2025-02-10T10:00:00Z' },
    ];
    const result = due({ ...month, extension: { amount: 1, unit: 'months' } }, events);
    expect(result.dueOn).toBe('2025-03-31');
    expect(steps(result)).toContain('2025-02-28 counted');
    expect(steps(result)).toContain('2025-03-01 extension');
  });

  it('is put off by one day for each day of a pause', () => {
    const events: ClockEvent[] = [
      started('2025-03-03T10:00:00Z'),
      { type: 'paused', at: '2025-03-10T10:00:00Z' },
      { type: 'resumed', at: '2025-03-12T10:00:00Z' },
    ];
    expect(due(month, events).dueOn).toBe('2025-04-06');
  });
});

describe('a deadline in hours', () => {
  const day = { amount: 24, unit: 'hours' } as const;

  it('ends at the exact instant, also over a clock change', () => {
    expect(due(day, [started('2025-03-29T22:30:00Z')]).dueAt).toBe('2025-03-30T22:30:00.000Z');
  });

  it('stands still during a pause and never longer than its cap', () => {
    const events: ClockEvent[] = [
      started('2025-03-03T10:00:00Z'),
      { type: 'paused', at: '2025-03-03T20:00:00Z' },
      { type: 'resumed', at: '2025-03-05T20:30:00Z' },
    ];
    const paused = due(day, events);
    expect(paused.dueAt).toBe('2025-03-06T10:30:00.000Z');
    expect(paused.trace.map(line => line.reason)).toEqual(['counted', 'paused', 'counted', 'counted']);
    expect(due({ ...day, pauseCapDays: 1 }, events).dueAt).toBe('2025-03-05T10:00:00.000Z');
  });

  it('has one cap for all its pauses together', () => {
    const events: ClockEvent[] = [
      started('2025-03-03T10:00:00Z'),
      { type: 'paused', at: '2025-03-03T12:00:00Z' },
      { type: 'resumed', at: '2025-03-04T08:00:00Z' },
      { type: 'paused', at: '2025-03-04T10:00:00Z' },
      { type: 'resumed', at: '2025-03-05T06:00:00Z' },
    ];
    expect(due({ ...day, pauseCapDays: 1 }, events).dueAt).toBe('2025-03-05T10:00:00.000Z');
    expect(due({ ...day, pauseCapDays: 2 }, events).dueAt).toBe('2025-03-06T02:00:00.000Z');
  });

  it('is extended in hours only', () => {
    const events: ClockEvent[] = [
      started('2025-03-03T10:00:00Z'),
      { type: 'extended', at: '2025-03-03T11:00:00Z' },
    ];
    expect(due({ ...day, extension: { amount: 12, unit: 'hours' } }, events).dueAt).toBe(
      '2025-03-04T22:00:00.000Z',
    );
    expect(() => due({ ...day, extension: { amount: 1, unit: 'months' } }, events)).toThrow(RangeError);
  });
});

describe('pauses', () => {
  const start = started('2025-03-03T10:00:00Z');
  const pause = (at: string): ClockEvent => ({ type: 'paused', at });
  const resume = (at: string): ClockEvent => ({ type: 'resumed', at });

  it('take out every day that they touch', () => {
    const events = [start, pause('2025-03-05T22:00:00Z'), resume('2025-03-06T07:00:00Z')];
    expect(due({}, events).dueOn).toBe('2025-03-12');
  });

  it('do not touch the day that begins as they end', () => {
    const events = [start, pause('2025-03-05T10:00:00Z'), resume('2025-03-05T23:00:00Z')];
    expect(steps(due({}, events)).slice(2, 4)).toEqual(['2025-03-05 paused', '2025-03-06 counted']);
  });

  it('that overlap count once', () => {
    const apart = [start, pause('2025-03-04T10:00:00Z'), resume('2025-03-07T10:00:00Z')];
    const overlapping = [...apart, pause('2025-03-05T10:00:00Z'), resume('2025-03-06T10:00:00Z')];
    expect(due({}, overlapping)).toEqual(due({}, apart));
  });

  it('use up their cap with days that would have counted, not with weekends', () => {
    const events = [start, pause('2025-03-07T10:00:00Z'), resume('2025-03-12T10:00:00Z')];
    expect(due({ pauseCapDays: 2 }, events).dueOn).toBe('2025-03-12');
    expect(due({ pauseCapDays: 4 }, events).dueOn).toBe('2025-03-14');
  });

  it('that have no end are taken to last until the cap', () => {
    const result = due({ pauseCapDays: 3 }, [start, pause('2025-03-05T10:00:00Z')]);
    expect(result).toMatchObject({ state: 'paused', dueOn: '2025-03-13' });
  });

  it('run again where they began once an earlier one has used up the cap', () => {
    const first = [start, pause('2025-03-04T10:00:00Z'), resume('2025-03-05T10:00:00Z')];
    const capped = due({ pauseCapDays: 2 }, [...first, pause('2025-03-07T10:00:00Z')]);
    expect(capped).toMatchObject({ dueOn: '2025-03-12', resumesAt: '2025-03-07T10:00:00Z' });
    const open = due({ pauseCapDays: 3 }, [...first, pause('2025-03-07T10:00:00Z')]);
    expect(open).toMatchObject({ dueOn: '2025-03-13', resumesAt: '2025-03-07T23:00:00.000Z' });
  });

  it('end when the clock stops', () => {
    const events = [
      start,
      pause('2025-03-05T10:00:00Z'),
      { type: 'stopped', at: '2025-03-06T10:00:00Z' } as const,
    ];
    expect(due({}, events)).toMatchObject({ state: 'stopped', dueOn: '2025-03-12', countedUnits: 1 });
  });
});

describe('an extension', () => {
  const extension = { amount: 3, unit: 'working-days' } as const;
  const events: ClockEvent[] = [
    started('2025-03-03T10:00:00Z'),
    { type: 'extended', at: '2025-03-04T10:00:00Z' },
  ];

  it('prolongs the deadline once and shows its days', () => {
    const result = due({ extension }, events);
    expect(result.dueOn).toBe('2025-03-13');
    expect(result.trace.filter(line => line.reason === 'extension')).toHaveLength(3);
    expect(due({ extension }, [...events, { type: 'extended', at: '2025-03-05T10:00:00Z' }])).toEqual(result);
  });

  it('is never longer than the rule allows', () => {
    const asking = (days: number): ClockEvent[] => [
      started('2025-03-03T10:00:00Z'),
      { type: 'extended', at: '2025-03-04T10:00:00Z', days },
    ];
    expect(due({ extension }, asking(1)).dueOn).toBe('2025-03-11');
    expect(due({ extension }, asking(30)).dueOn).toBe('2025-03-13');
    expect(due({}, asking(2)).dueOn).toBe('2025-03-10');
  });

  it('in another unit follows the unextended deadline', () => {
    const rules = { amount: 1, unit: 'months', extension: { amount: 15, unit: 'calendar-days' } } as const;
    expect(due(rules, events).dueOn).toBe('2025-04-18');
  });
});

describe('ageing for a demonstration', () => {
  it('moves what came before it into the past, at the same time of day', () => {
    const events: ClockEvent[] = [
      started('2025-04-07T07:30:00Z'),
      { type: 'shifted', at: '2025-04-07T12:00:00Z', days: 10 },
      { type: 'stopped', at: '2025-04-08T07:00:00Z' },
    ];
    const result = due({ amount: 3 }, events);
    expect(result.trace[0]).toMatchObject({ date: '2025-03-28', reason: 'start-day' });
    expect(result.dueOn).toBe('2025-04-02');
  });
});

describe('a breach', () => {
  it('begins one millisecond after the deadline', () => {
    expect(isBreached('2025-03-10T22:59:59.999Z', '2025-03-10T22:59:59.999Z')).toBe(false);
    expect(isBreached('2025-03-10T22:59:59.999Z', '2025-03-10T23:00:00.000Z')).toBe(true);
  });

  it('is announced in the morning, days before, local time', () => {
    const result = due({}, [started('2025-03-24T10:00:00Z')]);
    expect(result.dueOn).toBe('2025-03-31');
    expect(reminderAt(rule({ remindBefore: 2 }), result, 'Europe/Paris')).toBe('2025-03-29T07:00:00.000Z');
    expect(reminderAt(rule({ remindBefore: 0 }), result, 'Europe/Paris')).toBeNull();
  });
});

it('a clock that never started has no deadline', () => {
  expect(() => due({}, [{ type: 'paused', at: '2025-03-03T10:00:00Z' }])).toThrow(RangeError);
});
