import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { now } from '#app/platform/clock.server.ts';
import { abandonUpload } from '#app/usecases/uploads/abandon-upload.server.ts';
import { beginUpload } from '#app/usecases/uploads/begin-upload.server.ts';
import { findUpload } from '#app/usecases/uploads/find-upload.server.ts';
import { receivePiece } from '#app/usecases/uploads/receive-piece.server.ts';
import type { UploadOwner } from '#app/usecases/uploads/upload-owner.server.ts';

/** The uploads of one draft or case, as the tus protocol sees them: nobody else's are there. */
export class UploadStore extends DataStore {
  readonly #owner: UploadOwner;
  override extensions = ['creation', 'creation-with-upload', 'termination'];

  constructor(owner: UploadOwner) {
    super();
    this.#owner = owner;
  }

  override async create(upload: Upload): Promise<Upload> {
    const at = now().toISOString();
    const { id, size = 0, metadata } = upload;
    await beginUpload({ owner: this.#owner, id, size, fileName: metadata?.filename ?? '', now: at });
    upload.creation_date = at;
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await findUpload({ owner: this.#owner, id, now: now().toISOString() });
    if (found === null) throw ERRORS.FILE_NOT_FOUND;
    const { size, offset, createdAt } = found;
    return new Upload({ id, size, offset, creation_date: createdAt.toISOString() });
  }

  override write(stream: Readable, id: string, from: number): Promise<number> {
    return receivePiece({ owner: this.#owner, id, from, stream });
  }

  override remove(id: string): Promise<void> {
    return abandonUpload({ owner: this.#owner, id });
  }
}
