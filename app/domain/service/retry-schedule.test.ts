import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { nextAttemptAt } from './retry-schedule.ts';

const START = '2026-03-10T09:00:00.000Z';

/** Every attempt until it is given up, as hours from the first one. */
function attemptsWith(jitter: number): readonly number[] {
  const begin = Temporal.Instant.from(START);
  const times = [0];
  for (let now: string | null = START, attempts = 1; now !== null; attempts += 1) {
    now = nextAttemptAt({ startedAt: START, attempts, now, jitter });
    if (now !== null) times.push(begin.until(Temporal.Instant.from(now)).total('hours'));
  }
  return times;
}

test('attempts come at growing pauses, the last one three days after the first', () => {
  const hours = attemptsWith(0.5);
  const pauses = hours.slice(1).map((at, index) => Math.round((at - (hours[index] ?? 0)) * 3600));
  expect(hours[1]).toBeCloseTo(5 / 3600);
  expect(hours.at(-1)).toBe(72);
  expect(pauses.slice(0, -1)).toEqual([...pauses.slice(0, -1)].sort((a, b) => a - b));
  expect(hours.length).toBeGreaterThan(15);
});

test('jitter moves a pause by a fifth at most, and every schedule ends with the three days', () => {
  for (const jitter of [0, 0.3, 1]) {
    const hours = attemptsWith(jitter);
    expect((hours[1] ?? 0) * 3600).toBeCloseTo(5 * (0.8 + 0.4 * jitter));
    expect(hours.at(-1)).toBe(72);
  }
});
