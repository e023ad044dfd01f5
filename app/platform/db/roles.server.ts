import { createHmac } from 'node:crypto';
import pg from 'pg';
import { StartRefused } from '../start-refused.server.ts';

const APP_ROLE = 'recours_app';
const INSUFFICIENT_PRIVILEGE = '42501';
const UNIQUE_VIOLATION = '23505';
const DUPLICATE_OBJECT = '42710';

/** The password of `recours_app` that follows from the instance's secret: nothing more to configure or store. */
export function derivedAppPassword(secret: string): string {
  return createHmac('sha256', secret).update('password of the database role recours_app').digest('base64url');
}

/** The app's connection beside the owner's: same server and database, role `recours_app`. */
export function derivedAppUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = derivedAppPassword(secret);
  return url.href;
}

/**
 * Makes sure that the role of `appUrl` exists, may log in with that password, and is bound by row-level security.
 * @throws StartRefused with the SQL for an administrator when the owner may not create roles
 */
export async function ensureRoles(ownerUrl: string, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const role = decodeURIComponent(username);
  const secret = decodeURIComponent(password);
  if (await signsIn(appUrl)) return;
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  const name = client.escapeIdentifier(role);
  const rights = `LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(secret)}`;
  try {
    const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (known.rowCount === 0) await createRole(client, `CREATE ROLE ${name} ${rights}`);
    else await client.query(`ALTER ROLE ${name} PASSWORD ${client.escapeLiteral(secret)}`);
    await client.query(
      `GRANT CONNECT ON DATABASE ${client.escapeIdentifier(client.database ?? '')} TO ${name}`,
    );
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new StartRefused(
      [
        `The database user of DATABASE_URL may not create or alter the role ${role}.`,
        'Have an administrator of the server run, once:',
        '',
        `  CREATE ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '<a password of yours>';`,
        `  GRANT CONNECT ON DATABASE ${client.escapeIdentifier(client.database ?? '')} TO ${name};`,
        '',
        `then set DATABASE_APP_URL. Example: DATABASE_APP_URL=postgresql://${role}:password@host:5432/recours`,
      ].join('\n'),
    );
  } finally {
    await client.end();
  }
}

/** Two processes may find the role missing at the same moment; the second one's failure is success. */
async function createRole(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== DUPLICATE_OBJECT && code !== UNIQUE_VIOLATION) throw error;
  }
}

/** Whether the app's connection works and is bound by row-level security, as it must be. */
async function signsIn(appUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch {
    return false;
  }
  try {
    const found = await client.query<{ free: boolean }>(
      'SELECT rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user',
    );
    if (!found.rows[0]?.free) return true;
  } finally {
    await client.end();
  }
  throw new StartRefused(
    `The user of DATABASE_APP_URL is a superuser or has BYPASSRLS, so row-level security would not bind the app.\n` +
      `Use a plain role. Example: DATABASE_APP_URL=postgresql://recours_app:password@host:5432/recours`,
  );
}
