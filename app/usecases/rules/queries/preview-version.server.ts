import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import type { ClockInputs } from '#app/domain/deadline/clock-inputs.ts';
import { CLOCK_KINDS } from '#app/domain/deadline/rule.ts';
import { changedDates } from '#app/domain/rules/calendar-change.ts';
import { startOfDay } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { type Candidate, candidateOf } from '../candidate.server.ts';
import type { Activated } from '../clock-moves.ts';
import { type OpenClock, Recount } from '../recount-clock.ts';

/** Clocks read at once. */
const CHUNK = 5000;
const PAGE_ROWS = 50;

const ROW = z.object({
  id: z.string(),
  reference: z.string(),
  operatorId: z.string(),
  operator: z.string(),
  kind: z.enum(CLOCK_KINDS),
  ruleId: z.string(),
  calendarVersion: z.string(),
  dueAt: z.date(),
  inputs: z.custom<ClockInputs | null>(),
  startedAt: z.date(),
  region: z.string(),
  category: z.string(),
  track: z.string(),
  urgent: z.boolean(),
});

type Row = z.output<typeof ROW>;

/** One deadline that would move. */
export interface MovingClock {
  readonly id: string;
  readonly reference: string;
  readonly operator: string;
  readonly kind: Row['kind'];
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

interface Place {
  readonly dueAt: string;
  readonly id: string;
}

const PLACE = /^(\d{4}-[\d:T.-]+Z)_([\da-f-]{36})$/u;

function placeIn(text: string | null): Place | null {
  const [, dueAt, id] = PLACE.exec(text ?? '') ?? [];
  return dueAt === undefined || id === undefined ? null : { dueAt, id };
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

/** By the index clock_due. */
function chunkOf(tx: Tx, { dueAt, id }: Place): Promise<unknown[]> {
  return tx.$queryRaw`
    SELECT k.id, c.reference, c.operator_id AS "operatorId", o.name AS operator, k.kind, k.rule_id AS "ruleId",
      k.calendar_version AS "calendarVersion", k.due_at AS "dueAt", k.inputs, k.started_at AS "startedAt", c.region, c.category, c.track, c.urgent
    FROM "clock" k JOIN "case" c ON c.id = k.case_id JOIN "operator" o ON o.id = c.operator_id
    WHERE k.state IN ('running', 'paused') AND k.due_at >= ${dueAt}::timestamptz
      AND (k.due_at, k.id) > (${dueAt}::timestamptz, ${id}::uuid)
      AND c.state NOT IN ('decided', 'closed', 'withdrawn', 'inadmissible')
    ORDER BY k.due_at, k.id LIMIT ${CHUNK}`;
}

/** A clock that was stored before its inputs were kept counts as one that never stood still. */
function openClock(row: Row): OpenClock {
  const { region, startedAt, dueAt } = row;
  const plain = { region, startedAt: startedAt.toISOString(), pauses: [], extension: null, days: null };
  return { ...row, dueAt: dueAt.toISOString(), inputs: row.inputs ?? plain };
}

class Tally {
  readonly #after: Place | null;
  readonly #cases = new Set<string>();
  readonly #byOperator = new Map<string, Set<string>>();
  readonly rows: MovingClock[] = [];
  more = false;
  checked = 0;
  clocks = 0;
  earlier = 0;

  constructor(after: Place | null) {
    this.#after = after;
  }

  add(row: Row, toDueAt: string): void {
    const { id, reference, operator, kind } = row;
    const fromDueAt = row.dueAt.toISOString();
    this.checked += 1;
    if (toDueAt === fromDueAt) return;
    this.clocks += 1;
    if (toDueAt < fromDueAt) this.earlier += 1;
    this.#cases.add(reference);
    const own = this.#byOperator.get(operator) ?? new Set();
    this.#byOperator.set(operator, own.add(reference));
    const place = this.#after;
    const before =
      place !== null && (fromDueAt < place.dueAt || (fromDueAt === place.dueAt && id <= place.id));
    if (before) return;
    if (this.rows.length === PAGE_ROWS) this.more = true;
    else this.rows.push({ id, reference, operator, kind, fromDueAt, toDueAt });
  }

  preview(): VersionPreview {
    const { checked, clocks, earlier, rows } = this;
    const last = rows.at(-1);
    return {
      ...{ checked, clocks, earlier, rows },
      cases: this.#cases.size,
      byOperator: [...this.#byOperator]
        .map(([operator, cases]) => ({ operator, cases: cases.size }))
        .sort((a, b) => b.cases - a.cases || a.operator.localeCompare(b.operator)),
      next: this.more && last !== undefined ? `${last.fromDueAt}_${last.id}` : null,
    };
  }
}

interface PreviewQuestion extends Pick<Activated, 'kind' | 'id'> {
  readonly actor: Actor;
  /** When it would come into force, unless it is published already. ISO instant. */
  readonly at: string;
  /** The place of a page, as `next` gave it. */
  readonly after: string | null;
}

/**
 * Which open cases a version would move: counted over every running clock, in portions, and a page of them with the
 * dates before and after. Nothing moves where a version is for new clocks only.
 * @throws AppError `not-found`, `invalid-input`
 */
export function previewVersion({ actor, kind, id, at, after }: PreviewQuestion): Promise<VersionPreview> {
  return withActor(actor, async tx => {
    const candidate = await candidateOf(tx, { kind, id }, at);
    const tally = new Tally(placeIn(after));
    const appliesTo = candidate.rule?.appliesTo ?? candidate.calendar?.appliesTo;
    const from = appliesTo === 'open-clocks' ? earliestDue(candidate) : null;
    if (from === null) return tally.preview();
    const recount = new Recount(candidate);
    let place: Place | undefined = { dueAt: from, id: '00000000-0000-0000-0000-000000000000' };
    while (place !== undefined) {
      const rows = z.array(ROW).parse(await chunkOf(tx, place));
      for (const row of rows) tally.add(row, recount.dueOf(openClock(row)));
      const last = rows.at(-1);
      place =
        rows.length < CHUNK || last === undefined
          ? undefined
          : { dueAt: last.dueAt.toISOString(), id: last.id };
    }
    return tally.preview();
  });
}
