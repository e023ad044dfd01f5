import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import type { PlainDate } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
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

/** The ratings given from a local day to another, both included; operators that nobody rated are absent. */
export async function readRatings(
  actor: Actor,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<readonly RatingRow[]> {
  const { timeZone } = activeProfile();
  const rows = await withActor(
    actor,
    tx => tx.$queryRaw<unknown[]>`
      SELECT o.name AS operator, count(*)::int AS count, avg(r.ease)::float8 AS ease,
        avg(r.information)::float8 AS information, avg(r.operator)::float8 AS treatment
      FROM "experience_rating" r JOIN "case" c ON c.id = r.case_id JOIN "operator" o ON o.id = c.operator_id
      WHERE (r.rated_at AT TIME ZONE ${timeZone})::date BETWEEN ${from}::date AND ${to}::date
      GROUP BY o.id, o.name ORDER BY count(*) DESC, o.name`,
  );
  return ROWS.parse(rows);
}
