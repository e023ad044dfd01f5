import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';

/**
 * The proposed text on which an officer decides.
 * @throws AppError `case-changed` when it was decided on meanwhile
 */
export async function waitingText(tx: Tx, caseId: string) {
  const found = await tx.collectiveText.findFirst({
    where: { caseId, state: 'proposed' },
    orderBy: { proposedAt: 'desc' },
  });
  if (found === null) throw new AppError('case-changed');
  return found;
}
