import { shutDown, shutDownOnSignals } from '#app/platform/shutdown.server.ts';
import { type BenchInstance, startBenchInstance } from './bench-instance.ts';
import { measure } from './benchmark.ts';
import { collective } from './collective.ts';
import { DESK_CASES, measureDesk } from './desk.ts';
import { filing } from './filing.ts';
import { filingForm } from './filing-form.ts';
import { figures, queue } from './staff-pages.ts';
import { measureUploads } from './uploads.ts';

// npm run bench -- NAME…: docs/performance.md says what is measured and how to read it.

type Measurement = (instance: BenchInstance) => Promise<void>;

const BENCHMARKS: Readonly<Record<string, Measurement>> = {
  filing: instance => measure(filing, instance),
  'filing-form': instance => measure(filingForm, instance),
  queue: instance => measure(queue, instance),
  figures: instance => measure(figures, instance),
  collective: instance => measure(collective, instance),
  uploads: measureUploads,
  desk: measureDesk,
};
/** Measured when it is named, alone: it takes ten times as many cases, and nothing of them but what lists read. */
const LARGE = 'desk';
const NAMES = process.argv.slice(2);
const LARGE_ALONE = NAMES.length === 1 && NAMES[0] === LARGE;
const CASES = Number(process.env.BENCH_CASES ?? (LARGE_ALONE ? DESK_CASES : 100_000));

function chosen(names: readonly string[]): readonly Measurement[] {
  const unknown = names.find(name => BENCHMARKS[name] === undefined);
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(BENCHMARKS).join(', ')}`);
    process.exit(2);
  }
  return Object.entries(BENCHMARKS).flatMap(([name, measurement]) =>
    names.includes(name) || (names.length === 0 && name !== LARGE) ? [measurement] : [],
  );
}

const measurements = chosen(NAMES);
shutDownOnSignals();
try {
  const instance = await startBenchInstance(CASES, LARGE_ALONE ? 'lists' : 'everything');
  for (const measurement of measurements) await measurement(instance);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await shutDown();
}
process.exit();
