import { SYSTEM } from '#app/domain/case/states.ts';
import { PROOFS } from '#app/domain/service/outcomes.ts';
import type { Instant } from '#app/domain/shared/plain-date.ts';
import { derivedUuid } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { lockedHash } from '#app/platform/slow-hash.server.ts';
import { type LoadedCase, loadCase } from '#app/usecases/complaints/case-store.server.ts';
import type { Filer } from '#app/usecases/complaints/drafts/filer.ts';
import { executeIn } from '#app/usecases/complaints/execute-command.server.ts';
import { hashReceiptCode, rowsOfFiling } from '#app/usecases/complaints/file-complaint.server.ts';
import {
  admissibilityErrors,
  type Complaint,
  readComplaint,
} from '#app/usecases/complaints/read-complaint.schema.ts';
import { writeRows } from '#app/usecases/complaints/write-rows.server.ts';
import { isDemonstrationKey } from '#app/usecases/demonstration/demonstration-cases.ts';
import {
  demonstrationCaseId,
  demonstrationReceipt,
} from '#app/usecases/demonstration/demonstration-receipt.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { type EvidenceFile, storeEvidence } from './evidence.ts';
import { plusMinutes } from './local-time.ts';

/** A complaint to be filed as an example. */
export interface Example {
  /** Names it within its profile: its id, reference and code follow from it. */
  readonly key: string;
  /** As a form sends it. */
  readonly complaint: Readonly<Record<string, unknown>>;
  readonly filedAt: Instant;
  /** Minutes from filing to the operator's desk; null where the desk can't be reached. */
  readonly servedAfter: number | null;
  readonly evidence?: readonly EvidenceFile[];
  /** The operator whose first liaison files a dispute. */
  readonly filedByOperator?: string;
}

/** Reads an example as the form would. @throws when the portal would refuse it */
export function readExample({ key, complaint, filedAt, filedByOperator }: Example): Complaint {
  const context = { profile: activeProfile(), now: filedAt, filedByOperator };
  const read = readComplaint(complaint, context);
  const fields = read.ok ? admissibilityErrors(read.value, context) : read.fields;
  if (!read.ok || Object.keys(fields).length > 0) {
    throw new Error(`The example ${key} would be refused: ${JSON.stringify(fields)}`);
  }
  return read.value;
}

/** A delivery to the operator that has the case now, and the service that it proves. */
export async function serve(
  tx: Tx,
  caseId: string,
  { at, queuedAt }: { at: Instant; queuedAt: Instant },
): Promise<LoadedCase> {
  const { operatorId, operator } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { operatorId: true, operator: { select: { deskEmail: true } } },
  });
  const channel = operator.deskEmail === null ? 'portal' : 'mail';
  const recipient = operator.deskEmail ?? operatorId;
  const id = derivedUuid(`${caseId}/delivery/${operatorId}`);
  const proof = PROOFS[channel];
  const proven = { state: 'delivered', attempts: 1, queuedAt, deliveredAt: at, proof };
  await tx.delivery.create({ data: { id, caseId, operatorId, channel, recipient, ...proven } });
  const payload = { deliveryId: id, operatorId, channel, attempts: 1, proof };
  return executeIn(tx, { actor: SYSTEM, caseId, command: 'serve', now: at, silent: true }, () => ({
    events: [{ type: 'served', payload }],
  }));
}

/** Notes that the desk's mail server refused the case: it stays filed until somebody sees to it. */
export async function failDelivery(
  tx: Tx,
  caseId: string,
  { at, queuedAt }: { at: Instant; queuedAt: Instant },
): Promise<LoadedCase> {
  const { operatorId, operator } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { operatorId: true, operator: { select: { deskEmail: true } } },
  });
  const id = derivedUuid(`${caseId}/delivery/${operatorId}`);
  const error = '550 mailbox unavailable';
  const refused = { reason: 'refused', lastError: error, failedAt: at } as const;
  const data = { id, caseId, operatorId, channel: 'mail', recipient: operator.deskEmail ?? operatorId };
  await tx.delivery.create({ data: { ...data, state: 'failed', attempts: 1, queuedAt, ...refused } });
  const attempt = { id: derivedUuid(`${id}/1`), deliveryId: id, operatorId, number: 1, at, took: 310 };
  await tx.deliveryAttempt.create({ data: { ...attempt, outcome: 'refused', status: 550, answer: error } });
  const command = { actor: SYSTEM, caseId, command: 'note-failed-delivery', now: at, silent: true } as const;
  return executeIn(tx, command, () => ({
    events: [{ type: 'delivery-failed', payload: { deliveryId: id, operatorId, error } }],
  }));
}

/** The liaison who files for an operator in dispute; null for a complainant's own complaint. */
async function filerOf(tx: Tx, { filedByOperator: organisation }: Example): Promise<Filer | null> {
  if (organisation === undefined) return null;
  const liaison = await tx.user.findFirstOrThrow({
    where: { operatorId: organisation },
    orderBy: { email: 'asc' },
    select: { id: true, name: true },
  });
  return { kind: 'operator', staffId: liaison.id, name: liaison.name, organisation };
}

async function fileOne(tx: Tx, example: Example): Promise<LoadedCase> {
  const { key, filedAt, servedAfter } = example;
  const receipt = demonstrationReceipt(key, filedAt);
  const evidence = await storeEvidence(receipt.caseId, filedAt, example.evidence ?? []);
  const complaint = readExample(example);
  const filer = await filerOf(tx, example);
  const filing = { complaint, receipt, evidence: evidence.sealed, filer, source: 'web', now: filedAt };
  // Only the codes that the demonstration shows open a case: hundreds of others would be hashed for nobody.
  const hash = isDemonstrationKey(key) ? await hashReceiptCode(receipt.code) : lockedHash();
  const rows = rowsOfFiling(filing, hash);
  await writeRows(tx, { ...rows, mails: [], evidence: evidence.rows, annexes: evidence.annexes });
  if (evidence.rows.length > 0) {
    await enqueue(
      tx,
      evidence.rows.map(({ id }) => ({ name: 'make-viewing-copy', data: { evidenceId: id } })),
    );
  }
  const { caseId } = receipt;
  if (servedAfter === null)
    return failDelivery(tx, caseId, { at: plusMinutes(filedAt, 300), queuedAt: filedAt });
  return serve(tx, caseId, { at: plusMinutes(filedAt, servedAfter), queuedAt: filedAt });
}

/** Files examples and serves them, together or not at all; those that are there already are read as they stand. */
export function fileExamples(examples: readonly Example[]): Promise<readonly LoadedCase[]> {
  return withActor(SYSTEM, async tx => {
    const ids = examples.map(({ key }) => demonstrationCaseId(key));
    const found = await tx.case.findMany({ where: { id: { in: ids } }, select: { id: true } });
    const known = new Set(found.map(({ id }) => id));
    const cases: LoadedCase[] = [];
    for (const [index, example] of examples.entries()) {
      const id = ids[index] ?? '';
      cases.push(known.has(id) ? await loadCase(tx, id) : await fileOne(tx, example));
    }
    return cases;
  });
}
