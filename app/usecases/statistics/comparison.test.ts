import { expect, test } from 'vitest';
import type { Measures } from '#app/domain/statistics/contribution.ts';
import { MEASURES } from '#app/domain/statistics/contribution.ts';
import { BUCKET_COUNT } from '#app/domain/statistics/histogram.ts';
import { LEAST_ANSWERS, LEAST_OPERATORS, mediansOf } from './comparison.ts';
import { figuresFrom } from './figures.ts';

function operators(counts: readonly Partial<Measures>[]) {
  const sums = counts.map((known, index) => ({
    id: `operator ${index}`,
    name: `Operator ${index}`,
    subscribers: 1_000_000,
    measures: MEASURES.map(measure => known[measure] ?? 0),
    histogram: Array.from({ length: BUCKET_COUNT }, (_, day) => (day === 2 ? (known.answered ?? 0) : 0)),
  }));
  return figuresFrom(sums, [], { from: '2026-01-01', to: '2026-03-31' });
}

const GOOD = { filed: 10, answered: 10, answered_in_time: 10 };
const SILENT = { filed: 10, breached: 10 };

test('an operator that answers nothing is compared by the deadlines that it missed', () => {
  const found = mediansOf(operators([GOOD, SILENT, SILENT]));
  expect(found?.operators).toBe(LEAST_OPERATORS);
  expect(found?.medians.deadlinesMet).toBe(0);
  expect(found?.medians.inTime).toBeNull();
});

test('a figure is compared among those with enough of what it is a share of', () => {
  const few = { ...GOOD, answered: LEAST_ANSWERS - 1, answered_in_time: LEAST_ANSWERS - 1, breached: 1 };
  const found = mediansOf(operators([GOOD, GOOD, GOOD, few]));
  expect(found).toMatchObject({ operators: 4, medians: { inTime: 1, medianDays: 2 } });
  expect(mediansOf(operators([GOOD, GOOD, { filed: 3 }]))).toBeNull();
});
