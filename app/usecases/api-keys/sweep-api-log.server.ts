import { Temporal } from 'temporal-polyfill';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { KEY_DAYS } from '../recovery/delete-old-keys.server.ts';

/** For how long an operator can look up what its keys were used for, and what became of its files. */
export const LOG_DAYS = 90;

function daysBefore(now: string, days: number): Date {
  return new Date(Temporal.Instant.from(now).subtract({ hours: 24 * days }).epochMilliseconds);
}

/**
 * Deletes the log of requests, files of answers, and answers kept for repeated requests whose time is over.
 * @param now ISO instant
 */
export async function sweepApiLog(now: string): Promise<void> {
  await withActor(SYSTEM, async tx => {
    await tx.apiRequest.deleteMany({ where: { at: { lt: daysBefore(now, LOG_DAYS) } } });
    await tx.answerCsv.deleteMany({ where: { uploadedAt: { lt: daysBefore(now, LOG_DAYS) } } });
    await tx.apiIdempotency.deleteMany({ where: { startedAt: { lt: daysBefore(now, KEY_DAYS) } } });
  });
}
