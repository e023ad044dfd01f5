/** The 95 % confidence limits of a figure. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A rate with its interval, in events per 10,000 subscribers. */
export interface Rate extends Interval {
  readonly rate: number;
}

/** Subscribers to which the published rates refer. */
const RATE_BASE = 10_000;

/** Probability left out on each side of a two-sided 95 % interval. */
const TAIL = 0.025;
/** Quantile 0.975 of the standard normal distribution. */
const Z = 1.959963984540054;
/** From this count on, Byar's approximation agrees with the exact limits to four digits. */
const EXACT_BELOW = 100;

/** P(X ≤ count) for X ~ Poisson(mean). */
function poissonAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= count; k += 1) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** The mean at which a falling probability reaches `wanted`, by halving. */
function meanWhere(falling: (mean: number) => number, wanted: number, upper: number): number {
  let low = 0;
  let high = upper;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (falling(middle) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function exactLimits(count: number): readonly [number, number] {
  const upper = 4 * count + 20;
  const low = count === 0 ? 0 : meanWhere(mean => poissonAtMost(count - 1, mean), 1 - TAIL, upper);
  return [low, meanWhere(mean => poissonAtMost(count, mean), TAIL, upper)];
}

function byarLimits(count: number): readonly [number, number] {
  const limit = (n: number, z: number) => n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3;
  return [limit(count, -Z), limit(count + 1, Z)];
}

/**
 * The 95 % confidence limits of the mean behind a count of independent events: the exact Poisson limits of
 * F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), pages 437–442; for larger
 * counts the approximation of Byar in N. E. Breslow and N. E. Day, "Statistical Methods in Cancer Research",
 * volume II (IARC 1987), page 69.
 * @param count a whole number, 0 or more
 * @throws RangeError for anything else
 */
export function poissonLimits(count: number): readonly [low: number, high: number] {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
  return count < EXACT_BELOW ? exactLimits(count) : byarLimits(count);
}

/**
 * Complaints per 10,000 subscribers, with the 95 % interval of {@link poissonLimits}. Null where the number of
 * subscribers isn't known (0): a rate without a denominator would only mislead.
 */
export function ratePerSubscribers(count: number, subscribers: number): Rate | null {
  if (!(subscribers > 0)) return null;
  const [low, high] = poissonLimits(count);
  const per = RATE_BASE / subscribers;
  return { rate: count * per, low: low * per, high: high * per };
}

/** A share between 0 and 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/**
 * The 95 % limits of a share, which stay between 0 and 1 and are honest about small numbers: the score interval of
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), pages 209–212. Null of nothing.
 */
export function shareLimits(part: number, whole: number): Interval | null {
  if (!(whole > 0)) return null;
  const share = part / whole;
  const weight = Z ** 2 / whole;
  const middle = share + weight / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / whole + weight / (4 * whole));
  const low = part === 0 ? 0 : (middle - reach) / (1 + weight);
  const high = part === whole ? 1 : (middle + reach) / (1 + weight);
  return { low, high };
}
