import { randomUUID } from 'node:crypto';
import pg from 'pg';
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

export interface DatabaseCopy {
  readonly ownerUrl: string;
  /** As the server's superuser: sees every row. */
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

/** Starts a PostgreSQL server with one migrated database, from which every test's own is copied. */
export async function startTemplateServer(): Promise<DatabaseServer & { stop(): Promise<void> }> {
  const server = await startTemporaryServer();
  const url = server.ownerUrl;
  try {
    await ensureRoles(url, derivedAppUrl(url, TEST_SECRET));
    await applyMigrations(url);
    await prepareQueue(url, JOB_NAMES, JOB_QUEUE_OPTIONS);
    await closeToConnections(server.superuserUrl, databaseOf(url));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { superuserUrl: server.superuserUrl, templateUrl: url, stop: server.stop };
}

/** Copies the template: 50 ms instead of all migrations. */
export async function copyTemplate(server: DatabaseServer): Promise<DatabaseCopy> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = databaseOf(server.templateUrl);
  await asSuperuser(server.superuserUrl, `CREATE DATABASE ${name} OWNER recours_owner TEMPLATE ${template}`);
  return {
    ownerUrl: withDatabase(server.templateUrl, name),
    superuserUrl: withDatabase(server.superuserUrl, name),
    drop: () => asSuperuser(server.superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** A database can only be copied while nobody is connected to it. */
async function closeToConnections(superuserUrl: string, database: string): Promise<void> {
  await asSuperuser(superuserUrl, `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
  await asSuperuser(
    superuserUrl,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
  );
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

function databaseOf(connection: string): string {
  return new URL(connection).pathname.slice(1);
}

function withDatabase(connection: string, name: string): string {
  const url = new URL(connection);
  url.pathname = `/${name}`;
  return url.href;
}
