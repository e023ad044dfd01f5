import { parseArgs } from 'node:util';
import { startDatabase } from '#app/platform/db/start.server.ts';
import { shutDown } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart } from '#app/platform/start-refused.server.ts';
import { rebuildFigures } from '#app/usecases/statistics/rebuild-figures.server.ts';
import { verifyProjections } from '#app/usecases/verification/verify-projections.server.ts';
import { takeKeptSettings } from './instance/kept-settings.ts';

// npm run verify:projections: rebuilds every case's row and clocks from its events, and every figure from the
// cases, and names what is stored otherwise. --repair counts the figures anew.

const PROGRESS_CASES = 20_000;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
  takeKeptSettings();
  await startDatabase({ join: true, say: console.log });
  if (values.repair) {
    await rebuildFigures();
    console.log('The figures have been counted anew.');
  }
  const { cases, rows, figures } = await verifyProjections(compared => {
    if (compared % PROGRESS_CASES === 0) console.log(`${compared} cases compared`);
  });
  for (const { reference, row, columns } of rows) {
    console.log(`${reference}: ${row} differs from its events in ${columns.join(', ')}.`);
  }
  for (const { table, period, operatorId, region, category, track } of figures) {
    console.log(`${table}: ${[period, operatorId, region, category, track].join(' / ')} differs.`);
  }
  const faults = rows.length + figures.length;
  const verdict = faults === 0 ? 'everything agrees' : `${faults} differences`;
  console.log(`${cases} cases and the figures compared with their events: ${verdict}.`);
  if (figures.length > 0) console.log('Count the figures anew with: npm run verify:projections -- --repair');
  return faults === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
  await shutDown();
} catch (error) {
  await shutDown();
  exitOnFailedStart(error);
}
