import { z } from 'zod';
import type { Tx } from '#app/platform/db/client.server.ts';

const Day = z.object({
  day: z.string(),
  joined: z.number(),
  withdrawn: z.number(),
  stated: z.number(),
  lossMinor: z.coerce.number(),
});

/** The sums of one day in the regulator's zone. */
export type TallyDay = z.infer<typeof Day>;

/** A collective complaint's sums by day, oldest first; days on which nothing happened are absent. */
export async function talliesOf(tx: Tx, caseId: string): Promise<readonly TallyDay[]> {
  const rows = await tx.$queryRaw`
    SELECT day::text, sum(joined)::int AS joined, sum(withdrawn)::int AS withdrawn, sum(stated)::int AS stated,
      sum(loss_minor)::text AS "lossMinor"
    FROM collective_tally WHERE case_id = ${caseId}::uuid GROUP BY day ORDER BY day`;
  return z.array(Day).parse(rows);
}

/** The number of verified supporters. */
export async function supportersOf(tx: Tx, caseId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT coalesce(sum(joined - withdrawn), 0)::int AS count FROM collective_tally WHERE case_id = ${caseId}::uuid`;
  return rows[0]?.count ?? 0;
}
