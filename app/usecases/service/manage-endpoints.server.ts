import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '#app/domain/case/states.ts';
import { PING } from '#app/domain/service/webhook-events.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { sealText } from '#app/platform/crypto.server.ts';
import { asSystem, type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { WebhookEndpoint } from '#app/platform/db/generated/client.ts';
import { refusedUrl } from '#app/platform/webhooks/guarded-post.server.ts';
import { newWebhookSecret } from '#app/platform/webhooks/webhook-signature.server.ts';
import { EndpointForm } from './endpoint.schema.ts';
import { knownId } from './known-id.ts';
import { outgoingRules } from './outgoing-rules.server.ts';
import { retryUnserved } from './retry-delivery.server.ts';
import { webhookPayload } from './webhook-payload.server.ts';

/** A liaison of an operator, who may change its settings: the page has checked that. */
export interface DeskActor extends Actor {
  readonly organisation: string;
}

/** Endpoints of one operator; more is a mistake or an attack. */
const MOST_ENDPOINTS = 5;

/** For how long the secret before also signs. */
const OVERLAP = { hours: 24 } as const;

/** A secret as it is shown, once. */
export interface ShownSecret {
  readonly endpointId: string;
  readonly secret: string;
}

function readEndpoint(raw: Readonly<Record<string, unknown>>): EndpointForm {
  const read = EndpointForm.safeParse(raw);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const refused = refusedUrl(read.data.url, outgoingRules());
  if (refused !== null)
    throw new AppError('invalid-input', { fields: { url: { code: `endpoint-${refused}` } } });
  return { ...read.data, url: new URL(read.data.url).href };
}

async function ownEndpoint(tx: Tx, endpointId: string): Promise<WebhookEndpoint> {
  const found = await tx.webhookEndpoint.findUnique({ where: { id: knownId(endpointId) } });
  if (found === null || found.state === 'removed') throw new AppError('not-found');
  return found;
}

/**
 * Registers an endpoint. What waits to be served goes there too. The secret is in the answer and nowhere else in clear.
 * @throws AppError invalid-input with the field
 */
export async function addEndpoint(
  actor: DeskActor,
  raw: Readonly<Record<string, unknown>>,
  now: string,
): Promise<ShownSecret> {
  const { url, description, events } = readEndpoint(raw);
  return withActor(actor, async tx => {
    const { organisation: operatorId } = actor;
    const count = await tx.webhookEndpoint.count({ where: { operatorId, state: { not: 'removed' } } });
    if (count >= MOST_ENDPOINTS) {
      throw new AppError('invalid-input', {
        fields: { url: { code: 'too-many', params: { max: MOST_ENDPOINTS } } },
      });
    }
    const secret = newWebhookSecret();
    const endpoint = { id: randomUUID(), operatorId, url, description, events, state: 'active' };
    await tx.webhookEndpoint.create({
      data: { ...endpoint, secret: sealText(secret), createdAt: now, createdBy: actor.name ?? '' },
    });
    await asSystem(tx, () => retryUnserved(tx, operatorId, now));
    return { endpointId: endpoint.id, secret };
  });
}

/** Changes where an endpoint is and what it hears. @throws AppError invalid-input with the field, not-found */
export async function changeEndpoint(
  actor: DeskActor,
  endpointId: string,
  raw: Readonly<Record<string, unknown>>,
): Promise<void> {
  const data = readEndpoint(raw);
  await withActor(actor, async tx => {
    await ownEndpoint(tx, endpointId);
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data });
  });
}

/** Gives an endpoint a new secret; the old one signs beside it for a day. @returns the new one, to be shown once */
export async function rotateSecret(actor: DeskActor, endpointId: string, now: string): Promise<ShownSecret> {
  return withActor(actor, async tx => {
    const { secret: formerSecret } = await ownEndpoint(tx, endpointId);
    const secret = newWebhookSecret();
    const formerSecretUntil = Temporal.Instant.from(now).add(OVERLAP).toString();
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { secret: sealText(secret), formerSecret, formerSecretUntil },
    });
    return { endpointId, secret };
  });
}

/** Stops an endpoint for a while; what happens meanwhile waits for it. */
export async function pauseEndpoint(actor: DeskActor, endpointId: string): Promise<void> {
  await withActor(actor, async tx => {
    await ownEndpoint(tx, endpointId);
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { state: 'paused' } });
  });
}

/** Starts an endpoint again after a pause or after the portal switched it off. */
export async function resumeEndpoint(actor: DeskActor, endpointId: string, now: string): Promise<void> {
  await withActor(actor, async tx => {
    const { operatorId } = await ownEndpoint(tx, endpointId);
    const data = { state: 'active', failingSince: null, disabledAt: null };
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data });
    await asSystem(tx, () => retryUnserved(tx, operatorId, now));
  });
}

/** Takes an endpoint away for good; its log stays. */
export async function removeEndpoint(actor: DeskActor, endpointId: string, now: string): Promise<void> {
  await withActor(actor, async tx => {
    await ownEndpoint(tx, endpointId);
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { state: 'removed', disabledAt: now },
    });
    await asSystem(tx, () =>
      tx.webhookDelivery.updateMany({
        where: { endpointId, state: { in: ['queued', 'sent'] } },
        data: { state: 'failed', failedAt: now, nextAttemptAt: null, lastOutcome: 'endpoint-off' },
      }),
    );
  });
}

/** Queues a message that tells of nothing, to see whether the endpoint takes it. */
export async function pingEndpoint(actor: DeskActor, endpointId: string, now: string): Promise<void> {
  await withActor(actor, async tx => {
    const { operatorId } = await ownEndpoint(tx, endpointId);
    const id = randomUUID();
    const times = { createdAt: now, startedAt: now, nextAttemptAt: now };
    const payload = webhookPayload(PING, now, {});
    await asSystem(tx, () =>
      tx.webhookDelivery.create({
        data: {
          id,
          endpointId,
          operatorId,
          messageId: `msg_${id}`,
          type: PING,
          payload,
          state: 'queued',
          ...times,
        },
      }),
    );
  });
}

/**
 * Sends a message once more, under its own webhook-id, so that a receiver that had it recognises it.
 * @throws AppError not-found
 */
export async function replayMessage(actor: DeskActor, messageRowId: string, now: string): Promise<void> {
  await withActor(actor, async tx => {
    const found = await tx.webhookDelivery.findUnique({ where: { id: knownId(messageRowId) } });
    if (found === null) throw new AppError('not-found');
    await ownEndpoint(tx, found.endpointId);
    const round = { state: 'queued', attempts: 0, startedAt: now, nextAttemptAt: now, leasedUntil: null };
    await asSystem(tx, () =>
      tx.webhookDelivery.update({
        where: { id: messageRowId },
        data: { ...round, replays: { increment: 1 } },
      }),
    );
  });
}

/** Sends the dead letters of an endpoint once more. @returns how many */
export async function replayDeadLetters(actor: DeskActor, endpointId: string, now: string): Promise<number> {
  return withActor(actor, async tx => {
    await ownEndpoint(tx, endpointId);
    const round = { state: 'queued', attempts: 0, startedAt: now, nextAttemptAt: now, leasedUntil: null };
    const { count } = await asSystem(tx, () =>
      tx.webhookDelivery.updateMany({
        where: { endpointId, state: 'failed', lastOutcome: { not: 'not-wanted' } },
        data: { ...round, replays: { increment: 1 } },
      }),
    );
    return count;
  });
}
