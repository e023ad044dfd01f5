import { randomUUID } from 'node:crypto';
import { parseReference } from '#app/domain/case/reference.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { completeService } from '../complaints/serve-case.server.ts';
import { deliveriesOf, findWaitingCase } from './queue-deliveries.server.ts';

async function portalDelivery(tx: Tx, caseId: string, operatorId: string, now: string) {
  const waiting = await findWaitingCase(tx, caseId);
  const known = waiting === null ? [] : await deliveriesOf(tx, waiting);
  const queued = known.find(({ channel, state }) => channel === 'portal' && state === 'queued');
  if (queued !== undefined) return queued;
  const data = { id: randomUUID(), caseId, operatorId, channel: 'portal', recipient: operatorId };
  return tx.delivery.create({ data: { ...data, state: 'queued', queuedAt: now } });
}

/**
 * Notes that somebody of the operator's desk opened a case in the portal: the first time is a delivery on that channel.
 * Where no other channel has reached the desk, it serves the case, so nobody escapes service by a broken mailbox.
 * @param now ISO instant
 */
export async function openInPortal(actor: Actor, typed: string, now: string): Promise<void> {
  const parsed = parseReference(typed);
  const operatorId = actor.role === 'liaison' ? actor.organisation : null;
  if (operatorId === null || !parsed.ok) return;
  await withActor(SYSTEM, async tx => {
    const found = await tx.case.findFirst({
      where: { reference: parsed.reference, operatorId },
      select: { id: true, state: true },
    });
    if (found === null) return;
    await tx.$queryRaw`SELECT 1 FROM "case" WHERE id = ${found.id}::uuid FOR UPDATE`;
    const opened = await tx.delivery.findFirst({
      where: { caseId: found.id, operatorId, channel: 'portal', openedAt: { not: null } },
      select: { id: true },
    });
    if (opened !== null && found.state !== 'filed') return;
    await completeService(tx, await portalDelivery(tx, found.id, operatorId, now), now);
  });
}
