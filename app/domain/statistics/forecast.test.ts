import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../shared/plain-date.ts';
import { type ForecastQuestion, forecastLateness, medianOf, paceOf } from './forecast.ts';

const TODAY = '2026-03-09';

function week(working: readonly boolean[] = [true, true, true, true, true, false, false]) {
  return working.map((works, index) => ({ day: addDays(TODAY, index), working: works }));
}

const waiting = fc.array(
  fc.record({
    dueOn: fc.integer({ min: -5, max: 9 }).map(offset => addDays(TODAY, offset)),
    count: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 14 },
);

const question: fc.Arbitrary<ForecastQuestion> = fc.record({
  waiting,
  pace: fc.double({ min: 0, max: 40, noNaN: true }),
  answeredToday: fc.integer({ min: 0, max: 20 }),
  days: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }).map(week),
});

/** The same, case by case: each answer takes the case that is due first of those that still wait. */
function oneByOne({ waiting, pace, answeredToday, days }: ForecastQuestion): number[] {
  const cases = waiting.flatMap(({ dueOn, count }) => Array.from({ length: count }, () => dueOn)).sort();
  let given = answeredToday;
  return days.map(({ day }, index) => {
    const allowed = Math.floor(days.slice(0, index + 1).filter(({ working }) => working).length * pace);
    while (given < allowed) {
      given += 1;
      cases.shift();
    }
    return cases.filter(dueOn => dueOn === day).length;
  });
}

describe('the forecast of what becomes late', () => {
  test('answers first what is late, then what is due first, and rests on days off', () => {
    const forecast = forecastLateness({
      waiting: [
        { dueOn: '2026-03-06', count: 3 },
        { dueOn: '2026-03-09', count: 2 },
        { dueOn: '2026-03-14', count: 9 },
      ],
      pace: 2,
      answeredToday: 0,
      days: week(),
    });
    expect(forecast).toMatchObject({ lateAlready: 3, late: 6 });
    expect(forecast.days.map(({ answers, late }) => [answers, late])).toEqual([
      [2, 2],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [0, 4],
      [0, 0],
    ]);
  });

  test('counts what today has seen already, and half answers once they are whole', () => {
    const due = [{ dueOn: addDays(TODAY, 3), count: 4 }];
    const forecast = forecastLateness({ waiting: due, pace: 1.5, answeredToday: 2, days: week() });
    expect(forecast.days.map(({ answers }) => answers)).toEqual([0, 1, 1, 2, 0, 0, 0]);
  });

  test('equals answering case by case', () => {
    fc.assert(
      fc.property(question, asked => {
        expect(forecastLateness(asked).days.map(({ late }) => late)).toEqual(oneByOne(asked));
      }),
    );
  });

  test('loses no case: what was due is answered, late, or due later', () => {
    fc.assert(
      fc.property(question, asked => {
        const { days, lateAlready, late } = forecastLateness(asked);
        const all = asked.waiting.reduce((sum, { count }) => sum + count, 0);
        const answers = days.reduce((sum, day) => sum + day.answers, 0);
        const due = days.reduce((sum, day) => sum + day.due, 0);
        expect(answers).toBeLessThanOrEqual(all);
        expect(late).toBeLessThanOrEqual(due);
        expect(lateAlready + due).toBeLessThanOrEqual(all);
      }),
    );
  });

  test('never gets worse on any day when more is answered', () => {
    fc.assert(
      fc.property(question, fc.double({ min: 0, max: 20, noNaN: true }), (asked, more) => {
        const slower = forecastLateness(asked).days;
        const faster = forecastLateness({ ...asked, pace: asked.pace + more }).days;
        expect(faster.every(({ late }, index) => late <= (slower[index]?.late ?? 0))).toBe(true);
      }),
    );
  });

  test('without any answer is everything that falls due', () => {
    fc.assert(
      fc.property(question, asked => {
        const { days } = forecastLateness({ ...asked, pace: 0 });
        expect(days.every(({ due, late }) => due === late)).toBe(true);
      }),
    );
  });

  test('is refused for a pace that is none', () => {
    expect(() => forecastLateness({ waiting: [], pace: Number.NaN, answeredToday: 0, days: week() })).toThrow(
      RangeError,
    );
  });
});

test('a pace is answers by working day, and none without one', () => {
  expect(paceOf(30, 20)).toBe(1.5);
  expect(paceOf(3, 0)).toBeNull();
});

test('the median is the middle, or between the two in the middle', () => {
  expect(medianOf([])).toBeNull();
  expect(medianOf([9, 1, 4])).toBe(4);
  expect(medianOf([4, 1])).toBe(2.5);
});
