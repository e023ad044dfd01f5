import { randomUUID } from 'node:crypto';
import { derivedUuid } from '#app/platform/crypto.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { activeProfile } from '../profile.server.ts';
import { webhookPayload } from './webhook-payload.server.ts';

/** The ways on which a case can be brought to a desk; the portal is there always. */
interface DeskChannels {
  readonly mail: string | null;
  readonly endpoints: readonly { readonly id: string; readonly url: string }[];
}

/** A case that waits to be served on its operator. */
export interface WaitingCase {
  readonly id: string;
  readonly reference: string;
  readonly operatorId: string;
  readonly lastSeq: number;
  /** Since when it waits for this operator: its filing, or its latest re-routing. */
  readonly since: Date;
}

async function channelsOf(tx: Tx, operatorId: string): Promise<DeskChannels> {
  const operator = await tx.operator.findUniqueOrThrow({ where: { id: operatorId } });
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { operatorId, state: 'active', events: { has: 'case.served' } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, url: true },
  });
  return { mail: operator.deskEmail, endpoints };
}

/** The case with that id if it waits for its service. Call it as the system. */
export async function findWaitingCase(tx: Tx, caseId: string): Promise<WaitingCase | null> {
  const found = await tx.case.findUnique({ where: { id: caseId } });
  if (found === null || found.state !== 'filed') return null;
  const rerouted = await tx.caseEvent.findFirst({
    where: { caseId, type: 'rerouted' },
    orderBy: { seq: 'desc' },
  });
  const { id, reference, operatorId, lastSeq } = found;
  return { id, reference, operatorId, lastSeq, since: rerouted?.at ?? found.filedAt };
}

/** The deliveries of this service: those to a desk that had the case before don't count. */
export function deliveriesOf(tx: Tx, { id, operatorId, since }: WaitingCase) {
  return tx.delivery.findMany({ where: { caseId: id, operatorId, queuedAt: { gte: since } } });
}

function newDelivery(waiting: WaitingCase, channel: string, recipient: string, now: string) {
  const { id: caseId, operatorId } = waiting;
  return { id: randomUUID(), caseId, operatorId, channel, recipient, state: 'queued', queuedAt: now };
}

async function queueMail(tx: Tx, waiting: WaitingCase, recipient: string, now: string): Promise<void> {
  const delivery = newDelivery(waiting, 'mail', recipient, now);
  await tx.delivery.create({ data: delivery });
  const mailId = randomUUID();
  await tx.mailOutbox.create({
    data: {
      id: mailId,
      caseId: waiting.id,
      deliveryId: delivery.id,
      eventSeq: waiting.lastSeq,
      dedupeKey: `${waiting.id}/serve/${delivery.id}`,
      kind: 'operator.serve',
      recipient,
      language: activeProfile().defaultLanguage,
      subject: '',
      text: '',
      state: 'queued',
      createdAt: now,
    },
  });
  await enqueue(tx, [{ name: 'send-mail', data: { mailId } }]);
}

async function queueWebhook(
  tx: Tx,
  waiting: WaitingCase,
  endpoint: DeskChannels['endpoints'][number],
  now: string,
): Promise<void> {
  const delivery = newDelivery(waiting, 'webhook', endpoint.url, now);
  await tx.delivery.create({ data: delivery });
  const { id: caseId, reference, operatorId, lastSeq } = waiting;
  await tx.webhookDelivery.create({
    data: {
      id: randomUUID(),
      endpointId: endpoint.id,
      deliveryId: delivery.id,
      ...{ operatorId, caseId, reference },
      messageId: `msg_${derivedUuid(`${caseId}/${lastSeq}/case.served/${delivery.id}`)}`,
      type: 'case.served',
      payload: webhookPayload('case.served', now, { reference, state: 'served' }),
      state: 'queued',
      createdAt: now,
      startedAt: now,
      nextAttemptAt: now,
    },
  });
}

/**
 * Queues the service of a case on every channel of its desk that has no delivery of it yet. A desk without any channel
 * gets a delivery in the portal, which is proven when somebody of the desk opens the case.
 * @param known the deliveries of this service that are there already
 */
export async function queueDeliveries(
  tx: Tx,
  waiting: WaitingCase,
  known: readonly { readonly channel: string; readonly recipient: string }[],
  now: string,
): Promise<void> {
  const { mail, endpoints } = await channelsOf(tx, waiting.operatorId);
  const isNew = (channel: string, recipient: string) =>
    !known.some(delivery => delivery.channel === channel && delivery.recipient === recipient);
  if (mail !== null && isNew('mail', mail)) await queueMail(tx, waiting, mail, now);
  for (const endpoint of endpoints) {
    if (isNew('webhook', endpoint.url)) await queueWebhook(tx, waiting, endpoint, now);
  }
  if (mail === null && endpoints.length === 0 && known.length === 0) {
    await tx.delivery.create({ data: newDelivery(waiting, 'portal', waiting.operatorId, now) });
  }
}
