import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { type Info, parse } from 'csv-parse';
import { SYSTEM } from '#app/domain/case/states.ts';
import { mergeDeltas } from '#app/domain/statistics/contribution.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { statRow } from '../complaints/case-rows.ts';
import { writeRowsAlone } from '../complaints/write-rows.server.ts';
import { activeProfile } from '../profile.server.ts';
import type { ImportSource, Row, RowRefusal } from './imported-case.ts';
import { type RowToImport, rowsOfImport } from './rows-of-import.server.ts';

const BATCH_ROWS = 300;
const BATCHES_UNDER_WAY = 2;

/** What an import did; the same numbers are kept in `import_run`. */
export interface ImportReport {
  readonly read: number;
  readonly imported: number;
  /** Rows that an earlier run imported. */
  readonly known: number;
  /** Rows about something else than telecommunications. */
  readonly passedOver: number;
  readonly rejected: readonly (RowRefusal & { readonly line: number })[];
}

interface ImportRequest {
  readonly source: ImportSource;
  readonly path: string;
  /** ISO instant. */
  readonly now: string;
  readonly onProgress?: (report: ImportReport) => void;
}

interface Run {
  readonly id: string;
  readonly source: ImportSource;
  readonly fileSha256: string;
  read: number;
  imported: number;
  known: number;
  passedOver: number;
  rejected: (RowRefusal & { line: number; original: string })[];
}

export class NotOfThisSource extends Error {
  override readonly name = 'NotOfThisSource';
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function firstLineOf(path: string): Promise<string> {
  const input = createReadStream(path, { encoding: 'utf8' });
  try {
    for await (const line of createInterface({ input })) return line.replace(/^\ufeff/u, '');
    return '';
  } finally {
    input.destroy();
  }
}

/**
 * The database's settings for many rows: the words of the accounts are left to `makeMissingWords`, a commit does not
 * wait for the disk (the run's last one does, and takes all with it).
 */
const MANY_ROWS = { 'app.words': 'later', synchronous_commit: 'off' };

async function importBatch(run: Run, batch: readonly RowToImport[]): Promise<void> {
  const known = await knownKeys(run.source.name, batch);
  const fresh = batch.filter(row => !known.has(row.imported.rowKey));
  const rows = fresh.map(row => rowsOfImport(run.source.name, run.id, row));
  const deltas = mergeDeltas(rows.flatMap(row => row.deltas));
  const months = mergeDeltas(
    deltas.map(delta => ({ ...delta, key: { ...delta.key, day: `${delta.key.day.slice(0, 7)}-01` } })),
  );
  const written = {
    cases: rows.map(row => row.caseRow),
    statements: rows.map(row => row.statement),
    events: rows.flatMap(row => row.events),
    imports: rows.map(row => row.importRow),
    statDays: deltas.map(delta => statRow(delta, 'day')),
    statMonths: months.map(delta => statRow(delta, 'month')),
  };
  if (rows.length > 0) await writeRowsAlone(SYSTEM, written, { settings: MANY_ROWS });
  run.imported += fresh.length;
  run.known += batch.length - fresh.length;
}

async function knownKeys(source: string, batch: readonly RowToImport[]): Promise<ReadonlySet<string>> {
  const keys = batch.map(row => row.imported.rowKey);
  const rows = await withActor(
    SYSTEM,
    tx => tx.$queryRaw<{ row_key: string }[]>`
      SELECT row_key FROM import_row WHERE source = ${source} AND row_key = ANY(${keys}::text[])`,
  );
  return new Set(rows.map(row => row.row_key));
}

async function keepCounts(tx: Tx, run: Run, now: string): Promise<void> {
  const { read, imported, known, passedOver } = run;
  await tx.importRun.update({
    where: { id: run.id },
    data: { read, imported, known, passedOver, rejected: run.rejected.length, finishedAt: now },
  });
}

function reportOf(run: Run): ImportReport {
  return { ...run, rejected: run.rejected.map(({ line, field, reason }) => ({ line, field, reason })) };
}

async function openRun(request: ImportRequest): Promise<{ run: Run; delimiter: string }> {
  const delimiter = request.source.delimiterOf(await firstLineOf(request.path));
  if (delimiter === null)
    throw new NotOfThisSource(
      `${request.path} is no file of ${request.source.name}: its first line is not the header of one.`,
    );
  const fileSha256 = await digestOf(request.path);
  const run: Run = {
    id: randomUUID(),
    source: request.source,
    fileSha256,
    read: 0,
    imported: 0,
    known: 0,
    passedOver: 0,
    rejected: [],
  };
  await withActor(SYSTEM, tx =>
    tx.importRun.create({
      data: {
        id: run.id,
        source: request.source.name,
        fileName: basename(request.path),
        fileSha256,
        startedAt: request.now,
      },
    }),
  );
  return { run, delimiter };
}

function readRow(run: Run, row: Row, line: number): RowToImport | null {
  run.read += 1;
  const reading = run.source.read(row, {
    line,
    fileSha256: run.fileSha256,
    timeZone: activeProfile().timeZone,
  });
  if (reading.kind === 'case') return { imported: reading.value, original: row, line };
  if (reading.kind === 'passed-over') run.passedOver += 1;
  else run.rejected.push({ ...reading.refusal, line, original: JSON.stringify(row) });
  return null;
}

/** Takes batches and keeps two under way: one is written by the database while the next is made ready. */
function pipeline(run: Run) {
  const underWay: { readonly keys: ReadonlySet<string>; readonly done: Promise<void> }[] = [];
  return {
    /** A row key that is being written can't be found in the database yet. */
    holds: (key: string) => underWay.some(batch => batch.keys.has(key)),
    add: async (batch: readonly RowToImport[]) => {
      if (underWay.length >= BATCHES_UNDER_WAY) await underWay.shift()?.done;
      const done = importBatch(run, batch);
      // Awaited in turn; until then a failure must not count as unhandled.
      done.catch(() => undefined);
      underWay.push({ keys: new Set(batch.map(row => row.imported.rowKey)), done });
    },
    finish: async () => {
      for (const batch of underWay.splice(0)) await batch.done;
    },
  };
}

/**
 * Imports a file row by row in batches, each batch in one transaction: an interrupted import goes on where it
 * stopped, a repeated one finds every row known. Nothing of the file is held in memory but the batches under way.
 * @throws NotOfThisSource when the file's header isn't one of the source's
 */
export async function importFile(request: ImportRequest): Promise<ImportReport> {
  const { run, delimiter } = await openRun(request);
  const parser = createReadStream(request.path).pipe(
    parse({ delimiter, columns: true, bom: true, relax_column_count: true, info: true }),
  );
  const batches = pipeline(run);
  let batch = new Map<string, RowToImport>();
  for await (const { record, info } of parser as AsyncIterable<{ record: Row; info: Info }>) {
    const row = readRow(run, record, info.lines);
    if (row === null) continue;
    const key = row.imported.rowKey;
    if (batch.has(key) || batches.holds(key)) run.known += 1;
    else batch.set(key, row);
    if (batch.size < BATCH_ROWS) continue;
    await batches.add([...batch.values()]);
    batch = new Map();
    request.onProgress?.(reportOf(run));
  }
  await batches.add([...batch.values()]);
  await batches.finish();
  await withActor(SYSTEM, async tx => {
    await keepCounts(tx, run, request.now);
    await tx.importRejection.createMany({
      data: run.rejected.map(rejection => ({ ...rejection, runId: run.id })),
    });
  });
  return reportOf(run);
}
