import { z } from 'zod';
import { maySee } from '#app/domain/access/visibility.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { type DueDay, dueDay } from '#app/domain/deadline/due-day.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { termsOf } from '#app/domain/statistics/contribution.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { statCells } from '#app/usecases/statistics/queries/stat-cells.server.ts';
import { type CaseFilter, measureOf, OLDEST } from '../case-filter.schema.ts';
import { allOf, caseConditions } from './case-conditions.server.ts';
import { type TextCondition, textCondition } from './case-text-search.server.ts';
import { linesFor } from './charged-cases.server.ts';

const PAGE_SIZE = 50;
/** Where the figures can't say how many, cases are counted up to here. */
const COUNT_CAP = 10_000;

const CaseRow = z.object({
  id: z.string(),
  reference: z.string(),
  /** Null for an operator that no longer has the case. */
  state: z.string().nullable(),
  track: z.string(),
  operator_id: z.string(),
  operator_name: z.string(),
  category: z.string(),
  region: z.string(),
  urgent: z.boolean(),
  filed_at: z.date(),
  filed_on: z.string(),
  due_at: z.date().nullable(),
  due_clock: z.string().nullable(),
  answered_in_time: z.boolean().nullable(),
  respond_breached: z.boolean(),
  days_to_answer: z.number().nullable(),
  operator_outcome: z.string().nullable(),
  complainant_outcome: z.string().nullable(),
  regulator_outcome: z.string().nullable(),
  disputes: z.number(),
  money_returned_minor: z.bigint(),
  currency: z.string(),
  /** The operator missed a deadline of the case before the case was taken from it. */
  former: z.boolean(),
  /** Only for roles that see who filed. */
  complainant: z.string().nullable(),
});
export type CaseListRow = z.infer<typeof CaseRow> & { readonly due: DueDay | null };

/** A place in the list: the page after or before a row. */
export interface ListPlace {
  readonly direction: 'after' | 'before';
  readonly filedAt: string;
  readonly id: string;
}

/** `filed_at~id`, as the address carries it; null when it isn't one. */
export function readPlace(params: URLSearchParams): ListPlace | null {
  const direction = params.has('before') ? 'before' : 'after';
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f-]{36})$/u.exec(
    params.get(direction) ?? '',
  );
  const [, filedAt, id] = match ?? [];
  if (filedAt === undefined || id === undefined || !z.uuid().safeParse(id).success) return null;
  return Number.isNaN(Date.parse(filedAt)) ? null : { direction, filedAt, id };
}

/** A place as the address carries it; the inverse of {@link readPlace}. */
export function placeQuery(place: ListPlace | null): Readonly<Record<string, string>> {
  return place === null ? {} : { [place.direction]: `${place.filedAt}~${place.id}` };
}

function placeOf(row: Pick<CaseListRow, 'filed_at' | 'id'>): string {
  return `${row.filed_at.toISOString()}~${row.id}`;
}

export interface CaseTotal {
  readonly count: number;
  /** False when there are more than could be counted in time. */
  readonly exact: boolean;
}

export interface CasePage {
  readonly rows: readonly CaseListRow[];
  /** Keys of the neighbouring pages. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Null for words so common that only walking all cases would tell. */
  readonly total: CaseTotal | null;
  readonly text: TextCondition['found'] | null;
}

interface RowQuestion {
  readonly lines: Prisma.Sql;
  readonly where: Prisma.Sql;
  readonly order: CaseFilter['order'];
  readonly place: ListPlace | null;
  readonly limit: number;
  readonly withPerson: boolean;
  /** ISO instant. */
  readonly now: string;
}

const COLUMNS = Prisma.raw(
  `c.id, c.case_id, c.former, c.reference, c.state, c.track, c.operator_id, c.category, c.region, c.urgent, c.filed_at,
  c.filed_on::text AS filed_on, c.due_at, c.due_clock, c.answered_in_time, c.respond_breached, c.days_to_answer, c.operator_outcome,
  c.complainant_outcome, c.regulator_outcome, c.disputes, c.money_returned_minor, c.currency`,
);
const NEWEST_FIRST = Prisma.raw('ORDER BY c.filed_at DESC, c.id DESC');
const OLDEST_FIRST = Prisma.raw('ORDER BY c.filed_at, c.id');

/** The part of a list that lies beyond a place, and the order in which to walk away from that place. */
export function walkFrom(place: ListPlace | null, order: CaseFilter['order']) {
  const towardsNewer = (place?.direction === 'before') !== (order === OLDEST);
  const sign = Prisma.raw(towardsNewer ? '>' : '<');
  return {
    beyond: place
      ? Prisma.sql`AND (c.filed_at, c.id) ${sign} (${place.filedAt}::timestamptz, ${place.id}::uuid)`
      : Prisma.empty,
    orderBy: towardsNewer ? OLDEST_FIRST : NEWEST_FIRST,
  };
}

