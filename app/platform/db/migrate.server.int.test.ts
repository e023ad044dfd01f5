import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#scripts/testing/database.ts';
import { applyMigrations, pendingMigrations } from './migrate.server.ts';
import { ensureRoles } from './roles.server.ts';
import { migrationNames } from './schema-engine.server.ts';

const database = await testDatabase();

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('the migrations', () => {
  it('are all applied, and a second run applies none', async () => {
    expect(await pendingMigrations(database.appUrl)).toEqual([]);
    expect(await applyMigrations(database.ownerUrl)).toEqual([]);
  });

  it('are pending when the database has not finished one', async () => {
    const last = migrationNames().at(-1) ?? '';
    const record = `UPDATE _prisma_migrations SET finished_at = %s WHERE migration_name = '${last}'`;
    await query(database.ownerUrl, record.replace('%s', 'NULL'));
    expect(await pendingMigrations(database.appUrl)).toEqual([last]);
    await query(database.ownerUrl, record.replace('%s', 'now()'));
  });
});

describe('the roles', () => {
  it('bind the app by row-level security', async () => {
    const rows = await query(
      database.appUrl,
      'SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  });

  it('refuse an app connection that row-level security would not bind', async () => {
    await expect(ensureRoles(database.ownerUrl, database.superuserUrl)).rejects.toThrow('is a superuser');
  });

  it('tell an administrator what to run when the owner may not create roles', async () => {
    await query(database.ownerUrl, `CREATE ROLE plain_owner LOGIN PASSWORD 'plain'`);
    const plain = new URL(database.ownerUrl);
    plain.username = 'plain_owner';
    plain.password = 'plain';
    const app = new URL(database.appUrl);
    app.username = 'recours_other';
    await expect(ensureRoles(plain.href, app.href)).rejects.toThrow('CREATE ROLE "recours_other" LOGIN');
  });
});
