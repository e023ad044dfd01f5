import { describe, expect, it } from 'vitest';
import type { Profile } from '../profile/profile.ts';
import type { HolidayCalendar } from './calendar.ts';
import type { ClockInputs } from './clock-inputs.ts';
import { deadline } from './deadline.ts';
import { readRecount, recount, recountPath } from './recount.ts';
import type { DeadlineRule } from './rule.ts';

const TEXT = { ar: 'x', de: 'x', en: 'x', fr: 'x' };
const RULE: DeadlineRule = {
  ...{ id: 'respond-1', clock: 'respond', scope: {}, validFrom: '2020-01-01', source: 'x', text: TEXT },
  ...{ amount: 10, unit: 'working-days', cutOffHour: 17, rollForward: true, pauseCapDays: 10 },
  ...{ remindBefore: 2, consequence: 'escalate', extension: { amount: 5, unit: 'working-days' } },
};
const calendar = (version: string, publishedOn: string, on: string): HolidayCalendar => ({
  ...{ version, publishedOn, source: 'x', years: { from: 2024, to: 2030 }, weekend: [6, 7] },
  names: { feast: TEXT },
  days: [{ on, name: 'feast' }],
});
const PROFILE: Pick<Profile, 'id' | 'timeZone' | 'rules' | 'calendars' | 'regions'> = {
  id: 'ma',
  timeZone: 'Africa/Casablanca',
  rules: [RULE],
  calendars: [calendar('1', '2026-01-01', '2026-03-12'), calendar('2', '2026-03-01', '2026-03-13')],
  regions: [{ code: 'MA-06', name: TEXT }],
};

const ASKED = { rule: 'respond-1', start: '2026-03-10T09:00' };

function errorsOf(fields: Readonly<Record<string, string>>) {
  const read = readRecount(fields, PROFILE);
  return read.ok
    ? {}
    : Object.fromEntries(Object.entries(read.errors).map(([name, { code }]) => [name, code]));
}

function asked(fields: Readonly<Record<string, string>>) {
  const read = readRecount(fields, PROFILE);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.recount;
}

describe('the address of a count', () => {
  const inputs: ClockInputs = {
    region: 'MA-06',
    startedAt: '2026-03-10T08:59:58.123Z',
    pauses: [
      { from: '2026-03-11T10:00:00.000Z', to: '2026-03-12T10:00:00.000Z', reason: 'operator-asked' },
      { from: '2026-03-16T10:00:00.000Z', to: null },
    ],
    extension: 'full',
    days: null,
  };

  it('leads to the very date of the clock, to the millisecond', () => {
    const path = recountPath('respond-1', '1', inputs);
    const fields = Object.fromEntries(new URL(path, 'https://recours.example').searchParams);
    const counted = recount(PROFILE, asked(fields));
    const working = {
      ...calendar('1', '2026-01-01', '2026-03-12'),
      holidays: new Map([['2026-03-12', TEXT]]),
    };
    const clock = deadline({
      rule: RULE,
      calendar: working,
      timeZone: PROFILE.timeZone,
      events: [
        { type: 'started', at: inputs.startedAt },
        { type: 'paused', at: '2026-03-11T10:00:00.000Z' },
        { type: 'resumed', at: '2026-03-12T10:00:00.000Z' },
        { type: 'paused', at: '2026-03-16T10:00:00.000Z' },
        { type: 'extended', at: '2026-03-20T10:00:00.000Z' },
      ],
    });
    expect(counted.dueAt).toBe(clock.dueAt);
    expect(counted.trace).toEqual(clock.trace);
    expect(counted.resumesAt).toBe(clock.resumesAt);
  });

  it('says nothing of the case', () => {
    expect(recountPath('respond-1', '1', { ...inputs, pauses: [], extension: null })).toBe(
      '/deadlines?rule=respond-1&start=2026-03-10T08%3A59%3A58.123Z&region=MA-06&calendar=1',
    );
  });
});

describe('a question to the calculator', () => {
  it('takes local times, the latest calendar and the whole country where nothing else is said', () => {
    expect(asked(ASKED)).toMatchObject({
      calendarVersion: '2',
      inputs: {
        region: null,
        startedAt: '2026-03-10T09:00:00.000Z',
        pauses: [],
        extension: null,
        days: null,
      },
    });
    expect(asked({ ...ASKED, start: '2026-06-10T09:00' }).inputs.startedAt).toBe('2026-06-10T08:00:00.000Z');
  });

  it('takes the days of a decision instead of the rule’s time', () => {
    expect(recount(PROFILE, asked({ ...ASKED, days: '3' })).dueOn).toBe('2026-03-16');
  });

  it('is refused field by field', () => {
    expect(errorsOf({})).toEqual({ rule: 'required', start: 'required' });
    expect(
      errorsOf({ rule: 'other', start: '2026-02-30T09:00', region: 'XX', calendar: '9', extension: '6' }),
    ).toEqual({
      rule: 'not-an-option',
      start: 'not-a-date',
      region: 'not-an-option',
      calendar: 'not-an-option',
    });
    expect(errorsOf({ ...ASKED, extension: '6', days: 'x' })).toEqual({
      extension: 'out-of-range',
      days: 'out-of-range',
    });
    expect(errorsOf({ ...ASKED, to1: '2026-03-11T09:00' })).toEqual({ from1: 'required' });
    expect(errorsOf({ ...ASKED, from2: '2026-03-12T09:00', to2: '2026-03-11T09:00' })).toEqual({
      to2: 'before-start',
    });
    expect(errorsOf({ ...ASKED, start: '0001-03-10T09:00' })).toEqual({ start: 'not-a-date' });
  });
});
