import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { ensureBrowser } from './browser.ts';
import { ensureScanner } from './scanner.ts';

export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

interface Check {
  readonly name: string;
  readonly commands: readonly (readonly [string, ...string[]])[];
  /** What has to be there before; throws if it can't be had. */
  readonly before?: () => unknown;
  /** Where the tool reports on each of its tests; a check without is one test itself. */
  readonly report?: { readonly file: string; readonly count: (report: unknown) => Counts };
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const SOURCES = ['app', 'server.ts', 'worker.ts', 'scripts', 'profiles', 'prisma/seed', 'e2e', 'bench'];

/** What can be said without a database or a browser. */
export const FAST_CHECKS: readonly Check[] = [
  { name: 'format and lint', commands: [['biome', 'ci', '.']] },
  {
    name: 'types',
    commands: [
      ['react-router', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  {
    name: 'imports',
    commands: [['depcruise', '--config', '.dependency-cruiser.cjs', ...SOURCES.filter(existsSync)]],
  },
  { name: 'unused code', commands: [['knip', '--no-config-hints']] },
  vitest('unit'),
];

export const ALL_CHECKS: readonly Check[] = [
  ...FAST_CHECKS,
  { ...vitest('integration'), before: ensureScanner },
  { name: 'build', commands: [['react-router', 'build', '--logLevel', 'warn']] },
  {
    name: 'journeys',
    before: ensureBrowser,
    commands: [['playwright', 'test']],
    report: { file: 'test-results/e2e.json', count: countPlaywright },
  },
];

function vitest(project: 'unit' | 'integration'): Check {
  const file = `test-results/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name: `${project} tests`,
    commands: [['vitest', 'run', '--project', project, ...reporters]],
    report: { file, count: countVitest },
  };
}

function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests } = z
    .object({ numPassedTests: z.number(), numFailedTests: z.number() })
    .parse(report);
  return { passed: numPassedTests, failed: numFailedTests };
}

function countPlaywright(report: unknown): Counts {
  const { stats } = z
    .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
    .parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** Runs the checks one after the other, each to its end, and prints what came of them; the last line is the sum. */
export function runChecks(checks: readonly Check[]): never {
  const outcomes = checks.map(run);
  console.log('');
  for (const { name, passed, failed, seconds } of outcomes) {
    const result = `${passed} passed, ${failed} failed`;
    console.log(`${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(20)} ${result.padEnd(26)} ${seconds} s`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

function run(check: Check): Outcome {
  const begin = performance.now();
  console.log(`\n=== ${check.name}`);
  if (check.report) rmSync(check.report.file, { force: true });
  const succeeded = attempt(check);
  const { passed, failed } = counted(check, succeeded);
  return { name: check.name, passed, failed, seconds: Math.round((performance.now() - begin) / 1000) };
}

function attempt({ before, commands }: Check): boolean {
  try {
    before?.();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
  return commands.every(
    ([command, ...args]) => spawnSync(command, args, { stdio: 'inherit', env: testEnv() }).status === 0,
  );
}

/** The tool's own count; a tool that failed without a failed test (a crash, no tests) counts as one failure. */
function counted({ report }: Check, succeeded: boolean): Counts {
  const fallback = { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  if (!report) return fallback;
  if (!existsSync(report.file)) return { passed: 0, failed: 1 };
  const counts = report.count(JSON.parse(readFileSync(report.file, 'utf8')));
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Tests bring their own database and settings: those of an instance on this machine must not reach them. */
function testEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(DATABASE_|RECOURS_|SMTP_URL|DATA_DIR|STORAGE_DIR|PUBLIC_URL|APP_SECRET|PORT$|NODE_ENV$)/.test(name),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: undefined };
}
