import { shutDown, shutDownOnSignals } from '#app/platform/shutdown.server.ts';
import { type BenchInstance, startBenchInstance } from './bench-instance.ts';
import { measure } from './benchmark.ts';
import { collective } from './collective.ts';
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
};
const CASES = Number(process.env.BENCH_CASES ?? 100_000);

function chosen(names: readonly string[]): readonly Measurement[] {
  const unknown = names.find(name => BENCHMARKS[name] === undefined);
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(BENCHMARKS).join(', ')}`);
    process.exit(2);
  }
  return Object.entries(BENCHMARKS).flatMap(([name, measurement]) =>
    names.length === 0 || names.includes(name) ? [measurement] : [],
  );
}

const measurements = chosen(process.argv.slice(2));
shutDownOnSignals();
try {
  const instance = await startBenchInstance(CASES);
  for (const measurement of measurements) await measurement(instance);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await shutDown();
}
process.exit();
