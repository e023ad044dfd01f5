import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { type DueDay, dueDay } from '#app/domain/deadline/due-day.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { type QueueFilter, sortOf } from '../queue-filter.schema.ts';
import { deskConditions, type Limits, limitsAt } from './queue-conditions.server.ts';
import { type Search, searchCases } from './queue-search.server.ts';

export const PAGE_SIZE = 50;
/** Cases of the list in which a common word is looked for before a page says that it has looked so far. */
const LOTS = [500, 1_500, 2_000] as const;

const QueueRow = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  state: z.string(),
  track: z.string(),
  category: z.string(),
  service: z.string(),
  source: z.string(),
  issues: z.array(z.string()),
  region: z.string(),
  urgent: z.boolean(),
  extended: z.boolean(),
  acknowledged: z.boolean(),
  /** Calendar days in the regulator's zone. */
  filed_on: z.string(),
  due_at: z.string().nullable(),
  overdue: z.boolean(),
  due_clock: z.string().nullable(),
  assignee: z.string().nullable(),
  assignee_name: z.string().nullable(),
  flagged: z.boolean(),
  /** By what the list is ordered, for the address of the next page; null for a case without a running clock. */
  place: z.string().nullable(),
});
export type QueueRow = z.infer<typeof QueueRow> & { readonly due: DueDay | null };

/** A place in the list: the page after or before a row. */
export interface QueuePlace {
  readonly direction: 'after' | 'before';
  readonly at: string | null;
  readonly id: string;
}

export interface QueueRows {
  readonly rows: readonly QueueRow[];
  readonly previous: string | null;
  readonly next: string | null;
  /** What a search found it by; null without a search. */
  readonly found: Search['found'] | null;
  /** Set when a common word was looked for in so many cases of the list only; `next` goes on from there. */
  readonly looked: number | null;
}

export interface QueueQuestion {
  readonly actor: Actor;
  readonly filter: QueueFilter;
  readonly place: QueuePlace | null;
  /** ISO instant. */
  readonly now: string;
}

/** `instant~id` or `~id`, as the address carries it; null when it isn't one. */
export function readQueuePlace(params: URLSearchParams): QueuePlace | null {
  const direction = params.has('before') ? 'before' : 'after';
  const given = params.get(direction) ?? '';
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?~([0-9a-f-]{36})$/u.exec(given);
  const [, at = null, id] = match ?? [];
  if (id === undefined || !z.uuid().safeParse(id).success) return null;
  return at !== null && Number.isNaN(Date.parse(at)) ? null : { direction, at, id };
}

function placeOf({ place, id }: Pick<QueueRow, 'place' | 'id'>): string {
  return `${place ?? ''}~${id}`;
}

interface Lot {
  readonly size: number;
  /** Only these cases: what a search found. */
  readonly ids?: readonly string[] | undefined;
}

interface Order {
  readonly key: Prisma.Sql;
  readonly direction: Prisma.Sql;
  readonly beyond: Prisma.Sql;
}

/** Places are (key, id): `due_at` is never null on a desk, so a page begins where one comparison says. */
function orderOf({ filter, place }: QueueQuestion): Order {
  const sort = sortOf(filter);
  const key = sort === 'due' ? Prisma.sql`d.due_at` : Prisma.sql`d.filed_at`;
  const ascending = (sort !== 'newest') === (place?.direction !== 'before');
  const sign = Prisma.raw(ascending ? '>' : '<');
  const beyond =
    place === null
      ? Prisma.empty
      : Prisma.sql`AND (${key}, d.case_id) ${sign} (${place.at ?? 'infinity'}::timestamptz, ${place.id}::uuid)`;
  return { key, direction: Prisma.raw(ascending ? 'ASC' : 'DESC'), beyond };
}

