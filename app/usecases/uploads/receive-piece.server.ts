import { AppError } from '#app/domain/shared/errors.ts';
import { detectMediaType, HEAD_BYTES } from '#app/platform/media/detect.server.ts';
import { partialFiles } from '#app/platform/storage/partial-files.server.ts';
import { abandonUpload } from './abandon-upload.server.ts';
import type { UploadOwner } from './upload-owner.server.ts';

interface Piece {
  readonly owner: UploadOwner;
  readonly id: string;
  /** Bytes that arrived before. */
  readonly from: number;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** Looks at a file's first bytes on their way to the disk; the rest of a refused piece is read and dropped. */
async function* ofKnownType(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array[] | undefined = [];
  let size = 0;
  let refused = false;
  for await (const chunk of stream) {
    if (refused) continue;
    if (head !== undefined) {
      head.push(chunk);
      size += chunk.length;
      if (size >= HEAD_BYTES) {
        refused = (await detectMediaType(Buffer.concat(head, size))) === undefined;
        head = undefined;
      }
    }
    if (!refused) yield chunk;
  }
  // Less than a head: too little to judge before the whole file is there.
  if (refused) throw new AppError('file-type-refused');
}

/**
 * Writes what arrives of an upload; what came before a broken connection counts. A file of a type that is not taken
 * is refused with its first piece (`file-type-refused`) and forgotten. Returns the bytes that are there, safely.
 */
export async function receivePiece({ owner, id, from, stream }: Piece): Promise<number> {
  try {
    return await partialFiles().append(id, from === 0 ? ofKnownType(stream) : stream, from);
  } catch (error) {
    if (error instanceof AppError) await abandonUpload({ owner, id }).catch(() => undefined);
    throw error;
  }
}
