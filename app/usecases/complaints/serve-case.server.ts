import { randomUUID } from 'node:crypto';
import { SYSTEM } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { activeProfile } from '../profile.server.ts';
import { executeIn } from './execute-command.server.ts';

/**
 * First half of service: notes to whom the case goes and queues the mail that serves it, with the copies for
 * viewing and the receipt's mail. Repeating it changes nothing. Without a desk that takes mail, the portal is the
 * channel and service is complete at once.
 */
export async function prepareService(caseId: string, now: string): Promise<void> {
  await withActor(SYSTEM, async tx => {
    await queueWaiting(tx, caseId);
    const found = await tx.case.findUnique({ where: { id: caseId }, include: { operator: true } });
    if (found === null || found.state !== 'filed') return;
    const recipient = found.operator.deskEmail;
    const rerouted = await tx.caseEvent.findFirst({
      where: { caseId, type: 'rerouted' },
      orderBy: { seq: 'desc' },
    });
    const known = await tx.delivery.findFirst({
      where: {
        caseId,
        operatorId: found.operatorId,
        state: { in: ['queued', 'failed'] },
        queuedAt: { gte: rerouted?.at ?? found.filedAt },
      },
    });
    if (known !== null) return;
    const delivery = {
      id: randomUUID(),
      caseId,
      operatorId: found.operatorId,
      channel: recipient === null ? 'portal' : 'mail',
      recipient: recipient ?? found.operatorId,
      state: 'queued',
      queuedAt: now,
    };
    await tx.delivery.create({ data: delivery });
    if (recipient === null) return completeService(tx, delivery, now);
    const mailId = randomUUID();
    await tx.mailOutbox.create({
      data: {
        id: mailId,
        caseId,
        deliveryId: delivery.id,
        eventSeq: found.lastSeq,
        dedupeKey: `${caseId}/serve/${delivery.id}`,
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
  });
}

async function queueWaiting(tx: Tx, caseId: string): Promise<void> {
  const evidence = await tx.evidence.findMany({
    where: { caseId, OR: [{ copyState: 'pending' }, { scanState: { in: ['pending', 'infected'] } }] },
    select: { id: true },
  });
  const mails = await tx.mailOutbox.findMany({
    where: { caseId, state: 'queued', kind: 'complainant.file' },
    select: { id: true },
  });
  const jobs = [
    ...evidence.map(({ id }) => ({ name: 'make-viewing-copy', data: { evidenceId: id } })),
    ...mails.map(({ id }) => ({ name: 'send-mail', data: { mailId: id } })),
  ];
  if (jobs.length > 0) await enqueue(tx, jobs);
}

interface DeliveryToComplete {
  readonly id: string;
  readonly caseId: string;
  readonly operatorId: string;
  readonly channel: string;
}

/** Second half of service: the delivery is proven, so the case is served and the operator's clocks start. */
export async function completeService(tx: Tx, delivery: DeliveryToComplete, now: string): Promise<void> {
  const updated = await tx.delivery.update({
    where: { id: delivery.id },
    data: { state: 'delivered', deliveredAt: now, attempts: { increment: 1 } },
  });
  const found = await tx.case.findUnique({
    where: { id: delivery.caseId },
    select: { state: true, operatorId: true },
  });
  // Re-routed, withdrawn or declared inadmissible while the mail was under way: there is nothing to serve any more.
  if (found?.state !== 'filed' || found.operatorId !== delivery.operatorId) return;
  const { id, caseId, operatorId, channel } = delivery;
  await executeIn(tx, { actor: SYSTEM, caseId, command: 'serve', now }, () => ({
    events: [
      { type: 'served', payload: { deliveryId: id, operatorId, channel, attempts: updated.attempts } },
    ],
  }));
}
