import { randomUUID } from 'node:crypto';
import { AppError } from '#app/domain/shared/errors.ts';
import { parseJson } from '#app/platform/http/read-form.server.ts';
import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import { activeProfile } from '../profile.server.ts';
import { fileComplaintAlone, issueReceipt, type Receipt } from './file-complaint.server.ts';
import {
  earlierAnswer,
  type KeyedAnswer,
  type KeyedRequest,
  keyedRequest,
  keyRow,
} from './idempotency.server.ts';
import { admissibilityErrors, type Complaint, readComplaint } from './read-complaint.schema.ts';

/** A filing as a program sends it. */
export interface ApiFiling {
  /** The complaint's JSON as it came. */
  readonly json: string;
  /** Safely stored, in the order of the request. */
  readonly files: readonly StoredUpload[];
  /** The client's Idempotency-Key, if it sent one. */
  readonly key: string | null;
  /** ISO instant. */
  readonly now: string;
}

function readAdmissible(filing: ApiFiling): Complaint {
  const context = { profile: activeProfile(), now: filing.now };
  const reading = readComplaint(parseJson(filing.json), context);
  if (!reading.ok) throw new AppError('invalid-input', { fields: reading.fields });
  const fields = admissibilityErrors(reading.value, context);
  if (Object.keys(fields).length > 0) throw new AppError('not-admissible', { fields });
  return reading.value;
}

/** The same file sent twice is one piece of evidence. */
function evidenceRows(receipt: Receipt, { files, now }: ApiFiling) {
  const distinct = new Map(files.map(file => [file.sha256, file]));
  return [...distinct.values()].map(file => ({
    id: randomUUID(),
    case_id: receipt.caseId,
    file_name: file.fileName,
    media_type: file.mediaType,
    size: file.size,
    sha256: file.sha256,
    storage_key: file.storageKey,
    uploaded_by_role: 'complainant',
    uploaded_at: now,
    copy_state: 'pending',
  }));
}

async function file(filing: ApiFiling, request: KeyedRequest | null): Promise<KeyedAnswer> {
  const { now } = filing;
  const complaint = readAdmissible(filing);
  const receipt = issueReceipt(now);
  const answer = { reference: receipt.reference, code: receipt.code, filedAt: now };
  const evidence = evidenceRows(receipt, filing);
  const sealed = evidence.map(({ id, sha256, size, media_type }) => ({
    id,
    sha256,
    size,
    mediaType: media_type,
  }));
  const rows = { idempotencyKeys: request === null ? [] : [keyRow(request, answer)], evidence };
  await fileComplaintAlone({ complaint, receipt, evidence: sealed, source: 'api', now, rows });
  return answer;
}

/**
 * Files a complaint that a program sends, with its evidence, in one statement. Under a key it is filed once,
 * however often and however simultaneously it is sent: the key's row stands or falls with the case, so a repeated
 * request fails at it and gets the first one's answer.
 * @throws AppError `malformed-request`, `invalid-input` and `not-admissible` with the refused fields,
 * `idempotency-conflict` when the key came with another request before
 */
export async function fileByApi(filing: ApiFiling): Promise<KeyedAnswer> {
  const { key } = filing;
  const request = key === null ? null : keyedRequest({ ...filing, key });
  try {
    return await file(filing, request);
  } catch (error) {
    // Also a refusal: what was admissible when it was filed may no longer be when its answer is asked for again.
    const earlier = request === null ? null : await earlierAnswer(request);
    if (earlier === null) throw error;
    return earlier;
  }
}
