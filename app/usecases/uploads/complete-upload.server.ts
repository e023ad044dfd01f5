import { AppError, type ErrorCode } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { partialFiles } from '#app/platform/storage/partial-files.server.ts';
import { addEvidence } from '../complaints/add-evidence.server.ts';
import { addDraftEvidence } from '../complaints/drafts/draft-evidence.server.ts';
import { type StoredUpload, storeUpload } from '../evidence/receive-evidence.server.ts';
import { abandonUpload } from './abandon-upload.server.ts';
import { findUpload } from './find-upload.server.ts';
import { senderOf, type UploadOwner } from './upload-owner.server.ts';

interface UploadToComplete {
  readonly owner: UploadOwner;
  readonly id: string;
  /** ISO instant. */
  readonly now: string;
}

/** Refusals that no repetition changes: the bytes are then of no use. */
const FINAL: readonly ErrorCode[] = [
  'file-type-refused',
  'file-too-large',
  'too-many-files',
  'draft-expired',
  'already-filed',
  'command-not-permitted',
  'not-found',
];

async function attach({ owner, now }: UploadToComplete, file: StoredUpload): Promise<void> {
  if (owner.kind === 'draft') return addDraftEvidence({ token: owner.token, files: [file], now });
  const { caseId } = owner;
  await addEvidence({ actor: senderOf(owner), caseId, now, files: [file] });
}

/** Taking the file out of the draft later takes the upload along. */
async function noteEvidence({ owner, id }: UploadToComplete, sha256: string): Promise<void> {
  await withActor(
    senderOf(owner),
    tx => tx.$executeRaw`
      UPDATE upload SET file_name = '', evidence_id = (
        SELECT e.id FROM evidence e WHERE e.sha256 = ${sha256}
          AND (e.draft_id = upload.draft_id OR e.case_id = upload.case_id) LIMIT 1)
      WHERE id = ${id}::uuid`,
  );
}

async function complete(upload: UploadToComplete): Promise<void> {
  const state = await findUpload(upload);
  if (state === null) throw new AppError('not-found');
  if (state.attached || state.offset < state.size) return;
  const stream = await partialFiles().read(upload.id);
  const stored = await storeUpload({ stream, fileName: state.fileName });
  await attach(upload, stored);
  await noteEvidence(upload, stored.sha256);
  await partialFiles().remove(upload.id);
}

/** Ends under way in this process: the same file is not stored twice side by side. */
const running = new Map<string, Promise<void>>();

async function completeOrAbandon(upload: UploadToComplete): Promise<void> {
  try {
    await complete(upload);
  } catch (error) {
    if (error instanceof AppError && FINAL.includes(error.code)) {
      await abandonUpload(upload).catch(() => undefined);
    }
    throw error;
  }
}

/**
 * Makes evidence of an upload of which everything has arrived, the same way as of a file that came by a form: type
 * from the content, SHA-256, storage, row and event. Does nothing while bytes are missing or when it was done
 * before; a repetition after a crash adds no second file. A file that is refused is forgotten. Throws what the form
 * would: `file-type-refused`, `too-many-files`, `draft-expired`, `already-filed`, `command-not-permitted`.
 */
export function completeUpload(upload: UploadToComplete): Promise<void> {
  const already = running.get(upload.id);
  if (already !== undefined) return already;
  const ending = completeOrAbandon(upload).finally(() => running.delete(upload.id));
  running.set(upload.id, ending);
  return ending;
}
