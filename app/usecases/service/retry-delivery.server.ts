import type { Actor } from '#app/domain/case/states.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { knownId } from './known-id.ts';
import { deliveriesOf, findWaitingCase, queueDeliveries } from './queue-deliveries.server.ts';

/** What begins another round of attempts, at once. */
function anew(now: string) {
  return { state: 'queued', nextAttemptAt: now, startedAt: now, attempts: 0 } as const;
}

async function takeUpAgain(tx: Tx, deliveryId: string, now: string): Promise<void> {
  await tx.delivery.update({
    where: { id: deliveryId },
    data: { state: 'queued', nextAttemptAt: now, failedAt: null },
  });
  await tx.webhookDelivery.updateMany({
    where: { deliveryId },
    data: { ...anew(now), failedAt: null, leasedUntil: null },
  });
  const mails = await tx.mailOutbox.findMany({ where: { deliveryId }, select: { id: true } });
  await tx.mailOutbox.updateMany({ where: { deliveryId }, data: anew(now) });
  await enqueue(
    tx,
    mails.map(({ id }) => ({ name: 'send-mail', data: { mailId: id } })),
  );
}

/**
 * An officer has a delivery tried again now, instead of at its next time or after it was given up.
 * @param now ISO instant
 * @throws AppError forbidden, not-found, case-changed when it got through meanwhile
 */
export async function retryDelivery(actor: Actor, deliveryId: string, now: string): Promise<void> {
  if (actor.role !== 'case_officer' && actor.role !== 'administrator') throw new AppError('forbidden');
  await withActor(SYSTEM, async tx => {
    const delivery = await tx.delivery.findUnique({ where: { id: knownId(deliveryId) } });
    if (delivery === null) throw new AppError('not-found');
    if (!['queued', 'sent', 'failed'].includes(delivery.state)) throw new AppError('case-changed');
    await takeUpAgain(tx, deliveryId, now);
  });
}

/** Cases taken up again by one run; the next one takes the rest. */
const LIMIT = 200;

/**
 * Takes up the service of the cases that an operator never received, on the channels that it has now: those that were
 * given up are tried again, a new address or endpoint gets its first delivery.
 * @returns how many cases
 */
export async function retryUnserved(tx: Tx, operatorId: string, now: string): Promise<number> {
  const cases = await tx.case.findMany({
    where: { operatorId, state: 'filed' },
    orderBy: { filedAt: 'asc' },
    take: LIMIT,
    select: { id: true },
  });
  for (const { id } of cases) {
    const waiting = await findWaitingCase(tx, id);
    if (waiting === null) continue;
    const known = await deliveriesOf(tx, waiting);
    if (known.length === 0) continue;
    await queueDeliveries(tx, waiting, known, now);
    for (const delivery of known) {
      if (delivery.state === 'failed' && delivery.channel !== 'portal')
        await takeUpAgain(tx, delivery.id, now);
    }
  }
  return cases.length;
}
