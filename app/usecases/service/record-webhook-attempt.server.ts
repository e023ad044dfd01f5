import { Temporal } from 'temporal-polyfill';
import { isFinal } from '#app/domain/service/outcomes.ts';
import { nextAttemptAt } from '#app/domain/service/retry-schedule.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { completeService } from '../complaints/serve-case.server.ts';
import type { Claimed } from './claim-webhook.server.ts';
import { disableEndpoint, hasFailedTooLong } from './disable-endpoint.server.ts';
import { noteFailedAttempt } from './note-failed-attempt.server.ts';
import { type AttemptResult, jitterOf, recordAttempt } from './record-attempt.server.ts';

/** How long a message waits for a case that went back to its complainant before its service. */
const RETURNED_MINUTES = 10;

/**
 * Whether a message that serves a case may go out now. It is dropped where the case is no longer this operator's, or
 * was withdrawn or refused before it was served; it waits where the complainant must complete the case first.
 */
export async function isWanted(tx: Tx, { message }: Claimed, now: string): Promise<boolean> {
  if (message.deliveryId === null || message.caseId === null) return true;
  const { operatorId, servedAt, state } = await tx.case.findUniqueOrThrow({ where: { id: message.caseId } });
  const isTheirs = operatorId === message.operatorId;
  if (isTheirs && (servedAt !== null || state === 'filed')) return true;
  const where = { id: message.id };
  if (isTheirs && state === 'returned') {
    const later = Temporal.Instant.from(now).add({ minutes: RETURNED_MINUTES }).toString();
    await tx.webhookDelivery.update({ where, data: { leasedUntil: null, nextAttemptAt: later } });
    return false;
  }
  const over = { state: 'failed', nextAttemptAt: null, failedAt: now } as const;
  await tx.webhookDelivery.update({ where, data: { ...over, leasedUntil: null, lastOutcome: 'not-wanted' } });
  await tx.delivery.update({ where: { id: message.deliveryId }, data: { ...over, reason: 'not-wanted' } });
  return false;
}

async function noteSuccess(
  tx: Tx,
  { message, endpoint }: Claimed,
  result: AttemptResult,
  now: string,
): Promise<void> {
  await tx.webhookEndpoint.update({
    where: { id: endpoint.id },
    data: { failingSince: null, lastSuccessAt: now },
  });
  if (message.deliveryId === null) return;
  const delivery = await tx.delivery.findUniqueOrThrow({ where: { id: message.deliveryId } });
  // A message that is replayed proved its service the first time.
  if (delivery.deliveredAt === null) await completeService(tx, delivery, now, `HTTP ${result.status}`);
}

async function noteFailure(
  tx: Tx,
  { message, endpoint }: Claimed,
  result: AttemptResult,
  { now, next }: { now: string; next: string | null },
): Promise<void> {
  const failingSince = endpoint.failingSince ?? new Date(now);
  await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failingSince } });
  if (message.deliveryId !== null) {
    const { outcome, status, answer } = result;
    const error = [outcome, status ?? answer].filter(part => part !== null).join(' ');
    await noteFailedAttempt(tx, message.deliveryId, { at: now, next, outcome, error });
  }
  const gone = result.status === 410;
  if (gone || hasFailedTooLong(failingSince, now)) await disableEndpoint(tx, endpoint, now);
}

/**
 * Records what an endpoint answered: the attempt, the message's state, what follows for the service and for the
 * endpoint, in one transaction. A message that another worker has recorded as delivered meanwhile stays delivered.
 */
export async function recordWebhookAttempt(
  tx: Tx,
  claimed: Claimed,
  result: AttemptResult,
  now: string,
): Promise<void> {
  const { id, operatorId, deliveryId } = claimed.message;
  await tx.$queryRaw`SELECT 1 FROM webhook_delivery WHERE id = ${id}::uuid FOR UPDATE`;
  const message = await tx.webhookDelivery.findUniqueOrThrow({ where: { id } });
  const attempts = message.attempts + 1;
  await recordAttempt(
    tx,
    { deliveryId, webhookDeliveryId: id, operatorId, number: attempts, at: now },
    result,
  );
  const { outcome, status } = result;
  const noted = { attempts, lastOutcome: outcome, lastStatus: status, leasedUntil: null } as const;
  if (outcome === 'taken') {
    const delivered = { state: 'delivered', deliveredAt: now, failedAt: null, nextAttemptAt: null } as const;
    await tx.webhookDelivery.update({ where: { id }, data: { ...noted, ...delivered } });
    return noteSuccess(tx, { ...claimed, message }, result, now);
  }
  if (message.state === 'delivered') {
    await tx.webhookDelivery.update({ where: { id }, data: { attempts } });
    return;
  }
  const startedAt = message.startedAt.toISOString();
  const schedule = { startedAt, attempts, now, jitter: jitterOf(id, attempts) };
  const next = isFinal(outcome) ? null : nextAttemptAt(schedule);
  const waiting = { state: outcome === 'slow' ? 'sent' : 'queued', nextAttemptAt: next } as const;
  const failed = { state: 'failed', nextAttemptAt: null, failedAt: now } as const;
  await tx.webhookDelivery.update({
    where: { id },
    data: { ...noted, ...(next === null ? failed : waiting) },
  });
  await noteFailure(tx, { ...claimed, message }, result, { now, next });
}
