import { parseReference } from '#app/domain/case/reference.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { startDatabase } from '#app/platform/db/start.server.ts';
import { env } from '#app/platform/env.server.ts';
import { shutDown } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart, StartRefused } from '#app/platform/start-refused.server.ts';
import { ageCase } from '#app/usecases/clocks/age-case.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { refreshVersions } from '#app/usecases/rules/refresh-versions.server.ts';
import { readOptions } from './instance/command-line.ts';
import { takeKeptSettings } from './instance/kept-settings.ts';

// npm run age -- --case REFERENCE --days N: moves a case's clocks into the past, so that a demonstration need not
// wait for a deadline. The worker draws the consequences within a second or two.

const EXAMPLE = 'npm run age -- --case MA-2026-3XRZ-P16B-Z --days 10';

function readArguments(): { reference: string; days: number } {
  const { values } = readOptions(['case', 'days'], EXAMPLE);
  if (values.case === undefined) throw new StartRefused(`Name the case with --case.\nExample: ${EXAMPLE}`);
  const parsed = parseReference(values.case);
  if (!parsed.ok) {
    const problem = parsed.reason === 'mistyped' ? 'is mistyped' : 'is no reference';
    throw new StartRefused(`--case ${values.case} ${problem}.\nExample: ${EXAMPLE}`);
  }
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    throw new StartRefused(
      `--days must be a whole number of calendar days from 1 to 3650.\nExample: ${EXAMPLE}`,
    );
  }
  return { reference: parsed.reference, days };
}

/** The use case refuses too; this says what to do about it before anything is started. */
function refuseOnProduction(): void {
  // Checked before env(), which would list every setting that a production instance lacks.
  if (['demonstration', 'test'].includes(process.env.RECOURS_INSTANCE ?? '')) return;
  throw new StartRefused(
    `Clocks are moved on demonstration and test instances only, and there is no demonstration in ${process.env.DATA_DIR || '.data'}.\nStart one with npm run demo, or name yours: DATA_DIR=FOLDER ${EXAMPLE}\nWith a database of your own, set RECOURS_INSTANCE and DATABASE_URL as for npm run demo.`,
  );
}

const REFUSALS: Partial<Record<AppError['code'], string>> = {
  'not-found': 'There is no such case on this instance.',
  'command-not-permitted': 'The case is closed, withdrawn or inadmissible: its clocks no longer run.',
  'case-changed': 'The case has just changed. Try again.',
};

async function main(): Promise<void> {
  takeKeptSettings();
  refuseOnProduction();
  const { reference, days } = readArguments();
  await startDatabase({ join: true, say: console.log });
  await refreshVersions();
  const { timeZone } = activeProfile();
  const clocks = await ageCase({ reference, days, now: new Date().toISOString() }).catch(error => {
    const refusal = error instanceof AppError ? REFUSALS[error.code] : undefined;
    throw refusal === undefined ? error : new StartRefused(`${reference}: ${refusal}`, 1);
  });
  console.log(`${reference}: clocks moved ${days} days into the past (profile ${env().RECOURS_PROFILE}).`);
  for (const { kind, state, dueAt } of clocks) {
    console.log(
      `  ${kind.padEnd(12)} ${state.padEnd(9)} due ${formatDateTime(dueAt, 'en', timeZone, 'long')}`,
    );
  }
  if (clocks.length === 0) console.log('  No clock of the case runs.');
}

try {
  await main();
  await shutDown();
} catch (error) {
  await shutDown();
  exitOnFailedStart(error);
}
