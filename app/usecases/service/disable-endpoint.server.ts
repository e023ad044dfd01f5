import { Temporal } from 'temporal-polyfill';
import { TRIED_FOR } from '#app/domain/service/retry-schedule.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { WebhookEndpoint } from '#app/platform/db/generated/client.ts';
import { env } from '#app/platform/env.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { activeProfile } from '../profile.server.ts';
import { noteFailedAttempt } from './note-failed-attempt.server.ts';

/** Whether nothing has got through to an endpoint for as long as a message is tried. */
export function hasFailedTooLong(failingSince: Date, now: string): boolean {
  const end = Temporal.Instant.from(failingSince.toISOString()).add(TRIED_FOR);
  return Temporal.Instant.compare(Temporal.Instant.from(now), end) >= 0;
}

/** Where the desk hears of its endpoints: its address, or its administrators' where it has none. */
async function addressesOf(tx: Tx, operatorId: string): Promise<readonly string[]> {
  const { deskEmail, users } = await tx.operator.findUniqueOrThrow({
    where: { id: operatorId },
    include: { users: { where: { deskRole: 'administrator', suspendedAt: null }, select: { email: true } } },
  });
  return deskEmail === null ? users.map(({ email }) => email) : [deskEmail];
}

/**
 * Switches off an endpoint that nothing gets through to and tells the desk. What waits for it becomes a dead letter,
 * to be replayed by hand once the endpoint works.
 */
export async function disableEndpoint(tx: Tx, endpoint: WebhookEndpoint, now: string): Promise<void> {
  const { count } = await tx.webhookEndpoint.updateMany({
    where: { id: endpoint.id, state: 'active' },
    data: { state: 'disabled', disabledAt: now },
  });
  if (count === 0) return;
  const waiting = await tx.webhookDelivery.findMany({
    where: { endpointId: endpoint.id, state: { in: ['queued', 'sent'] } },
    select: { deliveryId: true },
  });
  await tx.webhookDelivery.updateMany({
    where: { endpointId: endpoint.id, state: { in: ['queued', 'sent'] } },
    data: { state: 'failed', failedAt: now, nextAttemptAt: null, lastOutcome: 'endpoint-off' },
  });
  for (const { deliveryId } of waiting) {
    if (deliveryId === null) continue;
    const failed = { at: now, next: null, outcome: 'endpoint-off', error: 'endpoint-off' } as const;
    await noteFailedAttempt(tx, deliveryId, failed);
  }
  for (const to of await addressesOf(tx, endpoint.operatorId)) {
    await queueNote(tx, {
      kind: 'service.endpoint-disabled',
      channel: 'mail',
      to,
      language: activeProfile().defaultLanguage,
      values: {
        host: new URL(endpoint.url).host,
        link: `${env().PUBLIC_URL}/operator/settings/channels/${endpoint.id}`,
      },
      dedupeKey: `endpoint-disabled/${endpoint.id}/${now}/${to}`,
    });
  }
}
