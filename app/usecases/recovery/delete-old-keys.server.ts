import { Temporal } from 'temporal-polyfill';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/**
 * For how long the API answers a repeated request with the first answer; docs/api.md promises it. A complaint that was
 * written without a network may wait on a device for a year before anybody learns whether it had arrived.
 */
export const KEY_DAYS = 400;

/**
 * Deletes the answers that nobody will ask for again: each holds a sealed receipt code.
 * @param now ISO instant
 * @returns how many keys it deleted
 */
export async function deleteOldKeys(now: string): Promise<number> {
  const before = Temporal.Instant.from(now).subtract({ hours: 24 * KEY_DAYS });
  const createdAt = { lt: new Date(before.epochMilliseconds) };
  const { count } = await withActor(SYSTEM, tx => tx.idempotencyKey.deleteMany({ where: { createdAt } }));
  return count;
}
