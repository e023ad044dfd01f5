import { withActor } from '#app/platform/db/client.server.ts';
import { partialFiles } from '#app/platform/storage/partial-files.server.ts';
import { senderOf, type UploadOwner } from './upload-owner.server.ts';

/** A file on its way. */
export interface UploadState {
  readonly id: string;
  readonly fileName: string;
  /** Bytes of the whole file. */
  readonly size: number;
  /** Bytes of it that have arrived and would survive a power cut. */
  readonly offset: number;
  readonly createdAt: Date;
  /** Whether it has become evidence. */
  readonly attached: boolean;
}

interface UploadToFind {
  readonly owner: UploadOwner;
  readonly id: string;
  /** ISO instant. */
  readonly now: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An upload of this draft or case; null when there is none, it belongs to somebody else or its time is over. */
export async function findUpload({ owner, id, now }: UploadToFind): Promise<UploadState | null> {
  if (!UUID.test(id)) return null;
  const row = await withActor(senderOf(owner), tx => tx.upload.findUnique({ where: { id } }));
  if (row === null || row.expiresAt.toISOString() <= now) return null;
  const { fileName, size, createdAt } = row;
  const attached = row.evidenceId !== null;
  const offset = attached ? size : (await partialFiles().state(id))?.size;
  return offset === undefined ? null : { id, fileName, size, offset, createdAt, attached };
}
