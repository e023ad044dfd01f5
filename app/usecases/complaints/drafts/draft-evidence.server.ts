import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import { attachAllEvidence } from '../../evidence/attach-evidence.server.ts';
import type { StoredUpload } from '../../evidence/receive-evidence.server.ts';
import { removeDraftEvidence } from '../../evidence/remove-draft-evidence.server.ts';
import { type Draft, holderOf, keysOf, lockDraft } from './draft-access.server.ts';

/** A draft's file as its page lists it. */
export type DraftEvidence = Pick<
  Evidence,
  'id' | 'fileName' | 'mediaType' | 'size' | 'sha256' | 'withheldAs'
>;

/** A draft's files in the order in which they came. */
export async function evidenceOfDraft(tx: Tx, draftId: string): Promise<readonly DraftEvidence[]> {
  return tx.evidence.findMany({
    where: { draftId },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, fileName: true, mediaType: true, size: true, sha256: true, withheldAs: true },
  });
}

/** The files of the draft to which a browser's token leads. */
export async function listDraftEvidence(token: string): Promise<readonly DraftEvidence[]> {
  return withActor(holderOf(token), tx => evidenceOfDraft(tx, keysOf(token).id));
}

/** A draft can be filed in another tab while files arrive: they must then go nowhere. */
async function openForChange(tx: Tx, token: string, now: string): Promise<Draft> {
  const draft = await lockDraft(tx, token, now);
  if (draft === null) throw new AppError('draft-expired');
  if (draft.filedCaseId !== null) throw new AppError('already-filed');
  return draft;
}

interface FilesToAdd {
  readonly token: string;
  readonly files: readonly StoredUpload[];
  /** ISO instant. */
  readonly now: string;
}

/** Adds stored files to a draft. Throws `too-many-files` (none is added then), `draft-expired`, `already-filed`. */
export async function addDraftEvidence({ token, files, now }: FilesToAdd): Promise<void> {
  if (files.length === 0) return;
  await withActor(holderOf(token), async tx => {
    const { id } = await openForChange(tx, token, now);
    const attachment = { owner: { draftId: id }, uploadedByRole: 'complainant', now: new Date(now) } as const;
    await attachAllEvidence(tx, files, attachment);
  });
}

interface FileToRemove {
  readonly token: string;
  readonly evidenceId: string;
  /** ISO instant. */
  readonly now: string;
}

/** Takes a file out of a draft; one that is gone already is gone. */
export async function removeFromDraft({ token, evidenceId, now }: FileToRemove): Promise<void> {
  await withActor(holderOf(token), async tx => {
    const { id } = await openForChange(tx, token, now);
    const listed = await evidenceOfDraft(tx, id);
    if (listed.some(evidence => evidence.id === evidenceId)) {
      await removeDraftEvidence(tx, { draftId: id, evidenceId });
    }
  });
}
