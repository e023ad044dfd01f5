import { z } from 'zod';
import { type Field, maySee } from '#app/domain/access/visibility.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { fileNameAs } from '#app/domain/evidence/file-name.ts';
import { isMediaType, MEDIA_TYPES } from '#app/domain/evidence/media-types.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import {
  fileHeaders,
  type OpenedFile,
  rangeOf,
  type ServedFile,
} from '#app/platform/http/file-response.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';

interface Opening {
  readonly evidenceId: string;
  /** The request's `Range` header. */
  readonly range?: string | null;
}

/** Row-level security shows the row only to whom the case, or the draft, is open. */
async function findEvidence(actor: Actor, evidenceId: string, field: Field): Promise<Evidence> {
  if (!maySee(actor.role, field)) throw new AppError('forbidden');
  if (!z.uuid().safeParse(evidenceId).success) throw new AppError('not-found');
  const evidence = await withActor(actor, tx => tx.evidence.findUnique({ where: { id: evidenceId } }));
  if (evidence === null) throw new AppError('not-found');
  return evidence;
}

async function openFile(
  key: string,
  file: ServedFile,
  rangeHeader: string | null | undefined,
): Promise<OpenedFile> {
  const range = rangeOf(rangeHeader, file.size);
  const stream = await storage().open(key, range);
  return { ...file, stream, status: range === undefined ? 200 : 206, headers: fileHeaders(file, range) };
}

function extensionOf(mediaType: string): string {
  return isMediaType(mediaType) ? MEDIA_TYPES[mediaType].extensions[0] : 'txt';
}

/**
 * The cleaned copy, to be shown in the browser. Throws `forbidden`, and `not-found` when there is no such evidence
 * for this actor or no copy of it (`copyState` in the parameters says whether one is on its way).
 */
export async function openCopy(actor: Actor, { evidenceId, range }: Opening): Promise<OpenedFile> {
  const evidence = await findEvidence(actor, evidenceId, 'evidence-copy');
  const { copyKey, copyMediaType: mediaType, copyState } = evidence;
  if (copyState !== 'ready' || copyKey === null || mediaType === null) {
    throw new AppError('not-found', { params: { copyState } });
  }
  const stored = await storage().stat(copyKey);
  if (stored === undefined) throw new Error(`The copy ${copyKey} is missing`);
  const fileName = fileNameAs(evidence.fileName, extensionOf(mediaType));
  return openFile(copyKey, { mediaType, fileName, size: stored.size, disposition: 'inline' }, range);
}

/** The original as it came, only ever as a download. Throws `forbidden` and `not-found`. */
export async function openOriginal(actor: Actor, { evidenceId, range }: Opening): Promise<OpenedFile> {
  const evidence = await findEvidence(actor, evidenceId, 'evidence-original');
  const { fileName, mediaType, size, storageKey } = evidence;
  return openFile(storageKey, { mediaType, fileName, size, disposition: 'attachment' }, range);
}
