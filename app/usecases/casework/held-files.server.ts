import type { Answer } from '#app/domain/case/answer.ts';
import type { EventDraft } from '#app/domain/case/events.ts';
import { transitionOf } from '#app/domain/case/lifecycle.ts';
import type { Actor } from '#app/domain/case/states.ts';
import type { CustodyAction } from '#app/domain/evidence/custody.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { continueAsSystem, type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { sealInCase } from '../complaints/attach-to-case.server.ts';
import { attachAllEvidence, moveToCase } from '../evidence/attach-evidence.server.ts';
import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import { deskOf } from './desk-of.ts';

/** Whose files an answer to a case may bring along, and who is at it. */
interface Holders {
  readonly actor: Actor;
  readonly caseId: string;
  readonly authorIds: readonly string[];
  /** ISO instant. */
  readonly now: string;
}

function heldBy({ caseId, authorIds }: Pick<Holders, 'caseId' | 'authorIds'>) {
  return { heldFor: caseId, heldBy: { in: [...authorIds] } };
}

/** What is said of files in the custody log within the transaction that does it. Call it as the system. */
async function note(tx: Tx, ids: readonly string[], action: CustodyAction, holders: Holders): Promise<void> {
  const { actor, caseId, now } = holders;
  const { role: actorRole, id: actorId, name: actorName, organisation: actorOrganisation } = actor;
  const by = { actorRole, actorId, actorName, actorOrganisation };
  const data = ids.map(evidenceId => ({ caseId, evidenceId, action, at: new Date(now), ...by }));
  await tx.custodyEntry.createMany({ data });
}

/** Lets go of the files that wait with an answer, except for those named; each is noted. Call it as the system. */
export async function discardHeld(tx: Tx, holders: Holders, except: readonly string[] = []): Promise<void> {
  const where = { ...heldBy(holders), id: { notIn: [...except] } };
  const ids = (await tx.evidence.findMany({ where, select: { id: true } })).map(({ id }) => id);
  if (ids.length === 0) return;
  await note(tx, ids, 'discarded', holders);
  await tx.evidence.deleteMany({ where: { id: { in: ids } } });
}

interface Holding extends Omit<Holders, 'authorIds'> {
  readonly files: readonly StoredUpload[];
  /** Evidence to which the answer points: what waits beside it and is not named any more makes room. */
  readonly named: readonly string[];
  /** Of confidential annexes in a dispute between operators: what the other party is told instead. */
  readonly withheldAs: string | null;
}

/**
 * Keeps files with the answer that a liaison is writing: the desk's own until the answer is sent, whoever asks.
 * @returns the evidence of each content, which is the case's own where it has that file already
 * @throws AppError `not-found`; `command-not-permitted` where no answer is awaited; `too-many-files`
 */
export function holdFiles(holding: Holding): Promise<ReadonlyMap<string, string>> {
  const { actor, caseId, files, named, withheldAs, now } = holding;
  const { userId, operatorId } = deskOf(actor);
  return withActor(actor, async tx => {
    const found = await tx.case.findUnique({ where: { id: caseId }, select: { track: true, state: true } });
    if (found === null) throw new AppError('not-found');
    if (!transitionOf('answer').from.some(state => state === found.state)) {
      throw new AppError('command-not-permitted');
    }
    if (withheldAs !== null && found.track !== 'wholesale') throw new AppError('forbidden');
    await continueAsSystem(tx);
    await discardHeld(tx, { actor, caseId, authorIds: [userId], now }, named);
    const rows = await attachAllEvidence(tx, files, {
      owner: { heldFor: caseId, heldBy: userId },
      uploadedByRole: actor.role,
      now: new Date(now),
      ...(withheldAs !== null && { withheld: { as: withheldAs, by: operatorId } }),
    });
    const held = rows.filter(({ heldFor }) => heldFor !== null);
    if (held.length > 0) {
      const jobs = held.map(({ id }) => ({ name: 'make-viewing-copy', data: { evidenceId: id } }) as const);
      await enqueue(tx, jobs);
    }
    return new Map(rows.map(({ sha256, id }) => [sha256, id]));
  });
}

/**
 * The files that wait with an answer to a case, as far as they are the reader's to see: their own, and those of the
 * answer that waits for its second reader.
 */
export function findHeldFiles(actor: Actor, caseId: string): Promise<readonly Evidence[]> {
  const orderBy = [{ uploadedAt: 'asc' }, { id: 'asc' }] as const;
  return withActor(actor, tx => tx.evidence.findMany({ where: { heldFor: caseId }, orderBy: [...orderBy] }));
}

/** The ids of the files that somebody's answer may point to besides those of the case. */
export async function heldIds(tx: Tx, of: Pick<Holders, 'caseId' | 'authorIds'>): Promise<readonly string[]> {
  const rows = await tx.evidence.findMany({ where: heldBy(of), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** The evidence that an answer names. */
export function namedIn({ items }: Answer): readonly string[] {
  return items.flatMap(({ evidenceIds }) => evidenceIds);
}

/**
 * Makes the files that an answer names part of its case, now that it is sent, and lets go of those that it doesn't.
 * Call it as the system.
 * @returns the events that seal them
 * @throws AppError `too-many-files`
 */
export async function releaseHeld(tx: Tx, answer: Answer, holders: Holders): Promise<readonly EventDraft[]> {
  const { actor, caseId, now } = holders;
  const named = namedIn(answer);
  const ids = (await heldIds(tx, holders)).filter(id => named.includes(id));
  const released = await moveToCase(tx, ids, caseId);
  if (ids.length > 0) await note(tx, ids, 'released', holders);
  await discardHeld(tx, holders);
  return sealInCase(tx, released, { caseId, actor, now });
}
