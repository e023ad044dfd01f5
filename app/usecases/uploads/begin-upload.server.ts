import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { MAX_BYTES, MAX_FILES, MAX_MEGABYTES } from '#app/domain/evidence/media-types.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { partialFiles } from '#app/platform/storage/partial-files.server.ts';
import { lockDraft } from '../complaints/drafts/draft-access.server.ts';
import { ownerColumns, senderOf, type UploadOwner } from './upload-owner.server.ts';

/** For how long an upload may be gone on with, whatever arrives of it meanwhile. */
const UPLOAD_HOURS = 24;

/** An upload to which nothing was added for so long makes room when the draft has no more. */
const IDLE_MINUTES = 60;

/** One of which nothing ever came does so earlier: its sender never heard that it had begun, and began another. */
const EMPTY_MINUTES = 1;

/** Code units kept of the sender's name for a file, before it is neutralised. */
const MAX_SENT_NAME = 255;

interface UploadToBegin {
  readonly owner: UploadOwner;
  /** Random: whoever knows it and holds the draft or case may go on with the upload. */
  readonly id: string;
  /** Bytes of the whole file. */
  readonly size: number;
  readonly fileName: string;
  /** ISO instant. */
  readonly now: string;
}

/** An id for a new upload. */
export function newUploadId(): string {
  return randomUUID();
}

async function lockOwner(tx: Tx, { owner, now }: UploadToBegin): Promise<void> {
  if (owner.kind === 'draft') {
    const draft = await lockDraft(tx, owner.token, now);
    if (draft === null) throw new AppError('draft-expired');
    if (draft.filedCaseId !== null) throw new AppError('already-filed');
    return;
  }
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${owner.caseId}, 0))`;
  const visible = await tx.case.findUnique({ where: { id: owner.caseId }, select: { id: true } });
  if (visible === null) throw new AppError('not-found');
}

/** The uploads that are not whole yet, the oldest first: a whole one is about to be counted as evidence. */
async function underWay(tx: Tx, { owner, now }: UploadToBegin) {
  const where = { ...ownerColumns(owner), evidenceId: null, expiresAt: { gt: new Date(now) } };
  const rows = await tx.upload.findMany({ where, orderBy: { createdAt: 'asc' } });
  const states = await Promise.all(
    rows.map(async ({ id, size }) => ({ id, size, file: await partialFiles().state(id) })),
  );
  return states.filter(({ size, file }) => file === undefined || file.size < size);
}

function isIdle(file: { size: number; touchedAt: Date } | undefined, now: string): boolean {
  if (file === undefined) return true;
  const minutes = file.size === 0 ? EMPTY_MINUTES : IDLE_MINUTES;
  return file.touchedAt.getTime() < Temporal.Instant.from(now).subtract({ minutes }).epochMilliseconds;
}

/** Files that are there and files on their way share one limit; uploads given up make room for new ones. */
async function makeRoom(tx: Tx, upload: UploadToBegin): Promise<readonly string[]> {
  const present = await tx.evidence.count({ where: ownerColumns(upload.owner) });
  const unfinished = await underWay(tx, upload);
  const excess = present + unfinished.length - MAX_FILES + 1;
  if (excess <= 0) return [];
  const idle = unfinished.filter(({ file }) => isIdle(file, upload.now));
  if (idle.length < excess) throw new AppError('too-many-files', { params: { max: MAX_FILES } });
  const givenUp = idle.slice(0, excess).map(({ id }) => id);
  await tx.upload.deleteMany({ where: { id: { in: givenUp } } });
  return givenUp;
}

/**
 * Notes a file that is going to arrive in pieces and makes room for its bytes. Throws `file-too-large`,
 * `too-many-files` (those on their way counted), `draft-expired`, `already-filed` and `not-found`.
 */
export async function beginUpload(upload: UploadToBegin): Promise<void> {
  const { owner, id, size, fileName, now } = upload;
  if (size > MAX_BYTES) throw new AppError('file-too-large', { params: { maxMegabytes: MAX_MEGABYTES } });
  const givenUp = await withActor(senderOf(owner), async tx => {
    await lockOwner(tx, upload);
    const removed = await makeRoom(tx, upload);
    await tx.upload.create({
      data: {
        id,
        ...ownerColumns(owner),
        fileName: fileName.replaceAll('\0', '').slice(0, MAX_SENT_NAME),
        size,
        createdAt: new Date(now),
        expiresAt: new Date(Temporal.Instant.from(now).add({ hours: UPLOAD_HOURS }).epochMilliseconds),
      },
    });
    return removed;
  });
  // Row first: a file without a row is what the clean-up removes.
  await partialFiles().create(id);
  for (const gone of givenUp) await partialFiles().remove(gone);
}
