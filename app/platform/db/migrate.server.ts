import pg from 'pg';
import { migrationList, migrationNames, NO_FILTER, withSchemaEngine } from './schema-engine.server.ts';

/**
 * Applies the migrations that the database lacks, in order, and returns their names. Needs the owner's
 * connection; two runs at once are serialised by an advisory lock of Prisma's engine.
 * @throws StartRefused naming the migration and PostgreSQL's reason
 */
export async function applyMigrations(ownerUrl: string): Promise<readonly string[]> {
  if ((await pendingMigrations(ownerUrl)).length === 0) return [];
  return withSchemaEngine(ownerUrl, async engine => {
    const done = await engine.applyMigrations({ migrationsList: migrationList(), filters: NO_FILTER });
    return done.appliedMigrationNames;
  });
}

/** Names of the migrations in the checkout that the database has not finished; one query on a connection of its own. */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await pendingOn(client);
  } finally {
    await client.end();
  }
}

/** The same on a connection or pool that the caller has. */
export async function pendingOn(client: Pick<pg.Client, 'query'>): Promise<readonly string[]> {
  const table = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (!table.rows[0]?.there) return migrationNames();
  const applied = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const names = new Set(applied.rows.map(row => row.migration_name));
  return migrationNames().filter(name => !names.has(name));
}
