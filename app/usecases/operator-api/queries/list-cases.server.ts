import type { Actor } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { cursorOf, type ListQuery, PAGE_LIMIT } from '../list-cases.schema.ts';
import { notePulls, pullWaiting } from '../note-pulls.server.ts';

interface ListRow {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly state: string;
  readonly track: string;
  readonly service: string;
  readonly category: string;
  readonly issues: readonly string[];
  readonly region: string;
  readonly urgent: boolean;
  readonly filed_at: string;
  readonly served_at: string | null;
  readonly acknowledged: boolean;
  readonly due_at: string | null;
  readonly due_clock: string | null;
  readonly overdue: boolean;
  readonly changed_at: string;
}

/** A page of an operator's cases, in the order of their last change. */
export interface CaseList {
  readonly rows: readonly ListRow[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** From where the next synchronisation has to ask so that it misses nothing. ISO instant. */
  readonly syncedThrough: string;
}

interface ListQuestion {
  readonly actor: Actor & { readonly organisation: string };
  readonly query: ListQuery;
  /** The key that asks: cases handed out to it are delivered. */
  readonly keyId: string;
  /** ISO instant. */
  readonly now: string;
}

/** No transaction of ours is open for longer: one that stamped a change earlier has shown it by then, or never will. */
const LONGEST_TRANSACTION_SECONDS = 60;

/** Until when all changes can be seen, by the clock that stamps them. */
function settledBefore(actor: Actor): Promise<string> {
  return withActor(actor, async tx => {
    const [clock] = await tx.$queryRaw<{ at: string }[]>`
      SELECT to_char((clock_timestamp() - make_interval(secs => ${LONGEST_TRANSACTION_SECONDS}::int))
        AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`;
    if (clock === undefined) throw new Error('the database has no clock');
    return clock.at;
  });
}

function utc(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function conditionsOf({ actor, query }: ListQuestion): Prisma.Sql {
  const { updated_since, state, category, due_before, cursor } = query;
  const conditions = [Prisma.sql`c.operator_id = ${actor.organisation}`];
  if (updated_since) conditions.push(Prisma.sql`c.changed_at >= ${updated_since}::timestamptz`);
  if (state) conditions.push(Prisma.sql`c.state = ${state}`);
  if (category) conditions.push(Prisma.sql`c.category = ${category}`);
  if (due_before) conditions.push(Prisma.sql`c.due_at < ${due_before}::timestamptz`);
  if (cursor) {
    conditions.push(
      Prisma.sql`(c.changed_at, c.id) > (${cursor.changedAt}::timestamptz, ${cursor.id}::uuid)`,
    );
  }
  return Prisma.join(conditions, ' AND ');
}

function pageOf(tx: Tx, question: ListQuestion, limit: number): Promise<ListRow[]> {
  return tx.$queryRaw<ListRow[]>`
    SELECT c.id, c.reference, c.version, c.state, c.track, c.service, c.category, c.issues, c.region, c.urgent,
      ${utc(Prisma.sql`c.filed_at`)} AS filed_at, ${utc(Prisma.sql`c.served_at`)} AS served_at,
      c.acknowledged_at IS NOT NULL AS acknowledged, ${utc(Prisma.sql`c.due_at`)} AS due_at, c.due_clock,
      coalesce(c.due_at < ${question.now}::timestamptz, false) AS overdue,
      ${utc(Prisma.sql`c.changed_at`)} AS changed_at
    FROM "case" c WHERE ${conditionsOf(question)} ORDER BY c.changed_at, c.id LIMIT ${limit + 1}`;
}

/** Whether a case that is served just now would be in the list: then its end is the place to serve those that wait. */
function takesNewCases({ state = 'served', due_before }: ListQuery): boolean {
  return state === 'served' && due_before === undefined;
}

/**
 * An operator's cases by the instant of their last change, oldest first. A case that changes while somebody goes
 * through the pages moves to their end: it may be seen twice and is never missed. Cases that wait for their service
 * are served by being handed out. Row-level security keeps other operators' cases out once more.
 */
export async function listCases(question: ListQuestion): Promise<CaseList> {
  const { actor, query, keyId, now: at } = question;
  const limit = query.limit ?? PAGE_LIMIT.standard;
  const pulling = { operatorId: actor.organisation, keyId, at };
  const through = query.cursor?.syncedThrough ?? (await settledBefore(actor));
  const read = () => withActor(actor, tx => pageOf(tx, question, limit));
  let found = await read();
  if (found.length < limit && takesNewCases(query)) {
    const served = await pullWaiting(pulling, { category: query.category, limit: limit - found.length });
    if (served > 0) found = await read();
  }
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const place = last && { changedAt: last.changed_at, id: last.id, syncedThrough: through };
  const more = found.length > limit && place !== undefined;
  await notePulls(
    pulling,
    rows.map(({ id }) => id),
  );
  return { rows, nextCursor: more ? cursorOf(place) : null, syncedThrough: through };
}
