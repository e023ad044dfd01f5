import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poissonLimits, ratePerSubscribers, shareOf } from './rates.ts';

describe('the 95 % limits of a Poisson count', () => {
  test.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [2, 0.2422, 7.2247],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [20, 12.2165, 30.8884],
    [50, 37.111, 65.9183],
  ])('of %i are those of the published tables', (count, low, high) => {
    const limits = poissonLimits(count);
    expect(limits[0]).toBeCloseTo(low, 3);
    expect(limits[1]).toBeCloseTo(high, 3);
  });

  test('go on smoothly where the approximation takes over', () => {
    const [low, high] = poissonLimits(100);
    expect(low).toBeCloseTo(81.3637, 1);
    expect(high).toBeCloseTo(121.6274, 1);
  });

  test('enclose the count and widen with it, more slowly than it grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), count => {
        const [low, high] = poissonLimits(count);
        const [, double] = poissonLimits(2 * count);
        return low < count && count < high && (double - 2 * count) / (2 * count) < (high - count) / count;
      }),
    );
  });

  test('are refused for what is no count', () => {
    expect(() => poissonLimits(-1)).toThrow(RangeError);
    expect(() => poissonLimits(1.5)).toThrow(RangeError);
  });
});

describe('a rate per 10,000 subscribers', () => {
  test('is the count over the subscribers, with its interval', () => {
    const rate = ratePerSubscribers(10, 50_000);
    expect(rate?.rate).toBe(2);
    expect(rate?.low).toBeCloseTo(0.959, 3);
    expect(rate?.high).toBeCloseTo(3.678, 3);
  });

  test('does not exist without subscribers', () => {
    expect(ratePerSubscribers(10, 0)).toBeNull();
  });

  test('of no complaint still has an upper limit', () => {
    expect(ratePerSubscribers(0, 10_000)).toMatchObject({ rate: 0, low: 0 });
    expect(ratePerSubscribers(0, 10_000)?.high).toBeCloseTo(3.689, 3);
  });
});

test('a share of nothing is none', () => {
  expect(shareOf(1, 4)).toBe(0.25);
  expect(shareOf(0, 0)).toBeNull();
});
