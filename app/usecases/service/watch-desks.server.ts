import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { SYSTEM } from '#app/domain/case/states.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { env } from '#app/platform/env.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { activeProfile } from '../profile.server.ts';
import { retryUnserved } from './retry-delivery.server.ts';

/** After so long a delivery that no attempt has brought through is stuck. */
const STUCK_AFTER = { minutes: 30 } as const;

const Desk = z.object({
  operator_id: z.string(),
  name: z.string(),
  has_channel: z.boolean(),
  /** Cases of which a delivery failed or is stuck, and which no channel has served. */
  affected: z.number(),
  /** Since when the oldest of them waits. */
  since: z.date().nullable(),
  /** When a mail or a webhook last reached the desk. */
  reached_at: z.date().nullable(),
  unreached_id: z.string().nullable(),
  kind: z.string().nullable(),
  opened_at: z.date().nullable(),
  cases_affected: z.number().nullable(),
});
type Desk = z.infer<typeof Desk>;

/** Reads the partial index of unserved cases, never the whole register of cases. Nobody waits for a sandbox. */
async function readDesks(tx: Tx, stuckBefore: string): Promise<readonly Desk[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH late AS (
      SELECT c.operator_id, count(DISTINCT c.id)::int AS affected, min(d.queued_at) AS since
      FROM "case" c JOIN delivery d ON d.case_id = c.id AND d.operator_id = c.operator_id
      WHERE c.state = 'filed' AND (d.state = 'failed' OR d.queued_at < ${stuckBefore}::timestamptz)
      GROUP BY c.operator_id)
    SELECT o.id AS operator_id, o.name,
      o.desk_email IS NOT NULL OR EXISTS (SELECT 1 FROM webhook_endpoint e
        WHERE e.operator_id = o.id AND e.state = 'active' AND 'case.served' = ANY(e.events)) AS has_channel,
      coalesce(l.affected, 0) AS affected, l.since,
      (SELECT max(a.at) FROM delivery_attempt a WHERE a.operator_id = o.id AND a.outcome = 'taken'
        AND a.at > coalesce(u.opened_at, l.since)) AS reached_at,
      u.id AS unreached_id, u.kind, u.opened_at, u.cases_affected
    FROM operator o
    LEFT JOIN late l ON l.operator_id = o.id
    LEFT JOIN desk_incident u ON u.operator_id = o.id AND u.closed_at IS NULL
    WHERE o.active AND o.id NOT LIKE 'sandbox:%' AND (l.operator_id IS NOT NULL OR u.id IS NOT NULL OR o.desk_email IS NULL)
    ORDER BY o.id`;
  return z.array(Desk).parse(rows);
}

function kindOf(desk: Desk): 'no-channel' | 'all-failing' | 'some-failing' | null {
  if (!desk.has_channel) return 'no-channel';
  if (desk.affected === 0) return null;
  return desk.reached_at === null ? 'all-failing' : 'some-failing';
}

/** Whom the regulator has for such things. */
async function mailOfficers(tx: Tx, opened: readonly (Desk & { id: string })[]): Promise<void> {
  const [first] = opened;
  if (first === undefined) return;
  const officers = await tx.user.findMany({
    where: { role: { in: ['case_officer', 'administrator'] }, operatorId: null, suspendedAt: null },
    select: { id: true, email: true, language: true },
  });
  const affected = opened.reduce((sum, desk) => sum + desk.affected, 0);
  for (const { id, email, language } of officers) {
    await queueNote(tx, {
      kind: 'service.unreached-desk',
      channel: 'mail',
      to: email,
      language: isLanguage(language) ? language : activeProfile().defaultLanguage,
      values: {
        operators: opened.map(({ name }) => name).join(', '),
        cases: String(affected),
        link: `${env().PUBLIC_URL}/regulator/deliveries`,
      },
      dedupeKey: `unreached-desk/${first.id}/${id}`,
    });
  }
}

async function note(tx: Tx, desk: Desk, now: string): Promise<(Desk & { id: string }) | null> {
  const kind = kindOf(desk);
  const { unreached_id: known, operator_id: operatorId, affected } = desk;
  if (kind === null) {
    if (known !== null) await tx.unreachedDesk.update({ where: { id: known }, data: { closedAt: now } });
    return null;
  }
  if (known === null) {
    const id = randomUUID();
    await tx.unreachedDesk.create({ data: { id, operatorId, kind, openedAt: now, casesAffected: affected } });
    return { ...desk, id };
  }
  // The desk is reached again: what was given up meanwhile is taken up, and the next look may close it.
  if (kind === 'some-failing' && desk.kind !== 'some-failing') await retryUnserved(tx, operatorId, now);
  if (kind === desk.kind && affected <= (desk.cases_affected ?? 0)) return null;
  const casesAffected = Math.max(affected, desk.cases_affected ?? 0);
  await tx.unreachedDesk.update({ where: { id: known }, data: { kind, casesAffected } });
  return null;
}

/**
 * Looks for desks that cases don't reach: without any channel, or with deliveries that failed or are stuck while no
 * other channel has served the case. Each is noted once as an unreached desk, told to the regulator's officers once, closed when the desk
 * is reached again and nothing waits any more.
 * @param now ISO instant
 */
export async function watchDesks(now: string): Promise<void> {
  const stuckBefore = Temporal.Instant.from(now).subtract(STUCK_AFTER).toString();
  await withActor(SYSTEM, async tx => {
    // One worker looks at a time; another one that finds it busy leaves it to that one.
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtext('watch desks')) AS taken`;
    if (lock?.taken !== true) return;
    const opened: (Desk & { id: string })[] = [];
    for (const desk of await readDesks(tx, stuckBefore)) {
      const unreached = await note(tx, desk, now);
      if (unreached !== null) opened.push(unreached);
    }
    await mailOfficers(tx, opened);
  });
}
