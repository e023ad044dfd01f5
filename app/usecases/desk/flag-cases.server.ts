import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** Sets the desk's own mark on cases, or removes it. */
export async function flagCases(actor: Actor, caseIds: readonly string[], flagged: boolean): Promise<void> {
  await withActor(actor, tx =>
    tx.deskCase.updateMany({ where: { caseId: { in: [...caseIds] } }, data: { flagged } }),
  );
}
