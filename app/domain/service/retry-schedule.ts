import { Temporal } from 'temporal-polyfill';
import { fromEpochMilliseconds, type Instant } from '../shared/plain-date.ts';

/** Pauses after the first attempts that failed; further ones follow at the last pause. */
const PAUSES = [
  { seconds: 5 },
  { seconds: 30 },
  { minutes: 2 },
  { minutes: 10 },
  { minutes: 30 },
  { hours: 1 },
  { hours: 2 },
  { hours: 4 },
  { hours: 6 },
] as const;

/** How long something is tried before it is given up. */
export const TRIED_FOR = { hours: 72 } as const;

/** By how much of itself a pause is lengthened or shortened at most, so that what failed together doesn't return together. */
const JITTER = 0.2;

export interface FailedAttempt {
  /** When the present round of attempts began. */
  readonly startedAt: Instant;
  /** Attempts of this round so far, this one included. */
  readonly attempts: number;
  readonly now: Instant;
  /** From 0 to 1; the same value gives the same pause. */
  readonly jitter: number;
}

/**
 * When to try again after a failed attempt: growing pauses with jitter, the last attempt three days after the first.
 * @returns null when the three days are over
 */
export function nextAttemptAt({ startedAt, attempts, now, jitter }: FailedAttempt): Instant | null {
  const present = Temporal.Instant.from(now);
  const end = Temporal.Instant.from(startedAt).add(TRIED_FOR);
  if (Temporal.Instant.compare(present, end) >= 0) return null;
  const pause = Temporal.Duration.from(PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0]);
  const factor = 1 + JITTER * (2 * jitter - 1);
  const next = present.add({ milliseconds: Math.round(pause.total('milliseconds') * factor) });
  return fromEpochMilliseconds(Math.min(next.epochMilliseconds, end.epochMilliseconds));
}
