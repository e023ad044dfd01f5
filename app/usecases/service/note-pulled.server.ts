import { randomUUID } from 'node:crypto';
import { asSystem, type Tx } from '#app/platform/db/client.server.ts';
import { completeService } from '../complaints/serve-case.server.ts';

interface Pull {
  readonly caseId: string;
  readonly operatorId: string;
  /** ISO instant. */
  readonly at: string;
  /** The API key that fetched it. */
  readonly keyId: string;
}

/**
 * Notes that the operator's own system fetched a case. The first time is a delivery on the channel `api`; where nothing
 * had proven the service before, it serves the case. Later fetches change nothing.
 */
export function notePulled(tx: Tx, { caseId, operatorId, at, keyId }: Pull): Promise<void> {
  return asSystem(tx, async () => {
    const known = await tx.delivery.findFirst({
      where: { caseId, operatorId, channel: 'api' },
      select: { id: true },
    });
    if (known !== null) return;
    const delivery = { id: randomUUID(), caseId, operatorId, channel: 'api', recipient: keyId };
    await tx.delivery.create({ data: { ...delivery, state: 'queued', queuedAt: at } });
    await completeService(tx, delivery, at);
  });
}
