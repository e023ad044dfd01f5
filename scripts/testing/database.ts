import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { derivedAppUrl } from '#app/platform/db/roles.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { shutDown } from '#app/platform/shutdown.server.ts';
import { TEST_SECRET } from './secret.ts';

export interface TestDatabase {
  /** As `recours_owner`: past grants, not past row-level security. */
  readonly ownerUrl: string;
  /** As `recours_app`, the way the app connects. */
  readonly appUrl: string;
  /** As the server's superuser: sees every row, for looking behind the curtain. */
  readonly superuserUrl: string;
}

/**
 * Gives the calling test file a migrated database of its own and points the settings to it; it goes when the
 * file's tests are done. Call it once, at the top: `const database = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = new URL(server.templateUrl).pathname.slice(1);
  await asSuperuser(server.superuserUrl, `CREATE DATABASE ${name} OWNER recours_owner TEMPLATE ${template}`);
  const ownerUrl = withDatabase(server.templateUrl, name);
  const appUrl = derivedAppUrl(ownerUrl, TEST_SECRET);
  setEnv({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, DATABASE_POOL: '4' });
  afterAll(async () => {
    await shutDown();
    await asSuperuser(server.superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { ownerUrl, appUrl, superuserUrl: withDatabase(server.superuserUrl, name) };
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(connection: string, name: string): string {
  const url = new URL(connection);
  url.pathname = `/${name}`;
  return url.href;
}
