import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import type { DeliveryFilter } from '../delivery-filter.schema.ts';

const Row = z.object({
  id: z.string(),
  reference: z.string(),
  case_state: z.string(),
  operator_name: z.string(),
  channel: z.string(),
  recipient: z.string(),
  state: z.string(),
  attempts: z.number(),
  reason: z.string().nullable(),
  last_error: z.string().nullable(),
  queued_at: z.date(),
  next_attempt_at: z.date().nullable(),
});
export type DeliveryRow = z.infer<typeof Row>;

export interface DeliveryPage {
  readonly rows: readonly DeliveryRow[];
  /** The place of the next page. */
  readonly next: string | null;
}

const PAGE_SIZE = 50;

/** A delivery is stuck when it waits for longer than this. */
const STUCK = Prisma.sql`interval '30 minutes'`;

function conditionsOf({ show, operator, channel, after }: DeliveryFilter, now: string): Prisma.Sql {
  const undelivered = Prisma.sql`d.state IN ('queued', 'sent', 'failed')`;
  const conditions: Prisma.Sql[] = [Prisma.sql`true`];
  if (show !== 'all') conditions.push(undelivered);
  if (show === 'failed') conditions.push(Prisma.sql`d.state = 'failed'`);
  if (show === 'stuck') {
    conditions.push(Prisma.sql`d.state <> 'failed' AND d.queued_at < ${now}::timestamptz - ${STUCK}`);
  }
  if (operator !== undefined && operator !== '') conditions.push(Prisma.sql`d.operator_id = ${operator}`);
  if (channel !== undefined) conditions.push(Prisma.sql`d.channel = ${channel}`);
  const [at, id] = after?.split('~') ?? [];
  if (at !== undefined) {
    conditions.push(Prisma.sql`(d.queued_at, d.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return Prisma.join(conditions, ' AND ');
}

/** Deliveries to operators' desks, the newest first. @param now ISO instant */
export async function listDeliveries(
  actor: Actor,
  filter: DeliveryFilter,
  now: string,
): Promise<DeliveryPage> {
  const rows = await withActor(
    actor,
    tx => tx.$queryRaw<unknown[]>`
      SELECT d.id, c.reference, c.state AS case_state, o.name AS operator_name, d.channel, d.recipient, d.state,
        d.attempts, d.reason, d.last_error, d.queued_at, d.next_attempt_at
      FROM delivery d JOIN "case" c ON c.id = d.case_id JOIN operator o ON o.id = d.operator_id
      WHERE ${conditionsOf(filter, now)}
      ORDER BY d.queued_at DESC, d.id DESC LIMIT ${PAGE_SIZE + 1}`,
  );
  const found = z.array(Row).parse(rows);
  const page = found.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const next = found.length > PAGE_SIZE && last ? `${last.queued_at.toISOString()}~${last.id}` : null;
  return { rows: page, next };
}
