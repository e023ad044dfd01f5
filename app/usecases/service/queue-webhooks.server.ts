import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { Command } from '#app/domain/case/lifecycle.ts';
import { type WebhookEvent, webhookEventOf } from '#app/domain/service/webhook-events.ts';
import { derivedUuid } from '#app/platform/crypto.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { LoadedCase } from '../complaints/case-store.server.ts';
import { webhookPayload } from './webhook-payload.server.ts';

/** A command that was given, with the case right after it. */
interface Happened {
  readonly after: Pick<LoadedCase, 'id' | 'projection' | 'events'>;
  readonly command: Command;
  /** ISO instant. */
  readonly now: string;
}

interface Message {
  readonly type: WebhookEvent;
  readonly caseId: string;
  readonly operatorId: string;
  readonly reference: string;
  readonly seq: number;
  readonly body: string;
  readonly now: string;
}

/** The operator that may hear of it: the one that has been served, or the one from which the case was taken. */
function operatorOf({ after }: Happened, event: RecordedEvent | undefined): string | null {
  if (event?.type === 'rerouted') {
    const { fromOperatorId } = event.payload;
    const served = after.events.some(({ type }) => type === 'served');
    return served ? fromOperatorId : null;
  }
  return after.projection.servedAt === null ? null : after.projection.operatorId;
}

function messagesOf(happened: Happened): readonly Message[] {
  const { after, command, now } = happened;
  const type = webhookEventOf(command);
  const operatorId = type === undefined ? null : operatorOf(happened, after.events.at(-1));
  if (type === undefined || operatorId === null) return [];
  const { state, lastSeq: seq, filed } = after.projection;
  const { reference } = filed;
  const body = webhookPayload(type, now, { reference, state, version: seq });
  return [{ type, caseId: after.id, operatorId, reference, seq, body, now }];
}

/**
 * Queues what operators' systems hear of some commands, in the transaction of the events: a message exists if and only
 * if what it tells of is recorded. Call it as the system.
 */
export async function queueWebhooks(tx: Tx, all: readonly Happened[]): Promise<void> {
  const messages = all.flatMap(messagesOf);
  if (messages.length === 0) return;
  const operatorIds = [...new Set(messages.map(({ operatorId }) => operatorId))];
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { operatorId: { in: operatorIds }, state: { in: ['active', 'paused'] } },
    select: { id: true, operatorId: true, events: true },
  });
  const rows = messages.flatMap(message =>
    endpoints
      .filter(({ operatorId, events }) => operatorId === message.operatorId && events.includes(message.type))
      .map(endpoint => rowOf(endpoint.id, message)),
  );
  if (rows.length > 0) await tx.webhookDelivery.createMany({ data: rows, skipDuplicates: true });
}

function rowOf(endpointId: string, { type, caseId, operatorId, reference, seq, body, now }: Message) {
  return {
    ...{ id: randomUUID(), endpointId, operatorId, caseId, reference, type, payload: body },
    messageId: `msg_${derivedUuid(`${caseId}/${seq}/${type}`)}`,
    state: 'queued',
    createdAt: now,
    startedAt: now,
    nextAttemptAt: now,
  };
}
