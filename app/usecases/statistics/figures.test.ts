import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { MEASURES } from '#app/domain/statistics/contribution.ts';
import { BUCKET_COUNT } from '#app/domain/statistics/histogram.ts';
import { figuresFrom, grainOf } from './figures.ts';
import { figuresCsv } from './figures-csv.ts';

const PERIOD = { from: '2026-01-15', to: '2026-04-10' };

function operator(
  id: string,
  subscribers: number,
  counts: Partial<Record<(typeof MEASURES)[number], number>>,
) {
  const histogram = Array.from({ length: BUCKET_COUNT }, (_, day) =>
    day === 3 ? (counts.answered ?? 0) : 0,
  );
  return { id, name: id, subscribers, measures: MEASURES.map(measure => counts[measure] ?? 0), histogram };
}

const OPERATORS = [
  operator('a', 100_000, {
    filed: 30,
    served: 20,
    answered: 10,
    answered_in_time: 9,
    answered_late: 1,
    breached: 11,
    money_returned_minor: 12_050,
  }),
  operator('b', 50_000, {
    filed: 10,
    served: 10,
    answered: 5,
    answered_in_time: 1,
    answered_late: 2,
    breached: 2,
  }),
  operator('=unknown', 0, { filed: 4 }),
];
const SLICES = [
  {
    dimension: 'period',
    key: '2026-02-01',
    filed: 7,
    answered: 0,
    answered_in_time: 0,
    answered_late: 0,
    breached: 2,
    disputed: 0,
  },
  {
    dimension: 'region',
    key: 'MA-06',
    filed: 44,
    answered: 15,
    answered_in_time: 10,
    answered_late: 5,
    breached: 6,
    disputed: 2,
  },
] as const;

describe('the figures of a period', () => {
  const figures = figuresFrom(OPERATORS, SLICES, { ...PERIOD, category: 'billing' });

  test('add up the operators, and rate those whose subscribers are known', () => {
    expect(figures.total.measures).toMatchObject({
      filed: 44,
      served: 30,
      answered: 15,
      answered_in_time: 10,
    });
    expect(figures.total.medianDays).toBe(3);
    expect(figures.total.rate?.rate).toBeCloseTo((40 / 150_000) * 10_000);
    expect(figures.operators.map(({ rate }) => rate?.rate ?? null)).toEqual([3, 2, null]);
  });

  test('tell deadlines met from answers in time: silence weighs in the first alone', () => {
    const { total, operators } = figures;
    expect(total.measures).toMatchObject({ deadline_ended: 23, breached: 13, missed_unanswered: 10 });
    expect(total.deadlinesMet).toBeCloseTo(10 / 23);
    expect(total.answersInTime).toBeCloseTo(10 / 13);
    expect(operators.map(({ deadlinesMet }) => deadlinesMet)).toEqual([9 / 20, 1 / 3, null]);
    const [low, high] = [total.deadlinesMetLimits?.low ?? 1, total.deadlinesMetLimits?.high ?? 0];
    expect(low).toBeLessThan(10 / 23);
    expect(high).toBeGreaterThan(10 / 23);
  });

  test('have a place for every month that they touch', () => {
    expect(figures.periods.map(({ key, filed }) => [key, filed])).toEqual([
      ['2026-01-01', 0],
      ['2026-02-01', 7],
      ['2026-03-01', 0],
      ['2026-04-01', 0],
    ]);
  });

  test('are drawn by day up to 62 days', () => {
    expect(grainOf({ from: '2026-01-01', to: '2026-03-03' })).toBe('day');
    expect(grainOf({ from: '2026-01-01', to: '2026-03-04' })).toBe('month');
  });

  test('are written as a table in which nothing runs as a formula', () => {
    const file = figuresCsv(figures, { currency: 'MAD', regionName: () => 'Casablanca-Settat' });
    const rows: Record<string, string>[] = parse(file, { bom: true, columns: true });
    expect(rows.map(row => [row.breakdown, row.key, row.filed])).toEqual([
      ['total', '', '44'],
      ['operator', 'a', '30'],
      ['operator', 'b', '10'],
      ['operator', "'=unknown", '4'],
      ['region', 'MA-06', '44'],
      ['month', '2026-01-01', '0'],
      ['month', '2026-02-01', '7'],
      ['month', '2026-03-01', '0'],
      ['month', '2026-04-01', '0'],
    ]);
    expect(rows[1]).toMatchObject({ money_returned: '120.50', currency: 'MAD', rate_per_10000: '3' });
    expect(rows[1]).toMatchObject({ deadline_ended: '20', deadlines_met_share_of_ended: '0.45' });
    expect(rows[0]).toMatchObject({ only_category: 'billing', only_operator: '' });
    expect(rows[4]).toMatchObject({
      label: 'Casablanca-Settat',
      upheld: '',
      deadline_ended: '16',
      missed_unanswered: '1',
      deadlines_met_share_of_ended: '0.625',
      answers_in_time_share_of_answers: '0.666667',
    });
  });
});
