import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { parseJson } from '#app/platform/http/read-form.server.ts';
import { attachAllEvidence } from '../../evidence/attach-evidence.server.ts';
import type { StoredUpload } from '../../evidence/receive-evidence.server.ts';
import { issueReceipt } from '../file-complaint.server.ts';
import { earlierAnswer, type KeyedAnswer, keyedRequest, keyRow } from '../idempotency.server.ts';
import { isForDevices } from './device-copy.ts';
import { holderOf, isTokenOf, lockDraft } from './draft-access.server.ts';
import { codeOf, type FiledDraft, filedBefore, fileLocked } from './file-draft.server.ts';

/** A complaint that was begun here and gone on with on a device without a network. */
export interface DeviceFiling {
  /** The browser's; null when it has none any more. */
  readonly token: string | null;
  /** The draft of which the device holds a copy. */
  readonly draftId: string;
  /** The whole complaint's JSON as the device has it. */
  readonly json: string;
  /** What was added on the device, safely stored; the draft's own files are here already. */
  readonly files: readonly StoredUpload[];
  /** The device's Idempotency-Key. */
  readonly key: string;
  /** ISO instant. */
  readonly now: string;
}

export interface FiledFromDevice extends KeyedAnswer {
  /** It had been filed online before: what the device holds is not in it. */
  readonly earlier: boolean;
}

function answerOf(filed: FiledDraft): KeyedAnswer {
  const { reference, code, filedAt } = filed;
  if (code === null) throw new AppError('already-filed');
  return { reference, code, filedAt };
}

async function fileOnce(filing: DeviceFiling & { readonly token: string }): Promise<FiledFromDevice> {
  const { token, now, files } = filing;
  const issued = issueReceipt(now);
  const answer = { reference: issued.reference, code: codeOf(token), filedAt: now };
  const actor = { ...holderOf(token), caseId: issued.caseId };
  const earlier = await withActor(actor, async tx => {
    const draft = await lockDraft(tx, token, now);
    if (draft === null || !isForDevices(draft)) throw new AppError('online-draft-gone');
    if (draft.filedCaseId !== null) return draft.filedCaseId;
    const owner = { draftId: draft.id };
    await attachAllEvidence(tx, files, { owner, uploadedByRole: 'complainant', now: new Date(now) });
    const receipt = { ...issued, code: answer.code };
    const rows = { idempotencyKeys: [keyRow(keyedRequest(filing), answer)] };
    await fileLocked(tx, { draft, answers: parseJson(filing.json), receipt, now, rows });
    return null;
  });
  if (earlier === null) return { ...answer, earlier: false };
  return { ...answerOf(await filedBefore(token, earlier, now)), earlier: true };
}

/**
 * Files the browser's draft with the answers and files of the device that went on with it: once, together with the
 * files that had arrived before. Repeated under its key it gives the same answer, also when the browser has forgotten
 * the draft. A draft that was filed online meanwhile stays as it was filed.
 * @throws AppError `online-draft-gone`, `already-filed`, `malformed-request`, `invalid-input`, `not-admissible`,
 * `too-many-files`, `idempotency-conflict`
 */
export async function fileFromDevice(filing: DeviceFiling): Promise<FiledFromDevice> {
  const { token, draftId } = filing;
  const known = await earlierAnswer(keyedRequest(filing));
  if (known !== null) return { ...known, earlier: false };
  if (token === null || !isTokenOf(token, draftId)) throw new AppError('online-draft-gone');
  return fileOnce({ ...filing, token });
}
