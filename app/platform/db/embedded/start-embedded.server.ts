import { resolve } from 'node:path';
import pg from 'pg';
import { StartRefused } from '../../start-refused.server.ts';
import { findBinaries } from './binaries.server.ts';
import {
  hasCluster,
  initialise,
  launch,
  newPassword,
  type Place,
  type RunningServer,
} from './cluster.server.ts';
import { type Home, makeHome } from './home.server.ts';
import { databaseOsUser } from './os-user.server.ts';
import { freePort, livePostmaster, type Postmaster, stopPostmaster } from './postmaster.server.ts';
import { isRunning, ownIdentity } from './process-identity.server.ts';
import { readRecord, type ServerRecord, writeRecord } from './record.server.ts';
import { holdingStartLock } from './start-lock.server.ts';

const DATABASE = 'recours';
const OWNER = 'recours_owner';
const PORT_ATTEMPTS = 3;

export interface EmbeddedOptions {
  /** The server's files go to `postgres` in this folder. */
  readonly dataDir: string;
  /** Account to run as when we are root. */
  readonly osUser?: string;
  /** Whether a server that another process of ours started may be used; it then stays that process's to stop. */
  readonly join?: boolean;
  /** Trades durability for speed: for throw-away test databases only. */
  readonly fast?: boolean;
}

export interface EmbeddedDatabase {
  /** Database `recours` as `recours_owner`, which owns it and is no superuser. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** Where the server's files are. */
  readonly folder: string;
  /** Whether another process of ours runs it. */
  readonly joined: boolean;
  /** What the person who started it should know: files kept elsewhere, a crash recovered from. */
  readonly notices: readonly string[];
  /** Resolves when the server has ended, asked to or not; never for a joined one. */
  readonly ended: Promise<void>;
  /** Stops the server within ten seconds; does nothing for a joined one. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL 18 on 127.0.0.1 with its files under `dataDir`, kept from start to start.
 * @throws StartRefused when the platform, the account or another server in the same folder stands in the way
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const user = databaseOsUser(options.osUser ?? 'postgres');
  const binaries = findBinaries(user);
  const home = makeHome(options.dataDir, user);
  const notices: string[] = [];
  if (binaries.copiedTo) notices.push(`PostgreSQL's programs run from ${binaries.copiedTo}.`);
  if (home.moved) {
    notices.push(
      `The account "${user?.name}" cannot enter ${resolve(options.dataDir)}: the database is kept in ${home.folder}.`,
    );
  }
  return holdingStartLock(home, async () => {
    const live = livePostmaster(home.cluster);
    if (live) {
      const joined = joinOrRefuse(home, live, options.join ?? false);
      if (joined) return joined;
      await stopPostmaster(live.pid);
      notices.push(`Stopped a database server (process ${live.pid}) that an earlier run had left behind.`);
    }
    return startOwn({ home, binaries, user }, options.fast ?? false, notices);
  });
}

/** Undefined when the server is an orphan of ours that may be replaced. */
function joinOrRefuse(home: Home, live: Postmaster, join: boolean): EmbeddedDatabase | undefined {
  const record = readRecord(home);
  if (record?.starter && isRunning(record.starter)) {
    if (join) return describe(home, { ...record, port: live.port }, []);
    throw new StartRefused(
      `Recours already runs on the files in ${home.folder} (process ${record.starter.pid}).\n` +
        `Stop it with: kill ${record.starter.pid}\nOr give this one its own folder. Example: DATA_DIR=.data/second`,
    );
  }
  if (record?.starter) return undefined;
  throw new StartRefused(
    `A PostgreSQL server (process ${live.pid}) that Recours did not start works on ${home.cluster}.\n` +
      `Stop it with: kill -INT ${live.pid}\nOr give Recours its own folder. Example: DATA_DIR=.data/second`,
  );
}

async function startOwn(place: Place, fast: boolean, notices: string[]): Promise<EmbeddedDatabase> {
  const { home } = place;
  const previous = readRecord(home);
  const record: ServerRecord = previous ?? {
    port: 0,
    superuserPassword: newPassword(),
    ownerPassword: newPassword(),
  };
  if (!previous && hasCluster(home)) {
    throw new StartRefused(
      `${home.cluster} holds a database, but its passwords (${home.record}) are gone.\n` +
        'Put the file back from a copy, or move the folder away to begin with an empty database.',
    );
  }
  writeRecord(home, record);
  if (!hasCluster(home)) initialise(place, record.superuserPassword);
  const { server, port } = await launchOnFreePort(place, record.port || undefined, fast);
  const current = { ...record, port, starter: ownIdentity() };
  writeRecord(home, current);
  try {
    await createDatabase(current);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...describe(home, current, notices), joined: false, ended: server.ended, stop: server.stop };
}

async function launchOnFreePort(place: Place, preferred: number | undefined, fast: boolean) {
  for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt += 1) {
    const port = await freePort(attempt === 0 ? preferred : undefined);
    const server: RunningServer | undefined = await launch(place, port, fast);
    if (server) return { server, port };
  }
  throw new StartRefused(`PostgreSQL found no free port on 127.0.0.1 in ${PORT_ATTEMPTS} attempts.`);
}

function describe(home: Home, record: ServerRecord, notices: readonly string[]): EmbeddedDatabase {
  const at = `127.0.0.1:${record.port}`;
  return {
    ownerUrl: `postgresql://${OWNER}:${record.ownerPassword}@${at}/${DATABASE}`,
    superuserUrl: `postgresql://postgres:${record.superuserPassword}@${at}/postgres`,
    folder: home.folder,
    joined: true,
    notices,
    ended: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

/** The owner may create roles (recours_app is its work) but neither read past row-level security nor be superuser. */
async function createDatabase(record: ServerRecord): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: record.port,
    user: 'postgres',
    password: record.superuserPassword,
    database: 'postgres',
  });
  await client.connect();
  try {
    const owner = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    if (owner.rowCount === 0) {
      const password = client.escapeLiteral(record.ownerPassword);
      await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB NOBYPASSRLS PASSWORD ${password}`);
    }
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}
