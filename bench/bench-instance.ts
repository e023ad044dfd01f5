import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, setEnv } from '#app/platform/env.server.ts';
import { onShutdown } from '#app/platform/shutdown.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { build, reasonToBuild } from '#scripts/instance/build.ts';
import { prepareInstance } from '#scripts/prepare-instance.ts';
import { startTemporaryServer } from '#scripts/testing/temporary-server.ts';
import { type Child, freePort, startChild } from './child.ts';
import { type Extent, generateCases } from './generated-cases.ts';

/** What every benchmark measures against: one web process of the build, and the floor beside it. */
export interface BenchInstance {
  readonly app: Child;
  readonly floor: Child;
}

/** Lasts for one run; production instances ask for one. */
const SECRET = 'the secret of a benchmark, which nobody else has to know';

function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  return work().finally(() =>
    console.log(`${what}: ${Math.round((performance.now() - begin) / 100) / 10} s`),
  );
}

async function startDatabase(cases: number, extent: Extent): Promise<void> {
  const server = await startTemporaryServer({ fast: false });
  onShutdown('the database', () => server.stop());
  setEnv({ DATABASE_URL: server.ownerUrl, DATABASE_POOL: '10' });
  await prepareInstance();
  const superuser = new URL(server.superuserUrl);
  superuser.pathname = new URL(server.ownerUrl).pathname;
  await timed(`${cases} cases`, () =>
    generateCases(superuser.href, { profile: activeProfile(), count: cases, extent }),
  );
}

/** An instance as in production: durable commits, the built pages, `cases` invented cases. Ends with this process. */
export async function startBenchInstance(cases: number, extent: Extent): Promise<BenchInstance> {
  const folder = mkdtempSync(join(tmpdir(), 'recours-bench-'));
  onShutdown('the files', () => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  setEnv({
    APP_SECRET: SECRET,
    DATA_DIR: folder,
    STORAGE_DIR: join(folder, 'evidence'),
    NODE_ENV: 'production',
    RECOURS_INSTANCE: 'test',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'bench@example.org',
    // All load comes from this machine.
    DRAFTS_PER_ADDRESS: '1000000',
  });
  await startDatabase(cases, extent);
  const reason = reasonToBuild();
  if (reason !== undefined) await timed(`Build (${reason})`, build);
  const connection = { DATABASE_URL: env().DATABASE_URL, DATABASE_APP_URL: env().DATABASE_APP_URL };
  const options = process.env.BENCH_NODE_OPTIONS;
  const production = { ...connection, RECOURS_INSTANCE: 'production', BENCH_NODE_OPTIONS: options };
  const app = await startChild('server.ts', production, port);
  onShutdown('the application', () => app.stop());
  const floor = await startChild(
    'bench/floor.ts',
    { ...connection, FLOOR_DIR: join(folder, 'floor') },
    await freePort(),
  );
  onShutdown('the floor', () => floor.stop());
  return { app, floor };
}
