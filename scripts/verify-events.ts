import { startDatabase } from '#app/platform/db/start.server.ts';
import { shutDown } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart } from '#app/platform/start-refused.server.ts';
import { verifyEvents } from '#app/usecases/verification/verify-events.server.ts';
import { takeKeptSettings } from './instance/kept-settings.ts';

// npm run verify:events: checks the sealed record of every case and names the first event that doesn't fit.

const MEANINGS = {
  'hash-differs': 'has been changed: its seal does not fit its content',
  'number-missing': 'is missing',
  'link-broken': 'does not follow from the event before it',
  'end-missing': 'is not where the case says that its record ends',
  'not-readable': 'has been changed: it cannot be read as an event',
} as const;

const PROGRESS_CASES = 20_000;

async function main(): Promise<number> {
  takeKeptSettings();
  await startDatabase({ join: true, say: console.log });
  const { cases, events, faults } = await verifyEvents(checked => {
    if (checked % PROGRESS_CASES === 0) console.log(`${checked} cases checked`);
  });
  for (const { reference, seq, fault } of faults) {
    console.log(`${reference}: event ${seq} ${MEANINGS[fault]} (${fault}).`);
  }
  const verdict = faults.length === 0 ? 'every record is whole' : `${faults.length} records are not whole`;
  console.log(`${cases} cases with ${events} events checked: ${verdict}.`);
  return faults.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
  await shutDown();
} catch (error) {
  await shutDown();
  exitOnFailedStart(error);
}
