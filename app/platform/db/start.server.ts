import pg from 'pg';
import { env, setEnv } from '../env.server.ts';
import { log } from '../log.server.ts';
import { onShutdown } from '../shutdown.server.ts';
import { StartRefused } from '../start-refused.server.ts';
import { startEmbedded } from './embedded/start-embedded.server.ts';
import { applyMigrations } from './migrate.server.ts';
import { ensureRoles } from './roles.server.ts';

interface StartDatabaseOptions {
  /** Whether an embedded server that another process of ours runs will do (a script beside a running instance). */
  readonly join: boolean;
  /** Told what the person at the terminal should know; the log by default. */
  readonly say?: (notice: string) => void;
  /** Whether the database of DATABASE_URL may come up later: the web process waits for it and says so at /readyz. */
  readonly mayBeAway?: boolean;
}

/**
 * Makes sure that the settings lead to a database: unless DATABASE_URL is set, starts the embedded server and
 * sets it, for this process and the ones it starts. The server ends with the process (see shutdown.server.ts);
 * should it end by itself, so does the process.
 * @returns whether this process runs the server
 * @throws StartRefused where the database of DATABASE_URL lets nobody in, or the embedded one can't start
 */
export async function startDatabase(options: StartDatabaseOptions): Promise<boolean> {
  const { DATABASE_URL, DATA_DIR, PG_OS_USER } = env();
  if (DATABASE_URL) {
    if (!options.mayBeAway) await refuseUnlessItAnswers(DATABASE_URL);
    return false;
  }
  const database = await startEmbedded({ dataDir: DATA_DIR, osUser: PG_OS_USER, join: options.join });
  for (const notice of database.notices) (options.say ?? (text => log.warn(text)))(notice);
  setEnv({ DATABASE_URL: database.ownerUrl });
  let stopping = false;
  onShutdown('embedded PostgreSQL', () => {
    stopping = true;
    return database.stop();
  });
  void database.ended.then(() => {
    if (stopping) return;
    console.error(`PostgreSQL ended unexpectedly; its log is in ${database.folder}/postgres.log`);
    process.exit(1);
  });
  return !database.joined;
}

async function refuseUnlessItAnswers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new StartRefused(
      `The database ${pathname.slice(1)} on ${host}, which DATABASE_URL names, lets nobody in: ${reason}.\nStart it or correct DATABASE_URL. Unset, Recours starts a PostgreSQL of its own.`,
    );
  } finally {
    await client.end();
  }
}

/**
 * Roles, then migrations: what an instance's database needs before the app connects.
 * @returns the names of the migrations applied
 */
export async function prepareDatabase(): Promise<readonly string[]> {
  const { DATABASE_URL, DATABASE_APP_URL } = env();
  if (!DATABASE_URL) throw new Error('The database has not been started in this process');
  await ensureRoles(DATABASE_URL, DATABASE_APP_URL);
  return applyMigrations(DATABASE_URL);
}
