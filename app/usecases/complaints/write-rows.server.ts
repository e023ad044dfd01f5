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

/** Where the rows' JSON is, and what else has to be looked at before the first of them is written. */
interface Source {
  readonly json: string;
  readonly after: string;
}

const IN_TRANSACTION: Source = { json: '$1', after: '' };
const ALONE: Source = { json: '$2', after: 'actor, ' };

function insertInto({ name, table, conflict = '' }: Insertion, { json, after }: Source): string {
  return `i_${name} AS (INSERT INTO "${table}" SELECT r.* FROM ${after}jsonb_populate_recordset(NULL::"${table}", ${json}::jsonb -> '${name}') r ${conflict})`;
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

const CHANGE_CASES = `changed AS (
  UPDATE "case" c SET (${CHANGING_COLUMNS.join(', ')}) = (SELECT ${CHANGING_COLUMNS.map(column => `n.${column}`).join(', ')})
  FROM jsonb_to_recordset($1::jsonb -> 'changes') AS x(id uuid, expected int),
       jsonb_populate_recordset(NULL::"case", $1::jsonb -> 'changes') n
  WHERE n.id = x.id AND c.id = x.id AND c.version = x.expected
  RETURNING c.id)`;

function partFor(name: string, source: Source): string {
  switch (name) {
    case 'changes':
      return CHANGE_CASES;
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

function tablesOf(rows: RowsToWrite): readonly string[] {
  return Object.entries(rows)
    .filter(([, list]) => (list as readonly Row[] | undefined)?.length)
    .map(([name]) => name);
}

function statementFor(names: readonly string[]): string {
  return remembered(names.join(), () => {
    const changed = names.includes('changes') ? '(SELECT count(*)::int FROM changed)' : '0';
    const parts = names.map(name => partFor(name, IN_TRANSACTION));
    return `WITH ${parts.join(',\n')} SELECT ${changed} AS changed`;
  });
}

function statementAlone(names: readonly string[], insertion: JobInsertion): string {
  return remembered(`alone:${names.join()}`, () => {
    const job = `i_job AS (${insertion.text.replaceAll('$1', '$3')})`;
    const parts = [ACTOR_OF_STATEMENT, ...names.map(name => partFor(name, ALONE)), job];
    return `WITH ${parts.join(',\n')} SELECT 1`;
  });
}

/**
 * Writes rows of many tables by one statement: a case, its event and the figures change together, in one round
 * trip. @returns how many of the `changes` still had the expected version
 */
export async function writeRows(tx: Tx, rows: RowsToWrite): Promise<number> {
  const statement = statementFor(tablesOf(rows));
  const result = await tx.$queryRawUnsafe<{ changed: number }[]>(statement, JSON.stringify(rows));
  return result[0]?.changed ?? 0;
}

/**
 * Writes new rows and the job that goes on with them in a transaction of their own, as `actor`: a single statement
 * and round trip, where a transaction takes five.
 */
export async function writeRowsAlone(
  actor: Actor,
  rows: Omit<RowsToWrite, 'changes'>,
  job: QueuedJob,
): Promise<void> {
  const insertion = await jobInsertion(job);
  const statement = statementAlone(tablesOf(rows), insertion);
  await runAsActor(actor, statement, JSON.stringify(rows), insertion.jobs);
}
