import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { JOB_NAMES, JOB_QUEUE_OPTIONS } from '#app/jobs/contracts.ts';
import { applyMigrations } from '#app/platform/db/migrate.server.ts';
import { derivedAppUrl, ensureRoles } from '#app/platform/db/roles.server.ts';
import { prepareQueue } from '#app/platform/queue/prepare-queue.server.ts';
import { TEST_SECRET } from './secret.ts';
import { startTemporaryServer } from './temporary-server.ts';

export interface DatabaseServer {
  /** Superuser's connection to the maintenance database. */
  readonly superuserUrl: string;
  /** The owner's connection to the template. */
  readonly templateUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: DatabaseServer;
  }
}

/** One server a run; its database is migrated once and is the template of every test file's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryServer();
  const url = server.ownerUrl;
  try {
    await ensureRoles(url, derivedAppUrl(url, TEST_SECRET));
    await applyMigrations(url);
    await prepareQueue(url, JOB_NAMES, JOB_QUEUE_OPTIONS);
    await closeToConnections(server.superuserUrl, new URL(url).pathname.slice(1));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('databaseServer', { superuserUrl: server.superuserUrl, templateUrl: url });
  return server.stop;
}

/** A database can only be copied while nobody is connected to it. */
async function closeToConnections(superuserUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`ALTER DATABASE ${client.escapeIdentifier(database)} ALLOW_CONNECTIONS false`);
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
  await client.end();
}
