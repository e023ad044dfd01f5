import { mayReadAudience, maySee } from '#app/domain/access/visibility.ts';
import { type ChainFault, verifyChain } from '#app/domain/case/event-chain.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { recordedEvent } from '../case-store.server.ts';

export interface CaseMail {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly state: string;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

/** The state of a case's record: how long it is, its last seal, and the first event that doesn't fit, if any. */
export interface RecordState {
  readonly events: number;
  readonly lastSeal: string;
  readonly fault: ChainFault | null;
}

/** What only the regulator sees of a case, each part for the roles that the matrix names. */
export interface RegulatorSide {
  readonly mails: readonly CaseMail[] | null;
  readonly record: RecordState | null;
}

async function mailsOf(tx: Tx, caseId: string): Promise<readonly CaseMail[]> {
  const rows = await tx.mailOutbox.findMany({
    where: { caseId },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      kind: true,
      recipient: true,
      state: true,
      lastError: true,
      createdAt: true,
      sentAt: true,
    },
  });
  return rows.map(({ createdAt, sentAt, ...mail }) => ({
    ...mail,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }));
}

async function recordOf(tx: Tx, caseId: string): Promise<RecordState> {
  const head = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { lastSeq: true, lastHash: true },
  });
  const events = await tx.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  const fault = verifyChain(
    caseId,
    events.map(recordedEvent),
    { seq: head.lastSeq, hash: head.lastHash },
    sha256,
  );
  return { events: events.length, lastSeal: head.lastHash, fault };
}

/** Only who reads every event can check the chain; to others it would seem to have gaps. */
export function readRegulatorSide(actor: Actor, caseId: string): Promise<RegulatorSide> {
  return withActor(actor, async tx => ({
    mails: maySee(actor.role, 'mail-outbox') ? await mailsOf(tx, caseId) : null,
    record: mayReadAudience(actor.role, 'regulator') ? await recordOf(tx, caseId) : null,
  }));
}
