import { withActor } from '#app/platform/db/client.server.ts';
import { deleteDraft } from './delete-draft.server.ts';
import { holderOf, keysOf } from './draft-access.server.ts';

/**
 * Deletes the draft of a computer that is to forget everything, unless its owner asked for another way to it, by code
 * or link, or left it to be filed or reminded of later: that was meant for another place.
 * @param now ISO instant
 */
export async function forgetDraft(token: string, now: string): Promise<void> {
  const { id } = keysOf(token);
  const wanted = await withActor(holderOf(token), async tx => {
    const keys = await tx.draftKey.count({ where: { draftId: id, expiresAt: { gt: new Date(now) } } });
    return keys > 0 || (await tx.draftPlan.count({ where: { draftId: id, doneAt: null } })) > 0;
  });
  if (!wanted) await deleteDraft(token);
}
