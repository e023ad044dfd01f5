import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poissonLimits, ratePerSubscribers, shareLimits, shareOf } from './rates.ts';

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

describe('the 95 % limits of a share', () => {
  test.each([
    [0, 10, 0, 0.2775],
    [1, 1, 0.2065, 1],
    [2, 3, 0.2077, 0.9385],
    [15, 148, 0.0624, 0.1605],
    [81, 263, 0.2553, 0.3662],
  ])('of %i in %i are those of the score interval', (part, whole, low, high) => {
    const limits = shareLimits(part, whole);
    expect(limits?.low).toBeCloseTo(low, 3);
    expect(limits?.high).toBeCloseTo(high, 3);
  });

  test('hold the share, stay between nothing and all, and narrow with more of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, of) => {
          const part = Math.round(whole * of);
          const limits = shareLimits(part, whole);
          const more = shareLimits(part * 4, whole * 4);
          if (limits === null || more === null) return false;
          const width = limits.high - limits.low;
          const holds = limits.low <= part / whole && part / whole <= limits.high;
          return holds && limits.low >= 0 && limits.high <= 1 && more.high - more.low < width;
        },
      ),
    );
  });

  test('are none of nothing', () => {
    expect(shareLimits(0, 0)).toBeNull();
  });
});
