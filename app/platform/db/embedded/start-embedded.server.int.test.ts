import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { readPostmaster } from './postmaster.server.ts';
import { type EmbeddedDatabase, startEmbedded } from './start-embedded.server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'recours-embedded-'));
chmodSync(dataDir, 0o711);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function running<T>(work: (database: EmbeddedDatabase) => Promise<T>): Promise<T> {
  const database = await startEmbedded({ dataDir });
  return work(database).finally(() => database.stop());
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(statement).finally(() => client.end())).rows;
}

describe('the embedded database', () => {
  it('keeps acknowledged commits through a power cut', () =>
    running(async ({ ownerUrl }) => {
      const rows = await query(
        ownerUrl,
        `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')`,
      );
      expect(rows.map(row => row.setting)).toEqual(['on', 'on', 'on']);
    }));

  it('keeps its data from start to start', async () => {
    await running(({ ownerUrl }) => query(ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer'));
    await running(async ({ ownerUrl }) => {
      expect(await query(ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    });
  });

  it('lets nobody in without the password, which only its starter can read', () =>
    running(async ({ ownerUrl, folder }) => {
      const stranger = new URL(ownerUrl);
      stranger.password = 'guessed';
      await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
      expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600);
    }));

  it('gives the owner no way past row-level security', () =>
    running(async ({ ownerUrl }) => {
      const [role] = await query(
        ownerUrl,
        'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
      );
      expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
    }));

  it('is joined by a script, and refused to a second instance with the way to stop the first', () =>
    running(async ({ ownerUrl }) => {
      await expect(startEmbedded({ dataDir })).rejects.toThrow(`Stop it with: kill ${process.pid}`);
      const joined = await startEmbedded({ dataDir, join: true });
      await joined.stop();
      expect(joined.ownerUrl).toBe(ownerUrl);
      expect(await query(ownerUrl, 'SELECT 1 AS still')).toEqual([{ still: 1 }]);
    }));

  it('recovers from a lock whose number another program has by now', async () => {
    const folder = await running(async database => database.folder);
    const lock = join(folder, 'cluster', 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${join(folder, 'cluster')}\n1\n5432\n\n127.0.0.1\n0 0\nready   \n`);
    await running(async ({ ownerUrl }) => {
      expect(await query(ownerUrl, 'SELECT 1 AS back')).toEqual([{ back: 1 }]);
    });
  });

  it('leaves neither a process nor a lock behind', async () => {
    const folder = await running(async database => database.folder);
    expect(readPostmaster(join(folder, 'cluster'))).toBeUndefined();
    expect(existsSync(join(folder, 'starting.pid'))).toBe(false);
  });
});
