import { formatReceiptCode, RECEIPT_CODE_BYTES } from '#app/domain/case/receipt-code.ts';
import { complainantOf } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { epochMilliseconds, fromEpochMilliseconds } from '#app/domain/shared/plain-date.ts';
import { keyedDigest } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../../profile.server.ts';
import { fileComplaint, issueReceipt, type Receipt } from '../file-complaint.server.ts';
import { admissibilityErrors, type Complaint, readComplaint } from '../read-complaint.schema.ts';
import type { RowsToWrite } from '../write-rows.server.ts';
import { type Draft, holderOf, lockDraft } from './draft-access.server.ts';
import { annexRowsOfDraft } from './draft-annexes.server.ts';
import { evidenceOfDraft } from './draft-evidence.server.ts';
import { operatorFiling } from './filer.ts';
import { complaintOf } from './filing-steps.ts';

/** How long the browser that filed may look at the code again. */
const CODE_SHOWN_MILLISECONDS = 60 * 60 * 1000;

export interface FiledDraft {
  readonly caseId: string;
  readonly reference: string;
  /** Null once the hour has passed: the code is then only where the complainant kept it. */
  readonly code: string | null;
  readonly codeShownUntil: Date;
  /** ISO instant. */
  readonly filedAt: string;
  /** Filed by an operator's staff, who follow it by their account. */
  readonly byOperator: boolean;
}

/**
 * A draft's code follows from its token and the application's key: the database knows neither, and a form that
 * is sent twice, or whose first answer was lost on the way, leads to the same receipt.
 */
export function codeOf(token: string): string {
  const digest = Buffer.from(keyedDigest('receipt code of a draft', token), 'hex');
  return formatReceiptCode(new Uint8Array(digest.subarray(0, RECEIPT_CODE_BYTES)));
}

/** The end of the hour in which the browser that filed may look at the code again. */
export function codeShownUntil(filedAt: string): string {
  return fromEpochMilliseconds(epochMilliseconds(filedAt) + CODE_SHOWN_MILLISECONDS);
}

/**
 * What was accepted step by step, or comes from the device that went on with it, is read once more as a whole.
 * @throws AppError `invalid-input` and `not-admissible` with the refused fields
 */
function readWhole({ draft, answers, now }: Filing): Complaint {
  const context = { profile: activeProfile(), now, filedByOperator: operatorFiling(draft.filer) };
  const reading = readComplaint(answers, context);
  if (!reading.ok) throw new AppError('invalid-input', { fields: reading.fields });
  const fields = admissibilityErrors(reading.value, context);
  if (Object.keys(fields).length > 0) throw new AppError('not-admissible', { fields });
  return reading.value;
}

interface Filing {
  readonly draft: Draft;
  /** The whole complaint as it was posted. */
  readonly answers: unknown;
  readonly receipt: Receipt;
  /** ISO instant. */
  readonly now: string;
  /** Rows that must stand or fall with the case. */
  readonly rows?: Pick<RowsToWrite, 'idempotencyKeys'>;
}

/** Files a draft that the caller has locked, with all its evidence, and deletes its answers. */
export async function fileLocked(tx: Tx, filing: Filing): Promise<void> {
  const { draft, receipt, now } = filing;
  const complaint = readWhole(filing);
  const listed = await evidenceOfDraft(tx, draft.id);
  const evidence = listed.map(({ id, sha256, size, mediaType }) => ({ id, sha256, size, mediaType }));
  const { filer } = draft;
  const annexes = await annexRowsOfDraft(tx, draft.id, { caseId: receipt.caseId, at: now });
  const rows = { ...filing.rows, annexes };
  await fileComplaint(tx, { complaint, receipt, evidence, filer, source: 'web', now, rows });
  await tx.evidence.updateMany({
    where: { draftId: draft.id },
    data: { caseId: receipt.caseId, draftId: null },
  });
  await tx.draft.update({
    where: { id: draft.id },
    data: { data: {}, filedCaseId: receipt.caseId, updatedAt: new Date(now) },
  });
}

/** What a draft was filed as, earlier. */
export async function filedBefore(token: string, caseId: string, now: string): Promise<FiledDraft> {
  const found = await withActor(complainantOf(caseId), tx =>
    tx.case.findUniqueOrThrow({
      where: { id: caseId },
      select: { reference: true, filedAt: true, filedByOrganisation: true },
    }),
  );
  const filedAt = found.filedAt.toISOString();
  const until = codeShownUntil(filedAt);
  const code = now < until ? codeOf(token) : null;
  const byOperator = found.filedByOrganisation !== null;
  return { caseId, reference: found.reference, code, codeShownUntil: new Date(until), filedAt, byOperator };
}

/**
 * Files the draft to which a browser's token leads: the case with its evidence, once. Sent again, also at the same
 * time, it leads to the same receipt. The draft's answers are deleted. Throws `draft-expired`, `invalid-input` and
 * `not-admissible` with the refused fields; nothing has changed then.
 */
export async function fileDraft(token: string, now: string): Promise<FiledDraft> {
  const receipt = { ...issueReceipt(now), code: codeOf(token) };
  const { earlier, byOperator } = await withActor(
    { ...holderOf(token), caseId: receipt.caseId },
    async tx => {
      const draft = await lockDraft(tx, token, now);
      if (draft === null) throw new AppError('draft-expired');
      if (draft.filedCaseId === null)
        await fileLocked(tx, { draft, answers: complaintOf(draft.answers), receipt, now });
      return { earlier: draft.filedCaseId, byOperator: operatorFiling(draft.filer) !== undefined };
    },
  );
  if (earlier !== null) return filedBefore(token, earlier, now);
  return { ...receipt, codeShownUntil: new Date(codeShownUntil(now)), filedAt: now, byOperator };
}
