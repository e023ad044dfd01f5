import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import type { ClockInputs } from '#app/domain/deadline/clock-inputs.ts';
import { CLOCK_KINDS } from '#app/domain/deadline/rule.ts';
import { changedDates } from '#app/domain/rules/calendar-change.ts';
import { startOfDay } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { type Candidate, candidateOf } from '../candidate.server.ts';
import type { Activated } from '../clock-moves.ts';
import { Recount } from '../recount-clock.ts';

const PAGE_ROWS = 50;

/** One deadline that would move. */
interface MovingClock {
  readonly id: string;
  readonly reference: string;
  readonly operator: string;
  readonly kind: (typeof CLOCK_KINDS)[number];
  readonly fromDueAt: string;
  readonly toDueAt: string;
}

export interface VersionPreview {
  /** Clocks that run at the activation. */
  readonly checked: number;
  readonly clocks: number;
  readonly cases: number;
  readonly earlier: number;
  readonly byOperator: readonly { readonly operator: string; readonly cases: number }[];
  /** A page of them, by the present deadline. */
  readonly rows: readonly MovingClock[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

const NOTHING: VersionPreview = {
  ...{ checked: 0, clocks: 0, cases: 0, earlier: 0 },
  ...{ byOperator: [], rows: [], next: null },
};

const PLACE = /^(\d{4}-[\d:T.-]+Z)_([\da-f-]{36})$/u;
const BEFORE_ALL = { dueAt: '0001-01-01T00:00:00.000Z', id: '00000000-0000-0000-0000-000000000000' };

function placeIn(text: string | null): typeof BEFORE_ALL {
  const [, dueAt, id] = PLACE.exec(text ?? '') ?? [];
  return dueAt === undefined || id === undefined ? BEFORE_ALL : { dueAt, id };
}

/** A clock that ends before the first day that changes is not touched by a calendar. */
function earliestDue({ calendar, others, activatesAt }: Candidate): string | null {
  if (calendar === null) return activatesAt;
  const base = others.calendars.at(-1);
  const first = base === undefined ? undefined : changedDates(base, calendar)[0];
  if (first === undefined) return null;
  const begins = startOfDay(first, others.timeZone);
  return begins > activatesAt ? begins : activatesAt;
}

/**
 * The running clocks, by the index clock_due, in groups that end alike under any version: the same rule, calendar and
 * end now, begun in the same hour, with the same pauses and extension, and of the same kind of case where that matters.
 */
function openClocks({ rule, calendar, others }: Candidate, from: string): Prisma.Sql {
  const exact = rule?.unit === 'hours';
  const known = calendar === null ? others.calendars : [...others.calendars, calendar];
  const regions = [...new Set(known.flatMap(({ days }) => days.flatMap(day => day.regions ?? [])))];
  return Prisma.sql`open AS (
    SELECT o.*, md5(concat_ws('|', o.kind, o.rule_id, o.calendar_version, o.due_at,
      CASE WHEN ${exact} THEN o.began::text ELSE date_trunc('hour', o.began AT TIME ZONE ${others.timeZone})::text END,
      CASE WHEN o.region = ANY(${regions}::text[]) THEN o.region ELSE '' END,
      coalesce(o.inputs ->> 'pauses', ''), coalesce(o.inputs ->> 'extension', ''), coalesce(o.inputs ->> 'days', ''),
      CASE WHEN ${rule !== null} THEN concat_ws(' ', o.category, o.track, o.urgent) ELSE '' END)) AS likeness
    FROM (
      SELECT k.id, k.case_id, k.kind, k.rule_id, k.calendar_version, k.due_at, k.inputs,
        coalesce((k.inputs ->> 'startedAt')::timestamptz, k.started_at) AS began,
        c.reference, c.operator_id, c.region, c.category, c.track, c.urgent
      FROM "clock" k JOIN "case" c ON c.id = k.case_id
      WHERE k.state IN ('running', 'paused') AND k.due_at >= ${from}::timestamptz
        AND c.state NOT IN ('decided', 'closed', 'withdrawn', 'inadmissible')) o)`;
}

const GROUP = z.object({
  likeness: z.string(),
  clocks: z.number(),
  kind: z.enum(CLOCK_KINDS),
  ruleId: z.string(),
  calendarVersion: z.string(),
  dueAt: z.date(),
  began: z.date(),
  inputs: z.string().nullable(),
  region: z.string(),
  category: z.string(),
  track: z.string(),
  urgent: z.boolean(),
});

type Group = z.output<typeof GROUP>;

async function groupsOf(tx: Tx, open: Prisma.Sql): Promise<readonly Group[]> {
  const rows = await tx.$queryRaw`WITH ${open}
    SELECT likeness, count(*)::int AS clocks, min(kind) AS kind, min(rule_id) AS "ruleId",
      min(calendar_version) AS "calendarVersion", min(due_at) AS "dueAt", min(began) AS began,
      min(inputs::text) AS inputs, min(region) AS region, min(category) AS category, min(track) AS track,
      bool_or(urgent) AS urgent
    FROM open GROUP BY likeness`;
  return z.array(GROUP).parse(rows);
}

/** A clock that was stored before its inputs were kept counts as one that never stood still. */
function inputsOf({ inputs, region, began }: Group): ClockInputs {
  if (inputs !== null) return JSON.parse(inputs) as ClockInputs;
  return { region, startedAt: began.toISOString(), pauses: [], extension: null, days: null };
}

interface Moves {
  readonly groups: readonly Group[];
  /** The new end of each group that moves. */
  readonly ends: ReadonlyMap<string, string>;
}

function movesOf(groups: readonly Group[], candidate: Candidate): Moves {
  const recount = new Recount(candidate);
  const ends = new Map<string, string>();
  for (const group of groups) {
    const from = group.dueAt.toISOString();
    const to = recount.dueOf({ ...group, dueAt: from, inputs: inputsOf(group) });
    if (to !== from) ends.set(group.likeness, to);
  }
  return { groups, ends };
}

function casesByOperator(tx: Tx, open: Prisma.Sql, moving: readonly string[]) {
  return tx.$queryRaw<{ operator: string; cases: number }[]>`WITH ${open}
    SELECT o.name AS operator, count(DISTINCT open.case_id)::int AS cases
    FROM open JOIN "operator" o ON o.id = open.operator_id
    WHERE open.likeness = ANY(${moving}::text[]) GROUP BY o.name ORDER BY 2 DESC, 1`;
}

type PageRow = Omit<MovingClock, 'fromDueAt' | 'toDueAt'> & {
  readonly dueAt: Date;
  readonly likeness: string;
};

function pageOf(tx: Tx, open: Prisma.Sql, moving: readonly string[], after: string | null) {
  const { dueAt, id } = placeIn(after);
  return tx.$queryRaw<PageRow[]>`WITH ${open}
    SELECT open.id, open.reference, o.name AS operator, open.kind, open.due_at AS "dueAt", open.likeness
    FROM open JOIN "operator" o ON o.id = open.operator_id
    WHERE open.likeness = ANY(${moving}::text[]) AND (open.due_at, open.id) > (${dueAt}::timestamptz, ${id}::uuid)
    ORDER BY open.due_at, open.id LIMIT ${PAGE_ROWS + 1}`;
}

function previewOf(
  { groups, ends }: Moves,
  byOperator: VersionPreview['byOperator'],
  page: readonly PageRow[],
): VersionPreview {
  const moving = groups.filter(({ likeness }) => ends.has(likeness));
  const sum = (list: readonly Group[]) => list.reduce((total, { clocks }) => total + clocks, 0);
  const rows = page.slice(0, PAGE_ROWS).map(({ dueAt, likeness, ...row }) => {
    const fromDueAt = dueAt.toISOString();
    return { ...row, fromDueAt, toDueAt: ends.get(likeness) ?? fromDueAt };
  });
  const last = rows.at(-1);
  return {
    checked: sum(groups),
    clocks: sum(moving),
    cases: byOperator.reduce((total, { cases }) => total + cases, 0),
    earlier: sum(moving.filter(({ likeness, dueAt }) => (ends.get(likeness) ?? '') < dueAt.toISOString())),
    byOperator,
    rows,
    next: page.length > PAGE_ROWS && last !== undefined ? `${last.fromDueAt}_${last.id}` : null,
  };
}

interface PreviewQuestion extends Pick<Activated, 'kind' | 'id'> {
  readonly actor: Actor;
  /** When it would come into force, unless it is published already. ISO instant. */
  readonly at: string;
  /** The place of a page, as `next` gave it. */
  readonly after: string | null;
}

/**
 * Which open cases a version would move: counted over every running clock, one for all that end alike, and a page of
 * them with the dates before and after. Nothing moves where a version is for new clocks only.
 * @throws AppError `not-found`, `invalid-input`
 */
export function previewVersion({ actor, kind, id, at, after }: PreviewQuestion): Promise<VersionPreview> {
  return withActor(actor, async tx => {
    const candidate = await candidateOf(tx, { kind, id }, at);
    const appliesTo = candidate.rule?.appliesTo ?? candidate.calendar?.appliesTo;
    const from = appliesTo === 'open-clocks' ? earliestDue(candidate) : null;
    if (from === null) return NOTHING;
    const open = openClocks(candidate, from);
    const moves = movesOf(await groupsOf(tx, open), candidate);
    const moving = [...moves.ends.keys()];
    if (moving.length === 0) return previewOf(moves, [], []);
    const byOperator = await casesByOperator(tx, open, moving);
    return previewOf(moves, byOperator, await pageOf(tx, open, moving, after));
  });
}
