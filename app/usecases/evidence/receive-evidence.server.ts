import { neutraliseFileName } from '#app/domain/evidence/file-name.ts';
import { MAX_BYTES, MAX_FILES, MAX_MEGABYTES, type MediaType } from '#app/domain/evidence/media-types.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { MAX_FORM_BYTES, MAX_FORM_FIELDS } from '#app/platform/http/read-form.server.ts';
import { detectMediaType, HEAD_BYTES } from '#app/platform/media/detect.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';

/** Limits of a form that brings evidence, for `readMultipart`. */
export const EVIDENCE_FORM_LIMITS = {
  maxFiles: MAX_FILES,
  maxFileBytes: MAX_BYTES,
  maxFieldBytes: MAX_FORM_BYTES,
  maxFields: MAX_FORM_FIELDS,
} as const;

/** A file that is safely stored and belongs to nobody yet. */
export interface StoredUpload {
  readonly storageKey: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** By the content. */
  readonly mediaType: MediaType;
  /** Neutralised. */
  readonly fileName: string;
}

interface Upload {
  readonly stream: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  /** Bytes; the limit of evidence files unless told. */
  readonly maxBytes?: number;
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    head.push(value);
    size += value.length;
  }
  return Buffer.concat(head, size);
}

async function* headAndRest(head: Buffer, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}

async function store(upload: Upload, chunks: AsyncIterator<Uint8Array>): Promise<StoredUpload> {
  const head = await readHead(chunks);
  const mediaType = await detectMediaType(head);
  if (mediaType === undefined) throw new AppError('file-type-refused');
  const maxBytes = upload.maxBytes ?? MAX_BYTES;
  const { key, size, sha256 } = await storage().put(headAndRest(head, chunks), { maxBytes });
  return {
    storageKey: key,
    sha256,
    size,
    mediaType,
    fileName: neutraliseFileName(upload.fileName, mediaType),
  };
}

/**
 * Stores one uploaded file while it arrives; its type is decided from its first bytes, before anything is
 * written. A file that is then attached to nothing is removed by the storage's clean-up. Throws
 * `file-type-refused` and `file-too-large` (with the limit in `maxMegabytes`).
 */
export async function storeUpload(upload: Upload): Promise<StoredUpload> {
  const chunks = upload.stream[Symbol.asyncIterator]();
  try {
    return await store(upload, chunks);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file-too-large') throw error;
    throw new AppError('file-too-large', {
      params: { maxMegabytes: MAX_MEGABYTES, ...error.params },
      cause: error,
    });
  } finally {
    await chunks.return?.();
  }
}
