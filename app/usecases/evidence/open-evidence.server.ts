import { z } from 'zod';
import { type Field, maySee } from '#app/domain/access/visibility.ts';
import type { Actor } from '#app/domain/case/states.ts';
import type { CustodyAction } from '#app/domain/evidence/custody.ts';
import { fileNameAs } from '#app/domain/evidence/file-name.ts';
import { isMediaType, MEDIA_TYPES } from '#app/domain/evidence/media-types.ts';
import { type EvidenceStanding, isReleased } from '#app/domain/evidence/standing.ts';
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
import { noteCustody } from './custody-log.server.ts';
import { standingOfEvidence } from './evidence-standing.server.ts';

interface Opening {
  readonly evidenceId: string;
  readonly now: Date;
  /** The request's `Range` header. */
  readonly range?: string | null;
}

function refuseUnlessReleased(standing: EvidenceStanding): void {
  if (standing === 'quarantined') throw new AppError('evidence-quarantined');
  if (standing === 'erased') throw new AppError('not-found');
  if (!isReleased(standing)) throw new AppError('evidence-being-checked');
}

/** Row-level security shows the row only to whom the case, or the draft, is open. */
async function findReleased(actor: Actor, evidenceId: string, field: Field): Promise<Evidence> {
  if (!maySee(actor.role, field)) throw new AppError('forbidden');
  if (!z.uuid().safeParse(evidenceId).success) throw new AppError('not-found');
  const evidence = await withActor(actor, tx => tx.evidence.findUnique({ where: { id: evidenceId } }));
  if (evidence === null) throw new AppError('not-found');
  refuseUnlessReleased(standingOfEvidence(evidence));
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

/** Players ask for many parts of one recording: only the beginning of it counts as opening. */
function continues(file: OpenedFile): boolean {
  return file.status === 206 && !(file.headers.get('content-range') ?? '').startsWith('bytes 0-');
}

/** Files of a draft are seen by their owner alone: custody begins with the case. */
async function noted(
  actor: Actor,
  { id, caseId }: Evidence,
  { action, now, file }: { readonly action: CustodyAction; readonly now: Date; readonly file: OpenedFile },
): Promise<OpenedFile> {
  if (caseId === null || continues(file)) return file;
  try {
    await noteCustody(actor, { caseId, evidenceIds: [id], action, now });
  } catch (error) {
    file.stream.destroy();
    throw error;
  }
  return file;
}

function extensionOf(mediaType: string): string {
  return isMediaType(mediaType) ? MEDIA_TYPES[mediaType].extensions[0] : 'txt';
}

/**
 * The cleaned copy, to be shown in the browser. Throws `forbidden`, `evidence-being-checked`, `evidence-quarantined`,
 * and `not-found` when there is no such evidence for this actor or no copy of it (`copyState` in the parameters says
 * whether one is on its way). The opening is in the custody log before the first byte is given out.
 */
export async function openCopy(actor: Actor, { evidenceId, range, now }: Opening): Promise<OpenedFile> {
  const evidence = await findReleased(actor, evidenceId, 'evidence-copy');
  const { copyKey, copyMediaType: mediaType, copyState } = evidence;
  if (copyState !== 'ready' || copyKey === null || mediaType === null) {
    throw new AppError('not-found', { params: { copyState } });
  }
  const stored = await storage().stat(copyKey);
  if (stored === undefined) throw new Error(`The copy ${copyKey} is missing`);
  const fileName = fileNameAs(evidence.fileName, extensionOf(mediaType));
  const served = { mediaType, fileName, size: stored.size, disposition: 'inline' } as const;
  return noted(actor, evidence, { action: 'viewed', now, file: await openFile(copyKey, served, range) });
}

/**
 * One of the small pictures of a file, by its number from 0: of an image, or of the first pages of a document.
 * Throws as {@link openCopy}. The small picture of an image in a list is no opening; that of a page can be read.
 */
export async function openPreview(
  actor: Actor,
  { evidenceId, number, now }: Opening & { readonly number: number },
): Promise<OpenedFile> {
  const evidence = await findReleased(actor, evidenceId, 'evidence-copy');
  const key = evidence.previewKeys[number];
  if (key === undefined) throw new AppError('not-found', { params: { copyState: evidence.copyState } });
  const stored = await storage().stat(key);
  if (stored === undefined) throw new Error(`The picture ${key} is missing`);
  const fileName = fileNameAs(evidence.fileName, 'webp');
  const served = { mediaType: 'image/webp', fileName, size: stored.size, disposition: 'inline' } as const;
  const file = await openFile(key, served, null);
  return number === 0 && evidence.pageCount !== null
    ? noted(actor, evidence, { action: 'previewed', now, file })
    : file;
}

/**
 * The original as it came, only ever as a download, and in the custody log. Throws `forbidden`, `not-found`,
 * `evidence-being-checked` and `evidence-quarantined`.
 */
export async function openOriginal(actor: Actor, { evidenceId, range, now }: Opening): Promise<OpenedFile> {
  const evidence = await findReleased(actor, evidenceId, 'evidence-original');
  const { fileName, mediaType, size, storageKey } = evidence;
  const file = await openFile(storageKey, { mediaType, fileName, size, disposition: 'attachment' }, range);
  return noted(actor, evidence, { action: 'downloaded', now, file });
}
