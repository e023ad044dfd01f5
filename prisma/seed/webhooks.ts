import { SYSTEM } from '#app/domain/case/states.ts';
import type { WebhookEvent } from '#app/domain/service/webhook-events.ts';
import type { Instant } from '#app/domain/shared/plain-date.ts';
import { derivedUuid, sealText } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { newWebhookSecret } from '#app/platform/webhooks/webhook-signature.server.ts';
import { webhookPayload } from '#app/usecases/service/webhook-payload.server.ts';
import { plusMinutes } from './local-time.ts';

/** What the invented system hears of: not of service, so that new cases come to the desk's address alone. */
const EVENTS: readonly WebhookEvent[] = ['case.disputed', 'case.decided', 'case.message', 'case.closed'];

/** Minutes from the first attempt at the message that does not get through. */
const PAUSES = [0, 1, 3, 10, 21, 49];

interface Told {
  readonly endpointId: string;
  readonly operatorId: string;
  readonly type: WebhookEvent;
  readonly at: Instant;
}

async function message(tx: Tx, { endpointId, operatorId, type, at }: Told) {
  const found = await tx.case.findFirst({
    where: { operatorId, state: type === 'case.disputed' ? 'disputed' : 'decided' },
    orderBy: { reference: 'asc' },
    select: { id: true, reference: true, state: true, version: true },
  });
  const { id: caseId = null, reference = null } = found ?? {};
  const about =
    found === null ? {} : { reference: found.reference, state: found.state, version: found.version };
  return {
    ...{ id: derivedUuid(`${endpointId}/${type}`), endpointId, operatorId, caseId, reference, type },
    messageId: `msg_${derivedUuid(`${endpointId}/${type}/message`)}`,
    payload: webhookPayload(type, at, about),
    ...{ createdAt: at, startedAt: at },
  };
}

function attempt(webhookDeliveryId: string, operatorId: string, number: number, at: Instant) {
  const id = derivedUuid(`${webhookDeliveryId}/${number}`);
  return { id, webhookDeliveryId, operatorId, number, at };
}

/**
 * The system of an operator, which takes one message and not the next: an endpoint with its log, and a delivery that
 * fails. A second call changes nothing.
 */
export async function inventWebhooks(operatorId: string, now: Instant): Promise<void> {
  await withActor(SYSTEM, async tx => {
    const endpointId = derivedUuid(`${operatorId}/demonstration-endpoint`);
    if ((await tx.webhookEndpoint.count({ where: { id: endpointId } })) > 0) return;
    const taken = plusMinutes(now, -180);
    const begun = plusMinutes(now, -50);
    await tx.webhookEndpoint.create({
      data: {
        ...{
          id: endpointId,
          operatorId,
          url: `https://crm.${operatorId}.example/recours`,
          description: 'CRM',
        },
        ...{ events: [...EVENTS], state: 'active', secret: sealText(newWebhookSecret()), createdBy: 'CRM' },
        ...{ createdAt: plusMinutes(now, -60 * 24 * 30), lastSuccessAt: taken, failingSince: begun },
      },
    });
    const first = await message(tx, { endpointId, operatorId, type: 'case.decided', at: taken });
    const second = await message(tx, { endpointId, operatorId, type: 'case.disputed', at: begun });
    await tx.webhookDelivery.createMany({
      data: [
        {
          ...first,
          state: 'delivered',
          attempts: 1,
          deliveredAt: taken,
          lastOutcome: 'taken',
          lastStatus: 204,
        },
        {
          ...{
            ...second,
            state: 'queued',
            attempts: PAUSES.length,
            lastOutcome: 'error-answer',
            lastStatus: 503,
          },
          nextAttemptAt: plusMinutes(now, 50),
        },
      ],
    });
    await tx.deliveryAttempt.createMany({
      data: [
        { ...attempt(first.id, operatorId, 1, taken), outcome: 'taken', status: 204, took: 180 },
        ...PAUSES.map((minutes, index) => ({
          ...attempt(second.id, operatorId, index + 1, plusMinutes(begun, minutes)),
          ...{ outcome: 'error-answer', status: 503, answer: 'Service Unavailable', took: 2140 },
        })),
      ],
    });
  });
}
