import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import type { PlainDate } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';

const ROWS = z.array(
  z.object({
    operator: z.string(),
    count: z.number().int(),
    ease: z.number(),
    information: z.number(),
    treatment: z.number(),
  }),
);

/** How complainants rated the procedure, by operator: how many did, and the mean marks from 1 to 5. */
export type RatingRow = z.infer<typeof ROWS>[number];

interface RatedPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The ratings of a period as the transaction's actor may read them, of one operator where it is named. */
export async function ratingsWithin(
  tx: Tx,
  { from, to }: RatedPeriod,
  operatorId?: string,
): Promise<readonly RatingRow[]> {
  const { timeZone } = activeProfile();
  const only = operatorId === undefined ? Prisma.empty : Prisma.sql`AND c.operator_id = ${operatorId}`;
  const rows = await tx.$queryRaw<unknown[]>`
      SELECT o.name AS operator, count(*)::int AS count, avg(r.ease)::float8 AS ease,
        avg(r.information)::float8 AS information, avg(r.operator)::float8 AS treatment
      FROM "experience_rating" r JOIN "case" c ON c.id = r.case_id JOIN "operator" o ON o.id = c.operator_id
      WHERE (r.rated_at AT TIME ZONE ${timeZone})::date BETWEEN ${from}::date AND ${to}::date ${only}
      GROUP BY o.id, o.name ORDER BY count(*) DESC, o.name`;
  return ROWS.parse(rows);
}

/** The ratings given from a local day to another, both included; operators that nobody rated are absent. */
export function readRatings(actor: Actor, period: RatedPeriod): Promise<readonly RatingRow[]> {
  return withActor(actor, tx => ratingsWithin(tx, period));
}
