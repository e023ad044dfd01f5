import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** Drafts deleted in one transaction. */
const LIMIT = 200;

/**
 * Deletes drafts that have expired, with the evidence that was never filed; the files go with the clean-up of the
 * storage. What was filed from a draft stays with its case.
 * @param now ISO instant
 * @returns how many drafts it deleted
 */
export async function deleteExpiredDrafts(now: string): Promise<number> {
  return withActor(SYSTEM, async tx => {
    const expired = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "draft" WHERE expires_at < ${now}::timestamptz
      ORDER BY expires_at LIMIT ${LIMIT} FOR UPDATE SKIP LOCKED`;
    const draftId = { in: expired.map(({ id }) => id) };
    await tx.evidence.deleteMany({ where: { draftId, caseId: null } });
    await tx.evidence.updateMany({ where: { draftId }, data: { draftId: null } });
    await tx.draft.deleteMany({ where: { id: draftId } });
    return expired.length;
  });
}
