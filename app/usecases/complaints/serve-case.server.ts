import { SYSTEM } from '#app/domain/case/states.ts';
import { type DeliveryChannel, type DeliveryState, PROOFS } from '#app/domain/service/outcomes.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { deliveriesOf, findWaitingCase, queueDeliveries } from '../service/queue-deliveries.server.ts';
import { executeIn } from './execute-command.server.ts';

/**
 * First half of service: notes to whom the case goes on which channels and queues what serves it, with the copies for
 * viewing and the receipt's mail. Repeating it changes nothing.
 */
export async function prepareService(caseId: string, now: string): Promise<void> {
  await withActor(SYSTEM, async tx => {
    await queueWaiting(tx, caseId);
    const waiting = await findWaitingCase(tx, caseId);
    if (waiting === null) return;
    const known = await deliveriesOf(tx, waiting);
    if (known.length === 0) await queueDeliveries(tx, waiting, [], now);
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

export interface DeliveryToComplete {
  readonly id: string;
  readonly caseId: string;
  readonly operatorId: string;
  readonly channel: string;
}

const PROVEN: Partial<Record<string, DeliveryState>> = { portal: 'opened' };

/**
 * Second half of service: the delivery is proven. The first channel that proves a service serves the case and starts
 * the operator's clocks; what other channels prove later is noted and starts nothing anew.
 * @param answer the other side's words that prove it
 */
export async function completeService(
  tx: Tx,
  delivery: DeliveryToComplete,
  now: string,
  answer: string | null = null,
): Promise<void> {
  const { id, caseId, operatorId, channel } = delivery;
  await tx.$queryRaw`SELECT 1 FROM "case" WHERE id = ${caseId}::uuid FOR UPDATE`;
  const proof = PROOFS[channel as DeliveryChannel];
  const state = PROVEN[channel] ?? 'delivered';
  const updated = await tx.delivery.update({
    where: { id },
    data: {
      ...{ state, proof, proofAnswer: answer, reason: null, lastError: null, nextAttemptAt: null },
      ...{ deliveredAt: now, failedAt: null, attempts: { increment: 1 } },
      ...(state === 'opened' && { openedAt: now }),
    },
  });
  const found = await tx.case.findUnique({
    where: { id: caseId },
    select: { state: true, operatorId: true },
  });
  // Served on another channel, or re-routed, withdrawn, declared inadmissible meanwhile: nothing is left to serve.
  if (found?.state !== 'filed' || found.operatorId !== operatorId) return;
  const { attempts } = updated;
  await executeIn(tx, { actor: SYSTEM, caseId, command: 'serve', now }, () => ({
    events: [
      {
        type: 'served',
        payload: {
          ...{ deliveryId: id, operatorId, channel, attempts, proof },
          ...(answer !== null && { answer: answer.slice(0, 120) }),
        },
      },
    ],
  }));
}
