import { projectCase } from '#app/domain/case/projection.ts';
import type { CaseEvent } from '#app/platform/db/generated/client.ts';
import { formerBreachRow, newCaseRow } from '../complaints/case-rows.ts';
import { clockRow, clocksOf, type LoadedCase, recordedEvent } from '../complaints/case-store.server.ts';
import { dueClockOf } from '../complaints/project-clocks.ts';
import { refreshVersions } from '../rules/refresh-versions.server.ts';
import { findFigureDifferences } from '../statistics/rebuild-figures.server.ts';
import { type CaseHead, casesOf, type Snapshot, withSnapshot } from './snapshot.server.ts';
import { eventsOf } from './verify-events.server.ts';

/** A stored row that isn't what the events say. */
export interface ProjectionDifference {
  readonly reference: string;
  /** `case`, `clock` with its kind, `former breach` with the number of its event, or `log` when no case can be built from it. */
  readonly row: string;
  /** Columns that differ; `missing` or `excess` for a whole row. */
  readonly columns: readonly string[];
}

export interface ProjectionVerification {
  readonly cases: number;
  readonly rows: readonly ProjectionDifference[];
  readonly figures: Awaited<ReturnType<typeof findFigureDifferences>>;
}

type Row = Readonly<Record<string, unknown>>;

/** The receipt's digest comes from the code, which no event holds. */
const NOT_IN_EVENTS = ['receipt_hash'];

/** Undefined for a log from which no case can be built: `verifyEvents` names what is wrong with it. */
function loadedFrom(id: string, rows: readonly CaseEvent[]): LoadedCase | undefined {
  try {
    const events = rows.map(recordedEvent);
    const projection = projectCase(events);
    return { id, events, projection, clocks: clocksOf(id, events, projection) };
  } catch {
    return undefined;
  }
}

function caseRow({ id, projection, clocks }: LoadedCase): Row {
  return newCaseRow({ id, receiptHash: '' }, projection, dueClockOf(projection, clocks));
}

/** SQL for the names of the columns in which two rows of a table differ. */
function differing(columns: readonly string[]): string {
  const names = columns.map(
    column => `CASE WHEN s.${column} IS DISTINCT FROM e.${column} THEN '${column}' END`,
  );
  return `array_remove(ARRAY[${names.join(', ')}]::text[], NULL)`;
}

/** Compares in the database, so that times, numbers and JSON are compared as what they are. */
async function differingCases(snapshot: Snapshot, expected: readonly Row[]) {
  const columns = Object.keys(expected[0] ?? {}).filter(column => !NOT_IN_EVENTS.includes(column));
  return snapshot.rows<ProjectionDifference>(
    `SELECT * FROM (
       SELECT s.reference, 'case' AS "row", ${differing(columns)} AS columns
       FROM jsonb_populate_recordset(NULL::"case", $1::jsonb) e JOIN "case" s ON s.id = e.id) d
     WHERE cardinality(d.columns) > 0`,
    [JSON.stringify(expected)],
  );
}

interface RowsOfCase {
  readonly table: string;
  /** SQL for what names a row of `s`, stored, or of `e`, expected. */
  readonly name: string;
  readonly columns: readonly string[];
}

const CLOCKS: RowsOfCase = {
  table: 'clock',
  name: `'clock ' || coalesce(s.kind, e.kind)`,
  columns: [
    ...[
      'kind',
      'state',
      'started_at',
      'due_at',
      'remind_at',
      'rule_id',
      'calendar_version',
      'trace',
      'inputs',
    ],
    ...['resumes_at', 'published_at', 'reminded_at', 'breached_at', 'stopped_at'],
  ],
};

const FORMER_BREACHES: RowsOfCase = {
  table: 'former_breach',
  name: `'former breach ' || coalesce(s.rerouted_seq, e.rerouted_seq)`,
  columns: [
    ...['case_id', 'rerouted_seq', 'operator_id', 'reference', 'category', 'region', 'track'],
    ...['filed_at', 'filed_on'],
  ],
};

/** Rows of cases' other tables that differ, are missing or are there without an event that says so. */
async function differingRows(
  snapshot: Snapshot,
  { table, name, columns }: RowsOfCase,
  caseIds: readonly string[],
  expected: readonly Row[],
) {
  return snapshot.rows<ProjectionDifference>(
    `SELECT c.reference, ${name} AS "row",
       CASE WHEN s.id IS NULL THEN ARRAY['missing'] WHEN e.id IS NULL THEN ARRAY['excess']
         ELSE ${differing(columns)} END AS columns
     FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) e
     FULL JOIN (SELECT * FROM "${table}" WHERE case_id = ANY($2::uuid[])) s ON s.id = e.id
     JOIN "case" c ON c.id = coalesce(s.case_id, e.case_id)
     WHERE s.id IS NULL OR e.id IS NULL OR cardinality(${differing(columns)}) > 0`,
    [JSON.stringify(expected), caseIds],
  );
}

async function differencesOf(
  snapshot: Snapshot,
  heads: readonly CaseHead[],
): Promise<readonly ProjectionDifference[]> {
  const ids = heads.map(({ id }) => id);
  const logs = await eventsOf(snapshot, ids);
  const loaded = new Map(ids.map(id => [id, loadedFrom(id, logs.get(id) ?? [])]));
  const sound = [...loaded.values()].filter(found => found !== undefined);
  const clocks = sound.flatMap(found => found.clocks.map(clock => clockRow(found.id, clock)));
  const breaches = sound.flatMap(({ id, projection }) =>
    projection.formerBreaches.map(breach => formerBreachRow(id, projection, breach)),
  );
  const soundIds = sound.map(({ id }) => id);
  return [
    ...heads
      .filter(({ id }) => loaded.get(id) === undefined)
      .map(({ reference }) => ({ reference, row: 'log', columns: ['not-readable'] })),
    ...(await differingCases(snapshot, sound.map(caseRow))),
    ...(await differingRows(snapshot, CLOCKS, soundIds, clocks)),
    ...(await differingRows(snapshot, FORMER_BREACHES, soundIds, breaches)),
  ];
}

/**
 * Rebuilds every case's row and clocks from its events, and every figure from the cases, and names what is stored
 * otherwise.
 * @param progress told how many cases have been compared, now and then
 */
export async function verifyProjections(
  progress: (cases: number) => void = () => undefined,
): Promise<ProjectionVerification> {
  await refreshVersions();
  const compared = await withSnapshot(async snapshot => {
    const rows: ProjectionDifference[] = [];
    let cases = 0;
    for await (const heads of casesOf(snapshot)) {
      rows.push(...(await differencesOf(snapshot, heads)));
      cases += heads.length;
      progress(cases);
    }
    return { cases, rows };
  });
  return { ...compared, figures: await findFigureDifferences() };
}
