import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { notePulled } from '../service/note-pulled.server.ts';

/** Whose system fetches cases, and when. */
export interface Pulling {
  readonly operatorId: string;
  readonly keyId: string;
  /** ISO instant. */
  readonly at: string;
}

/** One case: its row is locked, so that it is delivered once however many requests fetch it at the same time. */
function noteOne({ operatorId, keyId, at }: Pulling, caseId: string): Promise<void> {
  return withActor(SYSTEM, async tx => {
    await tx.$queryRaw`SELECT 1 FROM "case" WHERE id = ${caseId}::uuid FOR UPDATE`;
    await notePulled(tx, { caseId, operatorId, at, keyId });
  });
}

/** Notes that the operator's system was given these cases; for each of them that counts the first time only. */
export async function notePulls(pulling: Pulling, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  const fresh = await withActor(
    SYSTEM,
    tx => tx.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM unnest(${[...caseIds]}::uuid[]) AS c(id)
      WHERE NOT EXISTS (SELECT 1 FROM delivery d
        WHERE d.case_id = c.id AND d.operator_id = ${pulling.operatorId} AND d.channel = 'api')`,
  );
  for (const { id } of fresh) await noteOne(pulling, id);
}

/** Notes that a case is fetched by its reference: one that no other channel has brought is served by that. */
export async function pullCase(pulling: Pulling, reference: string): Promise<void> {
  const { operatorId } = pulling;
  const found = await withActor(SYSTEM, tx =>
    tx.case.findFirst({ where: { reference, operatorId }, select: { id: true } }),
  );
  if (found !== null) await notePulls(pulling, [found.id]);
}

interface Wanted {
  readonly category: string | undefined;
  readonly limit: number;
}

/**
 * Serves cases that no other channel has brought to the operator yet, oldest first: its system asks, and gets them.
 * @returns how many were served
 */
export async function pullWaiting(pulling: Pulling, { category, limit }: Wanted): Promise<number> {
  const { operatorId } = pulling;
  const waiting = await withActor(SYSTEM, tx =>
    tx.case.findMany({
      where: { operatorId, state: 'filed', ...(category === undefined ? {} : { category }) },
      orderBy: { filedAt: 'asc' },
      take: limit,
      select: { id: true },
    }),
  );
  for (const { id } of waiting) await noteOne(pulling, id);
  return waiting.length;
}
