import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { setEnv } from '#app/platform/env.server.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { loader } from './readyz.ts';

const database = await testDatabase();
const storageDir = mkdtempSync(join(tmpdir(), 'recours-ready-'));
setEnv({ STORAGE_DIR: storageDir });
afterAll(() => rmSync(storageDir, { recursive: true, force: true }));

test('an instance is ready when database, migrations, queue and storage are', async () => {
  const response = await loader();
  expect(response.status).toBe(200);
  const ok = { state: 'ok', ms: expect.any(Number) };
  const checks = { database: ok, migrations: ok, queue: ok, storage: ok };
  expect(await response.json()).toMatchObject({ ready: true, checks });
});

test('an instance whose mail server is down is ready: its mail waits', async () => {
  const response = await loader();
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ ready: true, checks: { mail: { state: 'degraded' } } });
});

test('an instance that lacks a migration is not ready and says so', async () => {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
  await client.end();
  const response = await loader();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    ready: false,
    checks: { database: { state: 'ok' }, migrations: { state: 'failed' } },
  });
});
