import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

const Counters = z.object({
  /** Filed, and not yet delivered to the operator. */
  filed: z.number(),
  misdirected: z.number(),
  disputed: z.number(),
  under_review: z.number(),
  decided: z.number(),
  /** The operator's deadline has passed. */
  overdue: z.number(),
});
export type RegulatorCounters = z.infer<typeof Counters>;

const WaitingCase = z.object({
  reference: z.string(),
  state: z.string(),
  operator_name: z.string(),
  category: z.string(),
  urgent: z.boolean(),
  filed_at: z.date(),
  since: z.date(),
});
export type WaitingCase = z.infer<typeof WaitingCase>;

export interface RegulatorOverview {
  readonly counters: RegulatorCounters;
  /** Cases that only the regulator can move, the longest waiting first. */
  readonly waiting: readonly WaitingCase[];
}

const WAITING_SHOWN = 15;

/** What the regulator's staff find when they come in. Both parts read partial or per-state indexes only. */
export function regulatorOverview(actor: Actor, now: string): Promise<RegulatorOverview> {
  return withActor(actor, async tx => {
    const counted = await tx.$queryRaw<{ state: string; n: number }[]>`
      SELECT c.state, count(*)::int AS n FROM "case" c
      WHERE c.state IN ('filed', 'misdirected', 'disputed', 'under_review', 'decided') GROUP BY c.state
      UNION ALL
      SELECT 'overdue', count(*)::int FROM "case" c
      WHERE c.state IN ('served', 'returned', 'disputed') AND c.due_at < ${now}::timestamptz`;
    const waiting = await tx.$queryRaw<unknown[]>`
      SELECT w.*, o.name AS operator_name FROM (
        SELECT c.reference, c.state, c.operator_id, c.category, c.urgent, c.filed_at,
          coalesce((SELECT e.at FROM case_event e WHERE e.case_id = c.id AND e.visibility = 'parties'
            ORDER BY e.seq DESC LIMIT 1), c.filed_at) AS since
        FROM "case" c WHERE c.state IN ('misdirected', 'under_review')
        ORDER BY c.urgent DESC, c.filed_at, c.id LIMIT ${WAITING_SHOWN}) w
      JOIN operator o ON o.id = w.operator_id ORDER BY w.urgent DESC, w.filed_at`;
    const byState = Object.fromEntries(counted.map(({ state, n }) => [state, n]));
    const none = { filed: 0, misdirected: 0, disputed: 0, under_review: 0, decided: 0, overdue: 0 };
    return {
      counters: Counters.parse({ ...none, ...byState }),
      waiting: z.array(WaitingCase).parse(waiting),
    };
  });
}