/** One statement: the page is cut out of an index first, names are joined to its rows only. */
async function selectRows(tx: Tx, question: RowQuestion): Promise<readonly CaseListRow[]> {
  const { lines, where, order, place, limit, withPerson, now } = question;
  const { timeZone } = activeProfile();
  const { beyond, orderBy } = walkFrom(place, order);
  const person = withPerson
    ? Prisma.sql`(SELECT i.name FROM complainant_identity i WHERE i.case_id = c.case_id)`
    : Prisma.sql`NULL::text`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT c.*, o.name AS operator_name, ${person} AS complainant
    FROM (SELECT ${COLUMNS} FROM ${lines} WHERE ${where} ${beyond} ${orderBy} LIMIT ${limit}) c
    JOIN operator o ON o.id = c.operator_id ${order === OLDEST ? OLDEST_FIRST : NEWEST_FIRST}`;
  const today = localDateOf(now, timeZone);
  return z
    .array(CaseRow)
    .parse(rows)
    .map(row => ({
      ...row,
      due: row.due_at === null ? null : dueDay(row.due_at.toISOString(), today, timeZone),
    }));
}

async function countFromFigures(tx: Tx, filter: CaseFilter, now: string): Promise<CaseTotal | null> {
  const measure = measureOf(filter);
  if (measure === null) return null;
  const cells = statCells({
    filter,
    columns: Prisma.raw(
      `(${termsOf(measure)
        .map(([stored, sign]) => `${sign} * s.${stored}`)
        .join(' + ')}) AS n`,
    ),
    today: localDateOf(now, activeProfile().timeZone),
    grain: 'month',
  });
  const [row] = await tx.$queryRaw<
    { n: number }[]
  >`SELECT coalesce(sum(n), 0)::int AS n FROM (${cells}) cells`;
  return { count: row?.n ?? 0, exact: true };
}

async function countCases(tx: Tx, { filter, where }: Count): Promise<CaseTotal> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM ${linesFor(filter)} WHERE ${where} LIMIT ${COUNT_CAP + 1}) counted`;
  const count = row?.n ?? 0;
  return { count: Math.min(count, COUNT_CAP), exact: count <= COUNT_CAP };
}

interface ListQuestion {
  readonly actor: Actor;
  readonly filter: CaseFilter;
  /** ISO instant. */
  readonly now: string;
}

/** Who may not see recurrence isn't told of it by a filter. Words find nothing for who may not read accounts. */
export function permittedFilter(actor: Actor, filter: CaseFilter): CaseFilter {
  if (filter.same === undefined || maySee(actor.role, 'recurrence')) return filter;
  const { same: _, ...rest } = filter;
  return rest;
}

interface Count {
  readonly filter: CaseFilter;
  readonly where: Prisma.Sql;
  readonly now: string;
}

/** By the figures where they can tell, since counters cost the same at any size; else by counting cases. */
async function totalOf(tx: Tx, count: Count): Promise<CaseTotal> {
  return (await countFromFigures(tx, count.filter, count.now)) ?? (await countCases(tx, count));
}

function neighbours(rows: readonly CaseListRow[], place: ListPlace | null, more: boolean) {
  const backwards = place?.direction === 'before';
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    previous: first !== undefined && (backwards ? more : place !== null) ? placeOf(first) : null,
    next: last !== undefined && (backwards || more) ? placeOf(last) : null,
  };
}

/** A page of the regulator's list, in the filter's order, with the number of cases behind its filter. */
export function listCases(question: ListQuestion & { readonly place: ListPlace | null }): Promise<CasePage> {
  const { actor, now, place } = question;
  return withActor(actor, async tx => {
    const filter = permittedFilter(actor, question.filter);
    const text = filter.text === undefined ? null : await textCondition(tx, filter.text);
    const conditions = caseConditions(filter, now);
    const where = allOf(text === null ? conditions : [...conditions, text.condition]);
    const withPerson = maySee(actor.role, 'identity');
    const found = await selectRows(tx, {
      lines: linesFor(filter),
      where,
      order: filter.order,
      place,
      limit: PAGE_SIZE + 1,
      withPerson,
      now,
    });
    const more = found.length > PAGE_SIZE;
    const rows = place?.direction === 'before' && more ? found.slice(1) : found.slice(0, PAGE_SIZE);
    const shown = { rows, ...neighbours(rows, place, more), text: text?.found ?? null };
    if (place === null && !more) return { ...shown, total: { count: rows.length, exact: true } };
    return { ...shown, total: text?.found === 'many' ? null : await totalOf(tx, { filter, where, now }) };
  });
}

/** Rows read at a time for an export. */
const EXPORT_BATCH = 1_000;

function exportBatch(
  { actor, filter, now }: ListQuestion,
  place: ListPlace | null,
): Promise<readonly CaseListRow[]> {
  return withActor(actor, async tx => {
    const text = filter.text === undefined ? [] : [(await textCondition(tx, filter.text)).condition];
    const where = allOf([...caseConditions(filter, now), ...text]);
    const withPerson = maySee(actor.role, 'identity');
    const order = { order: filter.order, place, limit: EXPORT_BATCH };
    return selectRows(tx, { lines: linesFor(filter), where, ...order, withPerson, now });
  });
}

/** Every case behind a filter, in batches; each batch is a transaction of its own, so that none stays open. */
export async function* exportCases(question: ListQuestion): AsyncGenerator<readonly CaseListRow[]> {
  const filter = permittedFilter(question.actor, question.filter);
  let place: ListPlace | null = null;
  do {
    const rows = await exportBatch({ ...question, filter }, place);
    yield rows;
    const last = rows.length < EXPORT_BATCH ? undefined : rows.at(-1);
    place = last ? { direction: 'after', filedAt: last.filed_at.toISOString(), id: last.id } : null;
  } while (place !== null);
}
