import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';

/**
 * Takes a file out of a draft. What was filed stays: a case's evidence can't be removed. Throws `not-found`. The
 * stored content goes with the storage's clean-up, as another draft may hold the same file.
 */
export async function removeDraftEvidence(
  tx: Tx,
  { draftId, evidenceId }: { readonly draftId: string; readonly evidenceId: string },
): Promise<void> {
  const { count } = await tx.evidence.deleteMany({ where: { id: evidenceId, draftId, caseId: null } });
  if (count === 0) throw new AppError('not-found');
}
