import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../shared/plain-date.ts';
import { endOfMonth, monthOf, splitPeriod, stepsOf } from './period.ts';

const FUTURE = '2100-01-01';

describe('a period', () => {
  test('of whole months is read by month alone', () => {
    expect(splitPeriod({ from: '2025-02-01', to: '2025-04-30' }, FUTURE)).toEqual({
      months: { from: '2025-02-01', to: '2025-04-01' },
      days: [],
    });
  });

  test('with ragged ends adds the days at them', () => {
    expect(splitPeriod({ from: '2025-01-20', to: '2025-04-03' }, FUTURE)).toEqual({
      months: { from: '2025-02-01', to: '2025-03-01' },
      days: [
        { from: '2025-01-20', to: '2025-01-31' },
        { from: '2025-04-01', to: '2025-04-03' },
      ],
    });
  });

  test('within a month is read by day', () => {
    const days = [{ from: '2025-01-20', to: '2025-02-10' }];
    expect(splitPeriod({ from: '2025-01-20', to: '2025-02-10' }, FUTURE)).toEqual({ months: null, days });
  });

  test('that reaches today takes the present month as whole', () => {
    expect(splitPeriod({ from: '2025-01-01', to: '2025-03-10' }, '2025-03-10')).toEqual({
      months: { from: '2025-01-01', to: '2025-03-01' },
      days: [],
    });
  });

  test('is covered once and wholly by its parts', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map(offset => addDays('2024-01-01', offset));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const span = a <= b ? { from: a, to: b } : { from: b, to: a };
        const { months, days } = splitPeriod(span, FUTURE);
        const covered = days.flatMap(part => stepsOf(part, 'day'));
        if (months) covered.push(...stepsOf({ from: months.from, to: endOfMonth(months.to) }, 'day'));
        expect(covered.sort()).toEqual(stepsOf(span, 'day'));
        expect(covered).toHaveLength(daysBetween(span.from, span.to) + 1);
      }),
    );
  });
});

test('the months that a period touches include those at its ends', () => {
  expect(stepsOf({ from: '2025-01-31', to: '2025-03-01' }, 'month')).toEqual([
    '2025-01-01',
    '2025-02-01',
    '2025-03-01',
  ]);
  expect(monthOf('2025-03-10')).toBe('2025-03-01');
});
