import type { Actor } from '#app/domain/case/states.ts';
import { MEASURES } from '#app/domain/statistics/contribution.ts';
import { ACTOR_OF_STATEMENT, runAsActor, type Tx } from '#app/platform/db/client.server.ts';
import { prepared } from '#app/platform/db/prepared.server.ts';
import { type JobInsertion, jobInsertion, type QueuedJob } from '#app/platform/queue/queue.server.ts';
import { CHANGING_COLUMNS } from './case-rows.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows by table, in SQL's column names, to be written by one statement. */
export interface RowsToWrite {
  /** New cases. */
  readonly cases?: readonly Row[];
  /** Changed cases with the version that they must still have. */
  readonly changes?: readonly (Row & { readonly id: string; readonly expected: number })[];
  readonly statements?: readonly Row[];
  readonly identities?: readonly Row[];
  readonly contacts?: readonly Row[];
  /** How complainants of new cases want to hear of them. */
  readonly notificationChoices?: readonly Row[];
  readonly events: readonly Row[];
  readonly clocks?: readonly Row[];
  readonly messages?: readonly Row[];
  readonly responses?: readonly Row[];
  readonly answerBands?: readonly Row[];
  readonly decisions?: readonly Row[];
  /** Deadlines that an operator missed before the case was taken from it. */
  readonly formerBreaches?: readonly Row[];
  readonly mails?: readonly Row[];
  readonly annexes?: readonly Row[];
  /** Evidence that arrives with its case. */
  readonly evidence?: readonly Row[];
  readonly idempotencyKeys?: readonly Row[];
  readonly imports?: readonly Row[];
  readonly statDays: readonly Row[];
  readonly statMonths: readonly Row[];
}

const INSERTED_TABLES = {
  cases: 'case',
  statements: 'case_statement',
  identities: 'complainant_identity',
  contacts: 'complainant_contact',
  notificationChoices: 'notification_choice',
  events: 'case_event',
  messages: 'case_message',
  responses: 'response',
  answerBands: 'answer_band',
  decisions: 'decision',
  formerBreaches: 'former_breach',
  imports: 'import_row',
  mails: 'mail_outbox',
  evidence: 'evidence',
  annexes: 'confidential_annex',
  idempotencyKeys: 'idempotency_key',
} as const satisfies Partial<Record<keyof RowsToWrite, string>>;

interface Insertion {
  readonly name: string;
  readonly table: string;
  readonly conflict?: string;
}

/** Where the JSON of a table's rows is, and what else has to be looked at before the first of them is written. */
interface Source {
  readonly json: string;
  readonly after: string;
}

/** Each table's rows are a parameter of their own, since the database reads a parameter once for each use of it. */
function inTransaction(place: number): Source {
  return { json: `$${place + 1}::json`, after: '' };
}

/** The first parameter is the actor's. */
function alone(place: number): Source {
  return { json: `$${place + 2}::json`, after: 'actor, ' };
}

function insertInto({ name, table, conflict = '' }: Insertion, { json, after }: Source): string {
  return `i_${name} AS (INSERT INTO "${table}" SELECT r.* FROM ${after}json_populate_recordset(NULL::"${table}", ${json}) r ${conflict})`;
}

/** Adds a statistics row to the one that is there: counters by name, the histogram bucket by bucket. */
function addTo(table: string, period: string): string {
  const sums = MEASURES.map(measure => `${measure} = ${table}.${measure} + EXCLUDED.${measure}`).join(', ');
  return `ON CONFLICT (${period}, operator_id, region, category, track) DO UPDATE SET ${sums},
    histogram = ARRAY(SELECT a + b FROM unnest(${table}.histogram, EXCLUDED.histogram) AS t(a, b))`;
}

const CLOCK_CONFLICT = `ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state, due_at = EXCLUDED.due_at,
  remind_at = EXCLUDED.remind_at, rule_id = EXCLUDED.rule_id, calendar_version = EXCLUDED.calendar_version,
  trace = EXCLUDED.trace, reminded_at = EXCLUDED.reminded_at,
  resumes_at = EXCLUDED.resumes_at, published_at = EXCLUDED.published_at, inputs = EXCLUDED.inputs,
  breached_at = EXCLUDED.breached_at, stopped_at = EXCLUDED.stopped_at, started_at = EXCLUDED.started_at`;

