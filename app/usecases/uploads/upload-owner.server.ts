import { type Actor, complainantOf } from '#app/domain/case/states.ts';
import { holderOf, keysOf } from '../complaints/drafts/draft-access.server.ts';

/** Whose file it becomes: the draft of a browser's token, or the case that a complainant has opened. */
export type UploadOwner =
  | { readonly kind: 'draft'; readonly token: string }
  | { readonly kind: 'case'; readonly caseId: string };

/** Who sends: reaches this draft's or case's uploads, nobody else's. */
export function senderOf(owner: UploadOwner): Actor {
  return owner.kind === 'draft' ? holderOf(owner.token) : complainantOf(owner.caseId);
}

/** The columns that say whose an upload or a piece of evidence is. */
export function ownerColumns(owner: UploadOwner) {
  return owner.kind === 'draft' ? { draftId: keysOf(owner.token).id } : { caseId: owner.caseId };
}

/** The draft's or the case's id. */
export function ownerIdOf(owner: UploadOwner): string {
  return owner.kind === 'draft' ? keysOf(owner.token).id : owner.caseId;
}
