import { Temporal } from 'temporal-polyfill';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** A code's request holds what somebody stated: it is kept one day beyond the code's end, for questions. */
const KEPT_HOURS = 24;

/** Deletes requests for codes whose time is over. @returns how many; `now` is an ISO instant */
export async function deleteExpiredRequests(now: string): Promise<number> {
  const before = Temporal.Instant.from(now).subtract({ hours: KEPT_HOURS });
  const { count } = await withActor(SYSTEM, tx =>
    tx.supporterRequest.deleteMany({ where: { expiresAt: { lt: new Date(before.epochMilliseconds) } } }),
  );
  return count;
}