function changeCases({ json }: Source): string {
  return `changed AS (
    UPDATE "case" c SET (${CHANGING_COLUMNS.join(', ')}) = (SELECT ${CHANGING_COLUMNS.map(column => `n.${column}`).join(', ')})
    FROM json_to_recordset(${json}) AS x(id uuid, expected int), json_populate_recordset(NULL::"case", ${json}) n
    WHERE n.id = x.id AND c.id = x.id AND c.version = x.expected
    RETURNING c.id)`;
}

function partFor(name: string, source: Source): string {
  switch (name) {
    case 'changes':
      return changeCases(source);
    case 'clocks':
      return insertInto({ name, table: 'clock', conflict: CLOCK_CONFLICT }, source);
    case 'statDays':
      return insertInto({ name, table: 'case_stat_day', conflict: addTo('case_stat_day', 'day') }, source);
    case 'statMonths':
      return insertInto(
        { name, table: 'case_stat_month', conflict: addTo('case_stat_month', 'month') },
        source,
      );
    default:
      return insertInto({ name, table: INSERTED_TABLES[name as keyof typeof INSERTED_TABLES] }, source);
  }
}

const statements = new Map<string, string>();

function remembered(key: string, make: () => string): string {
  const statement = statements.get(key) ?? prepared(make());
  statements.set(key, statement);
  return statement;
}

/** The tables that get rows, and the rows of each as JSON, in the same order. */
function filled(rows: RowsToWrite): { readonly names: readonly string[]; readonly lists: readonly string[] } {
  const { statDays, statMonths, ...others } = rows;
  const entries = Object.entries({ statMonths, statDays, ...others }).filter(
    ([, list]) => (list as readonly Row[] | undefined)?.length,
  );
  return { names: entries.map(([name]) => name), lists: entries.map(([, list]) => JSON.stringify(list)) };
}

function statementFor(names: readonly string[]): string {
  return remembered(names.join(), () => {
    const changed = names.includes('changes') ? '(SELECT count(*)::int FROM changed)' : '0';
    const parts = names.map((name, place) => partFor(name, inTransaction(place)));
    return `WITH ${parts.join(',\n')} SELECT ${changed} AS changed`;
  });
}

function statementAlone(names: readonly string[], insertion: JobInsertion | undefined): string {
  return remembered(`alone${insertion ? ' with a job' : ''}:${names.join()}`, () => {
    const parts = [ACTOR_OF_STATEMENT, ...names.map((name, place) => partFor(name, alone(place)))];
    if (insertion) parts.push(`i_job AS (${insertion.text.replaceAll('$1', `$${names.length + 2}`)})`);
    return `WITH ${parts.join(',\n')} SELECT 1`;
  });
}

/**
 * Writes rows of many tables by one statement: a case, its event and the figures change together, in one round
 * trip. @returns how many of the `changes` still had the expected version
 */
export async function writeRows(tx: Tx, rows: RowsToWrite): Promise<number> {
  const { names, lists } = filled(rows);
  const result = await tx.$queryRawUnsafe<{ changed: number }[]>(statementFor(names), ...lists);
  return result[0]?.changed ?? 0;
}

/** What goes with rows that are written alone. */
interface Alongside {
  /** Goes on with them. */
  readonly job?: QueuedJob;
  /** The database's settings for the transaction. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Writes new rows and the job that goes on with them in a transaction of their own, as `actor`: a single statement
 * and round trip, where a transaction takes five.
 */
export async function writeRowsAlone(
  actor: Actor,
  rows: Omit<RowsToWrite, 'changes'>,
  { job, settings }: Alongside,
): Promise<void> {
  const insertion = job && (await jobInsertion(job));
  const { names, lists } = filled(rows);
  const values = insertion ? [...lists, insertion.jobs] : lists;
  await runAsActor(actor, { text: statementAlone(names, insertion), values, settings });
}
