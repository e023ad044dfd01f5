import pg from 'pg';
import { env } from '#app/platform/env.server.ts';
import type { BenchInstance } from './bench-instance.ts';
import { type Benchmark, measure } from './benchmark.ts';
import { DESK_LIAISON, DESK_PAGES, deskAddress } from './desk-pages.ts';
import { queueOperator } from './page-statements.ts';
import { pageShot, rowsShot, signIn } from './staff-pages.ts';

/** A desk of this size among others: nine tenths of the cases are over or another operator's. */
export const DESK_CASES = 1_000_000;
const LEAST_OPEN = 100_000;
/** Every third waiting case is somebody's. */
const ASSIGN = `UPDATE desk_case SET assignee = (SELECT id FROM "user" WHERE email = $1)
  WHERE operator_id = $2 AND waiting AND case_id::text < '5'`;

/** Gives the desk's cases to somebody and leaves the table as autovacuum would. @returns how many wait */
async function prepareDesk(): Promise<number> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    await client.query("SELECT set_config('app.role', 'system', false)");
    await client.query(ASSIGN, [DESK_LIAISON, queueOperator()]);
    await client.query('VACUUM ANALYZE desk_case');
    const { rows } = await client.query<{ waiting: number }>(
      'SELECT count(*)::int AS waiting FROM desk_case WHERE operator_id = $1 AND waiting',
      [queueOperator()],
    );
    return rows[0]?.waiting ?? 0;
  } finally {
    await client.end();
  }
}

function benchmarkOf(name: string, cookie: string): Benchmark {
  const page = DESK_PAGES[name];
  if (page === undefined) throw new Error(`There is no page ${name}`);
  return {
    title: `Desk: ${page.title}, as HTML (floor: the same rows as JSON)`,
    goal: { kind: 'p95', most: 50 },
    clients: 1,
    async prepare() {
      const address = await deskAddress(page, new Date().toISOString());
      return { app: () => pageShot(address, cookie), floor: () => rowsShot(`/desk/${name}`) };
    },
  };
}

/** The operator's queue with 100,000 open cases among a million, page by page. */
export async function measureDesk(instance: BenchInstance): Promise<void> {
  const cookie = await signIn('liaison', { operatorId: queueOperator(), email: DESK_LIAISON });
  const waiting = await prepareDesk();
  console.log(`\nThe desk of ${queueOperator()}: ${waiting} cases wait`);
  if (waiting < LEAST_OPEN) console.log(`  fewer than the ${LEAST_OPEN} of the goal: BENCH_CASES was set`);
  for (const name of Object.keys(DESK_PAGES)) await measure(benchmarkOf(name, cookie), instance);
}