function instant(key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(nullif(${key}, 'infinity') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Cases of a list in its order, read from one index alone. */
function lotSql(question: QueueQuestion, { size, ids }: Lot): Prisma.Sql {
  const { key, direction, beyond } = orderOf(question);
  return Prisma.sql`
    SELECT d.case_id, ${key} AS at, d.due_at, d.assignee, d.flagged FROM desk_case d
    WHERE ${deskConditions(question.filter, question)} ${beyond}
      ${ids === undefined ? Prisma.empty : Prisma.sql`AND d.case_id = ANY(${[...ids]}::uuid[])`}
    ORDER BY ${key} ${direction}, d.case_id ${direction} LIMIT ${size}`;
}

/** The rows of a page: a lot of the list, each with what is shown of its case. */
function rowsStatement(question: QueueQuestion, lot: Lot): Prisma.Sql {
  const { direction } = orderOf(question);
  return Prisma.sql`
    SELECT c.id, c.reference, c.version, c.state, c.track, c.category, c.service, c.source, c.issues, c.region, c.urgent,
      c.extended, c.acknowledged_at IS NOT NULL AS acknowledged, c.filed_on::text AS filed_on,
      ${instant(Prisma.sql`d.due_at`)} AS due_at, d.due_at < ${question.now}::timestamptz AS overdue, c.due_clock,
      d.assignee, u.name AS assignee_name, d.flagged, ${instant(Prisma.sql`d.at`)} AS place
    FROM (${lotSql(question, lot)}) d JOIN "case" c ON c.id = d.case_id LEFT JOIN "user" u ON u.id = d.assignee
    ORDER BY d.at ${direction}, d.case_id ${direction}`;
}

function neighbours(rows: readonly QueueRow[], place: QueuePlace | null, more: boolean) {
  const backwards = place?.direction === 'before';
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    previous: first !== undefined && (backwards ? more : place !== null) ? placeOf(first) : null,
    next: last !== undefined && (backwards || more) ? placeOf(last) : null,
  };
}

async function readRows(
  tx: Tx,
  question: QueueQuestion,
  lot: Lot,
  { today, timeZone }: Limits,
): Promise<QueueRow[]> {
  const rows = await tx.$queryRaw<unknown[]>(rowsStatement(question, lot));
  return z
    .array(QueueRow)
    .parse(rows)
    .map(row => ({ ...row, due: row.due_at === null ? null : dueDay(row.due_at, today, timeZone) }));
}

async function pageOf(tx: Tx, question: QueueQuestion, ids?: readonly string[]): Promise<QueueRows> {
  const { place, now } = question;
  const read = await readRows(tx, question, { size: PAGE_SIZE + 1, ids }, limitsAt(now));
  const more = read.length > PAGE_SIZE;
  const page = read.slice(0, PAGE_SIZE);
  const rows = place?.direction === 'before' ? page.reverse() : page;
  return { rows, ...neighbours(rows, place, more), found: null, looked: null };
}

interface Walk {
  readonly hits: string[];
  readonly looked: number;
  /** The last case that was looked at, when there may be more behind it. */
  readonly end: string | null;
}

/** Looks for a common word in the list, lot by lot, until a page is full or enough has been looked at. */
async function walk(tx: Tx, question: QueueQuestion, search: Search & { found: 'many' }): Promise<Walk> {
  const hits: string[] = [];
  let [looked, place]: [number, QueuePlace | null] = [0, question.place];
  for (const size of LOTS) {
    const sql = lotSql({ ...question, place }, { size });
    const lot = await tx.$queryRaw<{ id: string; place: string | null }[]>`
      SELECT l.case_id AS id, ${instant(Prisma.sql`l.at`)} AS place FROM (${sql}) l`;
    const among = await search.among(lot.map(({ id }) => id));
    hits.push(...lot.flatMap(({ id }) => (among.has(id) ? [id] : [])));
    looked += lot.length;
    const last = lot.at(-1);
    if (last === undefined || lot.length < size) return { hits, looked, end: null };
    place = { direction: question.place?.direction ?? 'after', at: last.place, id: last.id };
    if (hits.length > PAGE_SIZE) break;
  }
  return { hits, looked, end: place === null ? null : placeOf({ place: place.at, id: place.id }) };
}

async function pageOfCommonWord(
  tx: Tx,
  question: QueueQuestion,
  search: Search & { found: 'many' },
): Promise<QueueRows> {
  const { hits, looked, end } = await walk(tx, question, search);
  const page = await pageOf(tx, question, hits);
  if (hits.length > PAGE_SIZE || end === null) return { ...page, found: 'many' };
  const onwards = question.place?.direction === 'before' ? { previous: end } : { next: end };
  return { ...page, ...onwards, found: 'many', looked };
}

async function searched(tx: Tx, question: QueueQuestion, text: string): Promise<QueueRows> {
  const search = await searchCases(tx, text);
  if (search.found === 'many') return pageOfCommonWord(tx, question, search);
  return { ...(await pageOf(tx, question, search.ids)), found: search.found };
}

/**
 * A page of an operator's queue, by deadline; or of all its cases, newest first, where the filter leaves the queue.
 * Row-level security keeps other operators' cases out once more.
 */
export function queueRows(tx: Tx, question: QueueQuestion): Promise<QueueRows> {
  const { text } = question.filter;
  return text === undefined ? pageOf(tx, question) : searched(tx, question, text);
}

/** The statement of a page without a search, for looking at its plan. */
export function queueStatement(question: QueueQuestion): Prisma.Sql {
  return rowsStatement(question, { size: PAGE_SIZE + 1 });
}
