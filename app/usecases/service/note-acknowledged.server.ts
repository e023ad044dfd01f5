import type { Command } from '#app/domain/case/lifecycle.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { LoadedCase } from '../complaints/case-store.server.ts';

interface Happened {
  readonly after: Pick<LoadedCase, 'events'>;
  readonly command: Command;
  /** ISO instant. */
  readonly now: string;
}

/** Notes on the deliveries that served some cases that their desks have confirmed them. Call it as the system. */
export async function noteAcknowledged(tx: Tx, all: readonly Happened[]): Promise<void> {
  const confirmed = all.filter(({ command }) => command === 'acknowledge');
  const [first] = confirmed;
  if (first === undefined) return;
  const ids = confirmed.flatMap(({ after }) => {
    const served = after.events.findLast(({ type }) => type === 'served');
    return served?.type === 'served' ? [served.payload.deliveryId] : [];
  });
  const data = { state: 'acknowledged', acknowledgedAt: first.now };
  await tx.delivery.updateMany({ where: { id: { in: ids } }, data });
}
