import { withActor } from '#app/platform/db/client.server.ts';
import { holderOf, keysOf } from './draft-access.server.ts';

/**
 * Deletes what a browser's token leads to: answers and evidence rows; stored files go with the storage's
 * clean-up. What has been filed stays. Repeating it changes nothing.
 */
export async function deleteDraft(token: string): Promise<void> {
  const { id } = keysOf(token);
  await withActor(holderOf(token), async tx => {
    await tx.$queryRaw`SELECT id FROM draft WHERE id = ${id}::uuid FOR UPDATE`;
    await tx.evidence.deleteMany({ where: { draftId: id, caseId: null } });
    await tx.draft.deleteMany({ where: { id, filedCaseId: null } });
  });
}
