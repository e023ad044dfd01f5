import type { BenchInstance } from './bench-instance.ts';
import type { Child } from './child.ts';
import { percentile, type Shot, type Timing, volley } from './load.ts';

/** What is measured, on the application and on the floor. */
export interface Benchmark {
  readonly title: string;
  /** What has to be reached. */
  readonly goal: Goal;
  /** Requests under way at any time. */
  readonly clients: number;
  /** Makes the shots once the instance runs; called once. */
  prepare(instance: BenchInstance): Promise<{ readonly app: () => Shot; readonly floor?: () => Shot }>;
}

export type Goal =
  | { readonly kind: 'ratio'; readonly least: number }
  | { readonly kind: 'p95'; readonly most: number };

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const ROUND = { seconds: Number(process.env.BENCH_SECONDS ?? 4), maxRequests: 20_000 };
const WARM_UP = { seconds: 6, maxRequests: 600 };

interface Summary {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of the process's own processor time a request. */
  readonly processor: number;
}

/** A volley's timing with what the process spent on it. */
interface Round extends Timing {
  readonly processorSeconds: number;
}

async function measureRound(child: Child, shot: () => Shot, clients: number): Promise<Round> {
  const before = child.processorSeconds() ?? Number.NaN;
  const timing = await volley(child.port, shot, { ...ROUND, clients });
  return { ...timing, processorSeconds: (child.processorSeconds() ?? Number.NaN) - before };
}

function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function summaryOf(rounds: readonly Round[]): Summary {
  const requests = rounds.reduce((sum, { latencies }) => sum + latencies.length, 0);
  const processorSeconds = rounds.reduce((sum, round) => sum + round.processorSeconds, 0);
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50: median(rounds.map(({ latencies }) => percentile(latencies, 0.5))),
    p95: median(rounds.map(({ latencies }) => percentile(latencies, 0.95))),
    processor: (1000 * processorSeconds) / requests,
  };
}

function line(name: string, { perSecond, p50, p95, processor }: Summary): string {
  const figures = [perSecond.toFixed(1), p50.toFixed(1), p95.toFixed(1)].map(text => text.padStart(9));
  const own = `${processor.toFixed(2)} ms of its processor time each`;
  return `  ${name.padEnd(12)}${figures[0]} /s   p50${figures[1]} ms   p95${figures[2]} ms   ${own}`;
}

function verdict({ goal }: Benchmark, app: Summary, ratio: number): string {
  const [value, reached] =
    goal.kind === 'ratio'
      ? [`ratio ${ratio.toFixed(2)} (goal at least ${goal.least})`, ratio >= goal.least]
      : [`p95 ${app.p95.toFixed(1)} ms (goal at most ${goal.most} ms)`, app.p95 <= goal.most];
  return `  ${value}: ${reached ? 'reached' : 'MISSED'}`;
}

/**
 * Warms both up, then measures them in turn, so that noise of the machine meets both. Every figure is the median of
 * the rounds' own.
 */
export async function measure(benchmark: Benchmark, instance: BenchInstance): Promise<void> {
  const { app, floor } = await benchmark.prepare(instance);
  const { clients } = benchmark;
  await volley(instance.app.port, app, { ...WARM_UP, clients });
  if (floor) await volley(instance.floor.port, floor, { ...WARM_UP, clients });
  const [ours, theirs]: [Round[], Round[]] = [[], []];
  for (let index = 0; index < ROUNDS; index += 1) {
    ours.push(await measureRound(instance.app, app, clients));
    if (floor) theirs.push(await measureRound(instance.floor, floor, clients));
  }
  const ratio = median(
    ours.map((timing, index) => timing.perSecond / (theirs[index]?.perSecond ?? Number.NaN)),
  );
  const ourSummary = summaryOf(ours);
  const memory = instance.app.memory();
  console.log(`\n${benchmark.title}, ${clients} clients, ${ROUNDS} rounds of ${ROUND.seconds} s`);
  console.log(line('application', ourSummary));
  if (floor) console.log(line('floor', summaryOf(theirs)));
  console.log(verdict(benchmark, ourSummary, ratio));
  if (memory)
    console.log(
      `  memory of the application ${memory.now.toFixed(0)} MB, at most ${memory.peak.toFixed(0)} MB`,
    );
}
