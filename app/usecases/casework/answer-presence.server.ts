import type { Actor } from '#app/domain/case/states.ts';
import { epochMilliseconds, fromEpochMilliseconds } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { deskOf } from './desk-of.ts';

/** Somebody else of the desk who has the answer open. */
export interface Writer {
  readonly name: string;
  /** ISO instant at which the person opened it. */
  readonly since: string;
}

/** So long after the last sign of life somebody still counts as writing: browsers without scripts give none. */
const PRESENT_MINUTES = 15;

function presentSince(now: string): Date {
  return new Date(fromEpochMilliseconds(epochMilliseconds(now) - PRESENT_MINUTES * 60_000));
}

/** Who else is writing an answer to the case, the first one first. */
export async function otherWriters(
  tx: Tx,
  { caseId, userId, now }: { readonly caseId: string; readonly userId: string; readonly now: string },
): Promise<readonly Writer[]> {
  const rows = await tx.answerPresence.findMany({
    where: { caseId, authorId: { not: userId }, seenAt: { gt: presentSince(now) } },
    orderBy: { since: 'asc' },
  });
  return rows.map(({ authorName, since }) => ({ name: authorName, since: since.toISOString() }));
}

interface Sign {
  readonly actor: Actor;
  readonly caseId: string;
  /** ISO instant. */
  readonly now: string;
}

/** Notes that the person has the answer open, and tells who else has. Who comes back after a while begins anew. */
export async function noteWriting({ actor, caseId, now }: Sign): Promise<readonly Writer[]> {
  const { userId, userName, operatorId } = deskOf(actor);
  return withActor(actor, async tx => {
    await tx.$executeRaw`
      INSERT INTO answer_presence AS p (case_id, author_id, author_name, operator_id, since, seen_at)
      SELECT ${caseId}::uuid, ${userId}, ${userName}, ${operatorId}, ${now}::timestamptz, ${now}::timestamptz
      WHERE EXISTS (SELECT 1 FROM "case" c WHERE c.id = ${caseId}::uuid)
      ON CONFLICT (case_id, author_id) DO UPDATE SET seen_at = EXCLUDED.seen_at,
        since = CASE WHEN p.seen_at > ${presentSince(now)} THEN p.since ELSE EXCLUDED.since END`;
    return otherWriters(tx, { caseId, userId, now });
  });
}

/** The person has closed the answer. */
export async function noteLeaving({ actor, caseId }: Omit<Sign, 'now'>): Promise<void> {
  const { userId } = deskOf(actor);
  await withActor(actor, tx => tx.answerPresence.deleteMany({ where: { caseId, authorId: userId } }));
}
