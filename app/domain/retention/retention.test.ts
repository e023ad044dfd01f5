import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Retention } from '../profile/profile.ts';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { dueBefore, erasureDay } from './retention.ts';

const RETENTION = { years: 5, onRequestDays: 30, source: 'test' };

test.each([
  ['2020-02-29', null, '2025-03-01'],
  ['2026-03-10', null, '2031-03-11'],
  ['2026-03-10', '2026-04-01', '2026-05-02'],
  ['2026-03-10', '2031-03-09', '2031-03-11'],
])('a case over on %s whose erasure was asked for on %s falls due on %s', (overOn, requestedOn, due) => {
  expect(erasureDay(RETENTION, { overOn, requestedOn })).toBe(due);
});

test('the day that is announced is the first on which the job finds the case, with every 29 February', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 10 }), (offset, years) => {
      expectFoundFrom(addDays('2020-01-01', offset), { ...RETENTION, years });
    }),
  );
  for (const overOn of ['2027-02-27', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01']) {
    for (const years of [1, 4, 5]) expectFoundFrom(overOn, { ...RETENTION, years });
  }
});

function expectFoundFrom(overOn: PlainDate, retention: Retention): void {
  const due = erasureDay(retention, { overOn, requestedOn: null });
  const isDue = (day: string) => overOn < dueBefore(retention, `${day}T12:00:00Z`, 'UTC').over;
  expect([isDue(addDays(due, -1)), isDue(due)], `${overOn}, ${retention.years} years`).toEqual([false, true]);
}
