import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { type DueDay, dueDay } from '#app/domain/deadline/due-day.ts';
import { addDays, endOfDay, localDateOf } from '#app/domain/shared/plain-date.ts';
import { latinDigits } from '#app/domain/shared/text.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';
import { isByDeadline, type QueueFilter } from '../queue-filter.schema.ts';
import { textCondition } from './case-text-search.server.ts';

export const PAGE_SIZE = 50;

const QueueRow = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.string(),
  track: z.string(),
  category: z.string(),
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
  /** By what the list is ordered, for the address of the next page; null for a case without a running clock. */
  place: z.string().nullable(),
});
export type QueueRow = z.infer<typeof QueueRow> & { readonly due: DueDay | null };

export interface QueueCounters {
  readonly open: number;
  readonly today: number;
  readonly week: number;
  readonly overdue: number;
  readonly disputed: number;
}

/** A place in the list: the page after or before a row. */
export interface QueuePlace {
  readonly direction: 'after' | 'before';
  readonly at: string | null;
  readonly id: string;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly counters: QueueCounters;
  readonly previous: string | null;
  readonly next: string | null;
  /** What a search found it by; null without a search. */
  readonly found: 'reference' | 'mistyped-reference' | 'words' | 'many' | null;
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

function placeOf({ place, id }: QueueRow): string {
  return `${place ?? ''}~${id}`;
}

interface Limits {
  readonly timeZone: string;
  readonly today: string;
  readonly endOfToday: string;
  readonly endOfWeek: string;
}

/** The limits of today and of the seven days from it on, in the regulator's zone. */
function limitsOf(now: string): Limits {
  const { timeZone } = activeProfile();
  const today = localDateOf(now, timeZone);
  const endOfWeek = endOfDay(addDays(today, 6), timeZone);
  return { timeZone, today, endOfToday: endOfDay(today, timeZone), endOfWeek };
}

const MINUTE = 'YYYY-MM-DDTHH:MM'.length;
let latest: { readonly key: string; readonly limits: Limits } | undefined;

/** Days begin at a whole minute in every zone, so the limits are worked out once a minute. */
function limitsAt(now: string): Limits {
  const key = `${activeProfile().id} ${now.slice(0, MINUTE)}`;
  if (latest?.key !== key) latest = { key, limits: limitsOf(now) };
  return latest.limits;
}

const WAITING = Prisma.raw(`c.state IN ('served', 'returned', 'disputed')`);

function viewCondition(show: QueueFilter['show'], now: string, limits: Limits): Prisma.Sql {
  switch (show) {
    case 'all':
    case 'open':
      return Prisma.empty;
    case 'disputed':
      return Prisma.sql`AND c.state = 'disputed'`;
    case 'overdue':
      return Prisma.sql`AND c.due_at < ${now}::timestamptz`;
    default: {
      const end = show === 'today' ? limits.endOfToday : limits.endOfWeek;
      return Prisma.sql`AND c.due_at BETWEEN ${now}::timestamptz AND ${end}::timestamptz`;
    }
  }
}

/** The digits of a line's number without what stands for the country or the trunk: "+212 6…", "002126…", "06…". */
function subscriberDigits(text: string): string {
  const digits = latinDigits(text).replaceAll(/\D/gu, '').replace(/^0+/, '');
  const country = activeProfile().phoneCountryCode.replace('+', '');
  return digits.startsWith(country) ? digits.slice(country.length) : digits;
}

/** A line's number, compared by its last digits; null for what is none. */
function lineCondition(text: string): Prisma.Sql | null {
  const digits = subscriberDigits(text);
  if (digits.length < 5 || /\p{L}/u.test(text)) return null;
  return Prisma.sql`EXISTS (SELECT 1 FROM complainant_identity i WHERE i.case_id = c.id
    AND regexp_replace(i.line_number, '\\D', '', 'g') LIKE ${`%${digits}`})`;
}

async function searchFor(tx: Tx, text: string) {
  const line = lineCondition(text);
  if (line !== null) return { condition: line, found: 'words' as const };
  return textCondition(tx, text);
}

/** Rows beyond a place. Cases without a running clock stand at the end, as `due_at` sorts its nulls. */
function beyond(place: QueuePlace, key: Prisma.Sql, descending: boolean): readonly Prisma.Sql[] {
  const forward = (place.direction === 'after') !== descending;
  const sign = Prisma.raw(forward ? '>' : '<');
  const rest = Prisma.sql`AND ${key} IS NULL AND c.id ${sign} ${place.id}::uuid`;
  if (place.at === null) return forward ? [rest] : [rest, Prisma.sql`AND ${key} IS NOT NULL`];
  const near = Prisma.sql`AND (${key}, c.id) ${sign} (${place.at}::timestamptz, ${place.id}::uuid)`;
  return forward && !descending ? [near, Prisma.sql`AND ${key} IS NULL`] : [near];
}

interface RowQuestion extends QueueQuestion {
  readonly search: Prisma.Sql | null;
  readonly limits: Limits;
}

/** One statement for a page: each branch is cut out of an index in the list's order, then named and computed. */
function rowsStatement({ actor, filter, place, now, search, limits }: RowQuestion): Prisma.Sql {
  const byDeadline = isByDeadline(filter);
  const key = byDeadline ? Prisma.sql`c.due_at` : Prisma.sql`c.filed_at`;
  const ascending = byDeadline === (place?.direction !== 'before');
  const order = Prisma.sql`${key} ${Prisma.raw(ascending ? 'ASC' : 'DESC')}, c.id ${Prisma.raw(ascending ? 'ASC' : 'DESC')}`;
  const conditions = Prisma.sql`c.operator_id = ${actor.organisation}
    ${byDeadline ? Prisma.sql`AND ${WAITING}` : Prisma.empty}
    ${filter.state ? Prisma.sql`AND c.state = ${filter.state}` : Prisma.empty}
    ${filter.category ? Prisma.sql`AND c.category = ${filter.category}` : Prisma.empty}
    ${viewCondition(filter.show, now, limits)}
    ${search === null ? Prisma.empty : Prisma.sql`AND ${search}`}`;
  const branch = (place: Prisma.Sql) =>
    Prisma.sql`(SELECT c.* FROM "case" c WHERE ${conditions} ${place} ORDER BY ${order} LIMIT ${PAGE_SIZE + 1})`;
  const branches = place === null ? [Prisma.empty] : beyond(place, key, !byDeadline);
  return Prisma.sql`
    SELECT c.id, c.reference, c.state, c.track, c.category, c.issues, c.region, c.urgent, c.extended,
      c.acknowledged_at IS NOT NULL AS acknowledged, c.filed_on::text AS filed_on,
      to_char(c.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS due_at,
      coalesce(c.due_at < ${now}::timestamptz, false) AS overdue, c.due_clock,
      to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS place
    FROM (${Prisma.join(branches.map(branch), ' UNION ALL ')}) c
    ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`;
}

function countersStatement({ actor, now }: QueueQuestion, limits: Limits): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS open,
      count(*) FILTER (WHERE c.due_at BETWEEN ${now}::timestamptz AND ${limits.endOfToday}::timestamptz)::int AS today,
      count(*) FILTER (WHERE c.due_at BETWEEN ${now}::timestamptz AND ${limits.endOfWeek}::timestamptz)::int AS week,
      count(*) FILTER (WHERE c.due_at < ${now}::timestamptz)::int AS overdue,
      count(*) FILTER (WHERE c.state = 'disputed')::int AS disputed
    FROM "case" c WHERE c.operator_id = ${actor.organisation} AND ${WAITING}`;
}

function neighbours(rows: readonly QueueRow[], place: QueuePlace | null, more: boolean) {
  const backwards = place?.direction === 'before';
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    previous: first !== undefined && (backwards ? more : place !== null) ? placeOf(first) : null,
    next: last !== undefined && (backwards || more) ? placeOf(last) : null,
  };
}

function withDueDays(rows: readonly unknown[], { today, timeZone }: Limits): QueueRow[] {
  return z
    .array(QueueRow)
    .parse(rows)
    .map(row => ({ ...row, due: row.due_at === null ? null : dueDay(row.due_at, today, timeZone) }));
}

const NO_CASES: QueueCounters = { open: 0, today: 0, week: 0, overdue: 0, disputed: 0 };

/**
 * A page of an operator's queue, by deadline, with the counters over it; or of all its cases, newest first, where
 * the filter leaves the queue. Row-level security keeps other operators' cases out once more.
 */
export function operatorQueue(question: QueueQuestion): Promise<QueuePage> {
  const { actor, filter, place, now } = question;
  const limits = limitsAt(now);
  return withActor(actor, async tx => {
    const search = filter.text === undefined ? null : await searchFor(tx, filter.text);
    const statement = rowsStatement({ ...question, search: search?.condition ?? null, limits });
    const found = withDueDays(await tx.$queryRaw<unknown[]>(statement), limits);
    const [counters = NO_CASES] = await tx.$queryRaw<QueueCounters[]>(countersStatement(question, limits));
    const more = found.length > PAGE_SIZE;
    const page = found.slice(0, PAGE_SIZE);
    const rows = place?.direction === 'before' ? page.reverse() : page;
    return { rows, counters, ...neighbours(rows, place, more), found: search?.found ?? null };
  });
}

/** The statement of a page without a search, for looking at its plan. */
export function queueStatement(question: QueueQuestion): Prisma.Sql {
  return rowsStatement({ ...question, search: null, limits: limitsAt(question.now) });
}
