import { MEASURES } from '#app/domain/statistics/contribution.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
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
  readonly events: readonly Row[];
  readonly clocks?: readonly Row[];
  readonly messages?: readonly Row[];
  readonly responses?: readonly Row[];
  readonly decisions?: readonly Row[];
  readonly mails?: readonly Row[];
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
  events: 'case_event',
  messages: 'case_message',
  responses: 'response',
  decisions: 'decision',
  imports: 'import_row',
  mails: 'mail_outbox',
  evidence: 'evidence',
  idempotencyKeys: 'idempotency_key',
} as const satisfies Partial<Record<keyof RowsToWrite, string>>;

function insertInto(name: string, table: string, conflict = ''): string {
  return `i_${name} AS (INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb -> '${name}') ${conflict})`;
}

/** Adds a statistics row to the one that is there: counters by name, the histogram bucket by bucket. */
function addTo(table: string, period: string): string {
  const sums = MEASURES.map(measure => `${measure} = ${table}.${measure} + EXCLUDED.${measure}`).join(', ');
  return `ON CONFLICT (${period}, operator_id, region, category, track) DO UPDATE SET ${sums},
    histogram = ARRAY(SELECT a + b FROM unnest(${table}.histogram, EXCLUDED.histogram) AS t(a, b))`;
}

const CLOCK_CONFLICT = `ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state, due_at = EXCLUDED.due_at,
  remind_at = EXCLUDED.remind_at, trace = EXCLUDED.trace, reminded_at = EXCLUDED.reminded_at,
  breached_at = EXCLUDED.breached_at, stopped_at = EXCLUDED.stopped_at, started_at = EXCLUDED.started_at`;

const CHANGE_CASES = `changed AS (
  UPDATE "case" c SET (${CHANGING_COLUMNS.join(', ')}) = (SELECT ${CHANGING_COLUMNS.map(column => `n.${column}`).join(', ')})
  FROM jsonb_to_recordset($1::jsonb -> 'changes') AS x(id uuid, expected int),
       jsonb_populate_recordset(NULL::"case", $1::jsonb -> 'changes') n
  WHERE n.id = x.id AND c.id = x.id AND c.version = x.expected
  RETURNING c.id)`;

function partFor(name: string): string {
  if (name === 'changes') return CHANGE_CASES;
  if (name === 'clocks') return insertInto(name, 'clock', CLOCK_CONFLICT);
  if (name === 'statDays') return insertInto(name, 'case_stat_day', addTo('case_stat_day', 'day'));
  if (name === 'statMonths') return insertInto(name, 'case_stat_month', addTo('case_stat_month', 'month'));
  return insertInto(name, INSERTED_TABLES[name as keyof typeof INSERTED_TABLES]);
}

const statements = new Map<string, string>();

function statementFor(names: readonly string[]): string {
  const key = names.join();
  const known = statements.get(key);
  if (known !== undefined) return known;
  const changed = names.includes('changes') ? '(SELECT count(*)::int FROM changed)' : '0';
  const text = `WITH ${names.map(partFor).join(',\n')} SELECT ${changed} AS changed`;
  statements.set(key, text);
  return text;
}

/**
 * Writes rows of many tables by one statement: a case, its event and the figures change together, in one round
 * trip. @returns how many of the `changes` still had the expected version
 */
export async function writeRows(tx: Tx, rows: RowsToWrite): Promise<number> {
  const names = Object.entries(rows)
    .filter(([, list]) => (list as readonly Row[] | undefined)?.length)
    .map(([name]) => name);
  const result = await tx.$queryRawUnsafe<{ changed: number }[]>(statementFor(names), JSON.stringify(rows));
  return result[0]?.changed ?? 0;
}
