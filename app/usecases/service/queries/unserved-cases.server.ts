import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';

const UnservedCase = z.object({ reference: z.string(), category: z.string(), filed_at: z.date() });
export type UnservedCase = z.infer<typeof UnservedCase>;

const SHOWN = 100;

/**
 * The cases against an operator that no channel has brought to it yet, the oldest first: their references and nothing
 * of what is in them, because reading more is what serves them.
 */
export async function unservedCases({ role, organisation }: Actor): Promise<readonly UnservedCase[]> {
  if (role !== 'liaison' || organisation === null) return [];
  const rows = await withActor(
    SYSTEM,
    tx => tx.$queryRaw<unknown[]>`
      SELECT c.reference, c.category, c.filed_at FROM "case" c
      WHERE c.state = 'filed' AND c.operator_id = ${organisation} ORDER BY c.filed_at LIMIT ${SHOWN}`,
  );
  return z.array(UnservedCase).parse(rows);
}

/** How many there are, asked by the system for an operator; counts no further than the list shows. */
export async function countUnserved(tx: Tx, { role, organisation }: Actor): Promise<number> {
  if (role !== 'liaison' || organisation === null) return 0;
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM "case" c
      WHERE c.state = 'filed' AND c.operator_id = ${organisation} LIMIT ${SHOWN}) c`;
  return row?.n ?? 0;
}
