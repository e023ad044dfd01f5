import { randomUUID } from 'node:crypto';
import type { Role } from '#app/domain/case/states.ts';
import { MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import type { StoredUpload } from './receive-evidence.server.ts';

/** A draft, a case, or who writes an answer to a case: such files become the case's when the answer is sent. */
export type EvidenceOwner =
  | { readonly draftId: string }
  | { readonly caseId: string }
  | { readonly heldFor: string; readonly heldBy: string };

interface Attachment {
  readonly owner: EvidenceOwner;
  readonly uploadedByRole: Role;
  readonly now: Date;
  /** Of a confidential annex: what the other party is told instead, and the operator that files it. */
  readonly withheld?: { readonly as: string; readonly by: string | null };
}

function idOf(owner: EvidenceOwner): string {
  if ('draftId' in owner) return owner.draftId;
  return 'caseId' in owner ? owner.caseId : owner.heldFor;
}

/** Uploads to one owner wait for each other, or two at once would count the same rows and exceed the limit. */
async function waitForTurn(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
}

function refuseTooMany(count: number): void {
  if (count > MAX_FILES) throw new AppError('too-many-files', { params: { max: MAX_FILES } });
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
  const { owner } = attachment;
  await waitForTurn(tx, idOf(owner));
  const where = 'heldFor' in owner ? { OR: [{ caseId: owner.heldFor }, owner] } : owner;
  const present = await tx.evidence.findMany({ where });
  const bySha256 = new Map(present.map(evidence => [evidence.sha256, evidence]));
  const added = new Map(files.filter(file => !bySha256.has(file.sha256)).map(file => [file.sha256, file]));
  refuseTooMany(present.length + added.size);
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

/**
 * Makes files that waited with an answer part of its case, in their order. Call it as the system.
 * @throws AppError `too-many-files` over the limit; none is moved then
 */
export async function moveToCase(tx: Tx, ids: readonly string[], caseId: string): Promise<Evidence[]> {
  if (ids.length === 0) return [];
  await waitForTurn(tx, caseId);
  refuseTooMany((await tx.evidence.count({ where: { caseId } })) + ids.length);
  const where = { id: { in: [...ids] } };
  await tx.evidence.updateMany({ where, data: { caseId, heldFor: null, heldBy: null } });
  return tx.evidence.findMany({ where, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] });
}
