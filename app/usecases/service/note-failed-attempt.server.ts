import { SYSTEM } from '#app/domain/case/states.ts';
import type { Outcome } from '#app/domain/service/outcomes.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { executeIn } from '../complaints/execute-command.server.ts';

interface FailedService {
  /** ISO instant of the answer. */
  readonly at: string;
  /** When it is tried again; null when it is given up. */
  readonly next: string | null;
  readonly outcome: Outcome;
  /** Technical words without any address. */
  readonly error: string;
}

/** Where an attempt may have arrived although nothing came back. */
const MAY_HAVE_ARRIVED: readonly Outcome[] = ['slow', 'error-answer'];

/**
 * Notes on a delivery that an attempt failed. When it is given up while its case still waits, the case's record says
 * so: nobody may believe later that the operator was reached.
 */
export async function noteFailedAttempt(tx: Tx, deliveryId: string, failed: FailedService): Promise<void> {
  const { at, next, outcome, error } = failed;
  const delivery = await tx.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  // A message that is replayed had arrived before: nothing that happens now takes the proof away.
  if (delivery.deliveredAt !== null) return;
  const pending = MAY_HAVE_ARRIVED.includes(outcome) ? 'sent' : 'queued';
  await tx.delivery.update({
    where: { id: deliveryId },
    data: {
      ...{
        state: next === null ? 'failed' : pending,
        reason: outcome,
        lastError: error,
        nextAttemptAt: next,
      },
      ...(next === null && { failedAt: at }),
      ...(pending === 'sent' && { sentAt: at }),
      attempts: { increment: 1 },
    },
  });
  if (next !== null) return;
  const { caseId, operatorId } = delivery;
  await tx.$queryRaw`SELECT 1 FROM "case" WHERE id = ${caseId}::uuid FOR UPDATE`;
  const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  if (found.state !== 'filed' || found.operatorId !== operatorId) return;
  await executeIn(tx, { actor: SYSTEM, caseId, command: 'note-failed-delivery', now: at }, () => ({
    events: [{ type: 'delivery-failed', payload: { deliveryId, operatorId, error } }],
  }));
}
