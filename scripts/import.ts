import { statSync } from 'node:fs';
import { startDatabase } from '#app/platform/db/start.server.ts';
import { shutDown } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart, StartRefused } from '#app/platform/start-refused.server.ts';
import { type ImportReport, importFile, NotOfThisSource } from '#app/usecases/imports/import-file.server.ts';
import { IMPORT_SOURCES } from '#app/usecases/imports/sources/index.ts';
import { makeMissingWords } from '#app/usecases/recovery/make-words.server.ts';
import { readOptions } from './instance/command-line.ts';
import { takeKeptSettings } from './instance/kept-settings.ts';
import { prepareInstance } from './prepare-instance.ts';

// npm run import -- --source fcc-comcast|signalconso FILE: each row becomes a case with its own dates and
// outcome; a second run imports nothing.

const EXAMPLE = 'npm run import -- --source signalconso complaints.csv';

function readArguments(): { source: (typeof IMPORT_SOURCES)[string]; path: string } {
  const { values, positionals } = readOptions(['source'], EXAMPLE);
  const source = IMPORT_SOURCES[values.source ?? ''];
  if (source === undefined)
    throw new StartRefused(
      `--source must be one of ${Object.keys(IMPORT_SOURCES).join(', ')}.\nExample: ${EXAMPLE}`,
    );
  const path = positionals[0];
  if (path === undefined) throw new StartRefused(`Name the file to import.\nExample: ${EXAMPLE}`);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new StartRefused(`There is no file ${path}.\nExample: ${EXAMPLE}`);
  return { source, path };
}

function progressLine(report: ImportReport, seconds: number): string {
  const rate = Math.round(report.read / Math.max(seconds, 0.001));
  return `${report.read} rows read, ${report.imported} imported, ${report.known} known, ${report.passedOver} passed over, ${report.rejected.length} rejected (${rate} rows/s)`;
}

async function main(): Promise<void> {
  const { source, path } = readArguments();
  takeKeptSettings();
  await startDatabase({ join: true, say: console.log });
  await prepareInstance();
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  const report = await importFile({
    source,
    path,
    now: new Date().toISOString(),
    onProgress: soFar => console.log(progressLine(soFar, seconds())),
  }).catch(error => {
    throw error instanceof NotOfThisSource ? new StartRefused(error.message) : error;
  });
  console.log(`Done: ${progressLine(report, seconds())}`);
  const begun = seconds();
  const made = await makeMissingWords();
  if (made > 0) console.log(`Accounts made searchable: ${made} in ${(seconds() - begun).toFixed(1)} s`);
  for (const { line, field, reason } of report.rejected)
    console.log(`  line ${line}, field ${field}: ${reason}`);
}

try {
  await main();
  await shutDown();
} catch (error) {
  await shutDown();
  exitOnFailedStart(error);
}
