import { shutDown, shutDownOnSignals } from '#app/platform/shutdown.server.ts';
import { startBenchInstance } from './bench-instance.ts';
import { type Benchmark, measure } from './benchmark.ts';
import { filing } from './filing.ts';
import { filingForm } from './filing-form.ts';
import { figures, queue } from './staff-pages.ts';

// npm run bench -- NAME…: docs/performance.md says what is measured and how to read it.

const BENCHMARKS: Readonly<Record<string, Benchmark>> = { filing, 'filing-form': filingForm, queue, figures };
const CASES = Number(process.env.BENCH_CASES ?? 100_000);

function chosen(names: readonly string[]): readonly Benchmark[] {
  const unknown = names.find(name => BENCHMARKS[name] === undefined);
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(BENCHMARKS).join(', ')}`);
    process.exit(2);
  }
  return Object.entries(BENCHMARKS).flatMap(([name, benchmark]) =>
    names.length === 0 || names.includes(name) ? [benchmark] : [],
  );
}

const benchmarks = chosen(process.argv.slice(2));
shutDownOnSignals();
try {
  const instance = await startBenchInstance(CASES);
  for (const benchmark of benchmarks) await measure(benchmark, instance);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await shutDown();
}
process.exit();
