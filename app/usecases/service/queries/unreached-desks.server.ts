import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

const UnreachedDesk = z.object({
  id: z.string(),
  operator_id: z.string(),
  operator_name: z.string(),
  kind: z.enum(['no-channel', 'all-failing', 'some-failing']),
  opened_at: z.date(),
  closed_at: z.date().nullable(),
  cases_affected: z.number(),
});
export type UnreachedDeskRow = z.infer<typeof UnreachedDesk>;

/** Those reached again that are shown below the open ones. */
const SHOWN = 20;

/** Desks that cases don't reach: what is open first, then what was closed lately. */
export async function unreachedDesks(actor: Actor): Promise<readonly UnreachedDeskRow[]> {
  const rows = await withActor(
    actor,
    tx => tx.$queryRaw<unknown[]>`
      SELECT u.id, u.operator_id, o.name AS operator_name, u.kind, u.opened_at, u.closed_at, u.cases_affected
      FROM desk_incident u JOIN operator o ON o.id = u.operator_id
      ORDER BY (u.closed_at IS NOT NULL), u.opened_at DESC LIMIT ${SHOWN}`,
  );
  return z.array(UnreachedDesk).parse(rows);
}

export interface DeskAlarm {
  readonly desks: number;
  /** Cases that wait because of them. */
  readonly cases: number;
}

/** What the overview says of desks that are not reached now. */
export async function deskAlarm(actor: Actor): Promise<DeskAlarm> {
  const [row] = await withActor(
    actor,
    tx => tx.$queryRaw<DeskAlarm[]>`
      SELECT count(*)::int AS desks, coalesce(sum((SELECT count(*) FROM "case" c
        WHERE c.state = 'filed' AND c.operator_id = u.operator_id)), 0)::int AS cases
      FROM desk_incident u WHERE u.closed_at IS NULL`,
  );
  return row ?? { desks: 0, cases: 0 };
}

/** Whether every desk is reached, for /readyz. */
export async function everyDeskIsReached(): Promise<boolean> {
  return (await deskAlarm(SYSTEM)).desks === 0;
}
