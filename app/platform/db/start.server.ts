import { env, setEnv } from '../env.server.ts';
import { log } from '../log.server.ts';
import { onShutdown } from '../shutdown.server.ts';
import { startEmbedded } from './embedded/start-embedded.server.ts';
import { applyMigrations } from './migrate.server.ts';
import { ensureRoles } from './roles.server.ts';

interface StartDatabaseOptions {
  /** Whether an embedded server that another process of ours runs will do (a script beside a running instance). */
  readonly join: boolean;
  /** Told what the person at the terminal should know; the log by default. */
  readonly say?: (notice: string) => void;
}

/**
 * Makes sure that the settings lead to a database: unless DATABASE_URL is set, starts the embedded server and
 * sets it, for this process and the ones it starts. The server ends with the process (see shutdown.server.ts);
 * should it end by itself, so does the process.
 * @returns whether this process runs the server
 */
export async function startDatabase(options: StartDatabaseOptions): Promise<boolean> {
  const { DATABASE_URL, DATA_DIR, PG_OS_USER } = env();
  if (DATABASE_URL) return false;
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
