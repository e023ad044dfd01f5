import { randomUUID } from 'node:crypto';
import type { Role } from '#app/domain/case/states.ts';
import { MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import type { StoredUpload } from './receive-evidence.server.ts';

export type EvidenceOwner = { readonly draftId: string } | { readonly caseId: string };

interface Attachment {
  readonly owner: EvidenceOwner;
  readonly uploadedByRole: Role;
  readonly now: Date;
  /** Of a confidential annex: what the other party is told instead, and the operator that files it. */
  readonly withheld?: { readonly as: string; readonly by: string | null };
}

function idOf(owner: EvidenceOwner): string {
  return 'draftId' in owner ? owner.draftId : owner.caseId;
}

function rowOf(stored: StoredUpload, { owner, uploadedByRole, now, withheld }: Attachment) {
  const marks = { withheldAs: withheld?.as ?? null, withheldBy: withheld?.by ?? null };
  return {
    ...marks,
    id: randomUUID(),
    ...owner,
    ...stored,
    uploadedByRole,
    uploadedAt: now,
    copyState: 'pending',
  };
}

/**
 * Attaches stored files to a draft or a case, in their order. A file that its owner already has, byte by byte, is
 * not attached again: its row comes back. Throws `too-many-files` over the limit; nothing is attached then.
 * The caller asks for a viewing copy of each row after its transaction.
 */
export async function attachAllEvidence(
  tx: Tx,
  files: readonly StoredUpload[],
  attachment: Attachment,
): Promise<Evidence[]> {
  if (files.length === 0) return [];
  // Uploads to one owner wait for each other, or two at once would count the same rows and exceed the limit.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${idOf(attachment.owner)}, 0))`;
  const present = await tx.evidence.findMany({ where: attachment.owner });
  const bySha256 = new Map(present.map(evidence => [evidence.sha256, evidence]));
  const added = new Map(files.filter(file => !bySha256.has(file.sha256)).map(file => [file.sha256, file]));
  if (present.length + added.size > MAX_FILES)
    throw new AppError('too-many-files', { params: { max: MAX_FILES } });
  const rows = await tx.evidence.createManyAndReturn({
    data: [...added.values()].map(file => rowOf(file, attachment)),
  });
  for (const row of rows) bySha256.set(row.sha256, row);
  return [...new Set(files.map(file => file.sha256))].flatMap(sha256 => bySha256.get(sha256) ?? []);
}

/** Attaches one stored file; see {@link attachAllEvidence}. */
export async function attachEvidence(
  tx: Tx,
  attachment: Attachment & { readonly stored: StoredUpload },
): Promise<Evidence> {
  const [evidence] = await attachAllEvidence(tx, [attachment.stored], attachment);
  if (evidence === undefined) throw new AppError('internal');
  return evidence;
}
