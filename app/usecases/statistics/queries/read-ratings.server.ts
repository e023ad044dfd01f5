import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { FiguresFilter } from '../figures-filter.schema.ts';
import { cellConditions } from './stat-cells.server.ts';

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

/** The ratings of the cases that a filter of the figures covers, as far as the transaction's actor may read them. */
export async function ratingsWithin(tx: Tx, filter: FiguresFilter): Promise<readonly RatingRow[]> {
  const rows = await tx.$queryRaw<unknown[]>`
      SELECT o.name AS operator, count(*)::int AS count, avg(r.ease)::float8 AS ease,
        avg(r.information)::float8 AS information, avg(r.operator)::float8 AS treatment
      FROM "experience_rating" r JOIN "case" c ON c.id = r.case_id JOIN "operator" o ON o.id = c.operator_id
      WHERE c.filed_on BETWEEN ${filter.from}::date AND ${filter.to}::date ${cellConditions(filter, 'c')}
      GROUP BY o.id, o.name ORDER BY count(*) DESC, o.name`;
  return ROWS.parse(rows);
}

/** The ratings of the cases in the figures, by operator; operators that nobody rated are absent. */
export function readRatings(actor: Actor, filter: FiguresFilter): Promise<readonly RatingRow[]> {
  return withActor(actor, tx => ratingsWithin(tx, filter));
}
