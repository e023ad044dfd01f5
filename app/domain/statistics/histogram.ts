/**
 * Upper bounds (inclusive, calendar days) of the buckets for days to the first answer: each day up to 15, then
 * coarser. The last bucket is open. Exact to the day where deadlines lie, small enough to add up fast.
 */
export const BUCKET_BOUNDS = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 19, 21, 24, 27, 30, 35, 40, 50, 60, 90, 120, 180,
  365,
] as const;

/** Days beyond this one are counted together. */
export const LAST_BOUND = Math.max(...BUCKET_BOUNDS);

export const BUCKET_COUNT = BUCKET_BOUNDS.length + 1;

/** Index of the bucket that a number of days falls into. */
export function bucketOf(days: number): number {
  const index = BUCKET_BOUNDS.findIndex(bound => days <= bound);
  return index === -1 ? BUCKET_BOUNDS.length : index;
}

/**
 * The smallest number of days within which at least the share `quantile` of the cases was answered.
 * Exact up to 15 days, above that the bucket's upper bound; null without cases. The open bucket answers 366.
 */
export function quantileDays(histogram: readonly number[], quantile: number): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = Math.max(1, Math.ceil(total * quantile));
  let seen = 0;
  for (const [index, count] of histogram.entries()) {
    seen += count;
    if (seen >= wanted) return BUCKET_BOUNDS[index] ?? LAST_BOUND + 1;
  }
  return LAST_BOUND + 1;
}
