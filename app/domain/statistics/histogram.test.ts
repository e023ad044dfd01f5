import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUCKET_BOUNDS, BUCKET_COUNT, bucketOf, quantileDays } from './histogram.ts';

function histogramOf(days: readonly number[]): number[] {
  const histogram = Array.from({ length: BUCKET_COUNT }, () => 0);
  for (const day of days) histogram[bucketOf(day)] = (histogram[bucketOf(day)] ?? 0) + 1;
  return histogram;
}

describe('the bucket of a number of days', () => {
  test.each([
    [0, 0],
    [1, 1],
    [15, 15],
    [16, 16],
    [17, 16],
    [18, 17],
    [365, BUCKET_COUNT - 2],
    [366, BUCKET_COUNT - 1],
    [5000, BUCKET_COUNT - 1],
  ])('takes its bound in: %i days are in bucket %i', (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket);
  });
});

describe('a quantile of the days', () => {
  test('of no case does not exist', () => {
    expect(quantileDays(histogramOf([]), 0.5)).toBeNull();
  });

  test('is the day within which so many were answered, not one less', () => {
    expect(quantileDays(histogramOf([1, 2, 3]), 0.5)).toBe(2);
    expect(quantileDays(histogramOf([1, 2, 3, 4]), 0.5)).toBe(2);
    expect(quantileDays(histogramOf([1, 1, 1, 1, 1, 1, 1, 1, 9, 12]), 0.9)).toBe(9);
    expect(quantileDays(histogramOf([7]), 0.9)).toBe(7);
  });

  test('above fifteen days is the upper bound of its bucket, and 366 in the open one', () => {
    expect(quantileDays(histogramOf([16]), 0.5)).toBe(17);
    expect(quantileDays(histogramOf([400]), 0.5)).toBe(366);
  });

  test('equals that of the days themselves wherever the buckets are single days', () => {
    const days = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.constantFrom(0.1, 0.5, 0.9, 1), (list, quantile) => {
        const sorted = list.toSorted((a, b) => a - b);
        const wanted = sorted[Math.max(1, Math.ceil(list.length * quantile)) - 1];
        expect(quantileDays(histogramOf(list), quantile)).toBe(wanted);
      }),
    );
  });

  test('lies on one of the bounds', () => {
    const days = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, list => {
        expect([...BUCKET_BOUNDS, 366]).toContain(quantileDays(histogramOf(list), 0.5));
      }),
    );
  });
});
