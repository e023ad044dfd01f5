import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#app/domain/shared/errors.ts';
import { database } from '../db/client.server.ts';

/** How many points may be spent within a span of time; the same name and key share one counter in every process. */
export interface RateLimit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

interface Query {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** The process's own pool in the shape of a `pg` client, which is what the library asks for. */
const CLIENT = {
  async query({ text, values = [] }: Query) {
    const rows = await database().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    const plain = rows.map(row => ({ ...row, expire: row.expire === null ? null : Number(row.expire) }));
    return { rows: plain, rowCount: plain.length };
  },
};

function limiterFor({ name, points, seconds }: RateLimit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: CLIENT,
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
}

function refusal(rejected: unknown): unknown {
  if (!(rejected instanceof RateLimiterRes)) return rejected;
  return new AppError('too-many-requests', {
    params: { seconds: Math.max(1, Math.ceil(rejected.msBeforeNext / 1000)) },
  });
}

/**
 * Spends one point of `key` (a digest or an address, never personal data in clear).
 * @throws AppError `too-many-requests` with the `seconds` to wait when none is left
 */
export async function spendAttempt(limit: RateLimit, key: string): Promise<void> {
  try {
    await limiterFor(limit).consume(key);
  } catch (rejected) {
    throw refusal(rejected);
  }
}

/** Gives all points back, after a success of the one whose points they are. */
export async function forgetAttempts(limit: RateLimit, key: string): Promise<void> {
  await limiterFor(limit).delete(key);
}

/** Gives one point back: an attempt that succeeded costs nothing, those that failed before it stay counted. */
export async function giveBackAttempt(limit: RateLimit, key: string): Promise<void> {
  await limiterFor(limit).reward(key);
}

/** How a key stands after a point was spent. */
export interface Allowance {
  /** Points left. */
  readonly left: number;
  /** Whole seconds until all points are there again. */
  readonly seconds: number;
}

function allowanceOf({ remainingPoints, msBeforeNext }: RateLimiterRes): Allowance {
  return { left: Math.max(0, remainingPoints), seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

/**
 * Spends one point of `key` and says how many are left, for answers that tell so.
 * @throws AppError `too-many-requests` with the `seconds` to wait when none is left
 */
export async function spendPoint(limit: RateLimit, key: string): Promise<Allowance> {
  try {
    return allowanceOf(await limiterFor(limit).consume(key));
  } catch (rejected) {
    throw refusal(rejected);
  }
}
