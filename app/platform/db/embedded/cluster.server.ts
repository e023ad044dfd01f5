import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../../start-refused.server.ts';
import type { Binaries } from './binaries.server.ts';
import type { Home } from './home.server.ts';
import { asUser, type OsUser } from './os-user.server.ts';
import { readPostmaster, stopPostmaster, until } from './postmaster.server.ts';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** Every commit that was acknowledged survives a power cut. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
/** For databases that live as long as one test run. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  shared_buffers: '256MB',
  random_page_cost: '1.1',
  jit: 'off',
};

const INITDB_ARGUMENTS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

export interface Place {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly user: OsUser | undefined;
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

export function hasCluster(home: Home): boolean {
  return existsSync(join(home.cluster, 'PG_VERSION'));
}

/**
 * Runs initdb: UTF-8, a locale that needs nothing of the system, password authentication everywhere. It works in
 * a folder beside the cluster's, so that an attempt broken off half-way is never taken for a database.
 */
export function initialise({ home, binaries, user }: Place, superuserPassword: string): void {
  const partial = `${home.cluster}.new`;
  const passwordFile = join(home.folder, 'initdb.password');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (user) for (const path of [partial, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const options = { ...asUser(user), cwd: home.folder, env: programEnv(), encoding: 'utf8' } as const;
    const run = spawnSync(
      binaries.initdb,
      [...INITDB_ARGUMENTS, partial, `--pwfile=${passwordFile}`],
      options,
    );
    if (run.status !== 0) throw new StartRefused(`PostgreSQL's initdb failed in ${partial}:\n${run.stderr}`);
    renameSync(partial, home.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

export interface RunningServer {
  readonly pid: number;
  /** Resolves when the server has ended, however it came to that. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server and waits until it accepts connections; undefined if `port` was taken in between. */
export async function launch(place: Place, port: number, fast: boolean): Promise<RunningServer | undefined> {
  const { home, binaries, user } = place;
  const log = openLog(home);
  const begin = statSync(home.log).size;
  const settings = { ...SETTINGS, ...(fast ? FAST : DURABLE), port: String(port) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl+C reaches a terminal's whole foreground group, and the app needs its database to finish.
  const child = spawn(binaries.postgres, ['-D', home.cluster, ...args], {
    ...asUser(user),
    cwd: home.folder,
    env: programEnv(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  // However this process ends, the server is told to: a start broken off by a signal must not leave it behind.
  const stopWithUs = () => child.kill('SIGINT');
  process.once('exit', stopWithUs);
  let over = false;
  const ended = new Promise<void>(resolve => {
    const finish = () => {
      over = true;
      process.off('exit', stopWithUs);
      resolve();
    };
    child.once('exit', finish);
    child.once('error', finish);
  });
  const pid = child.pid;
  const ready = () => readPostmaster(home.cluster)?.status === 'ready';
  await until(() => over || ready(), 60_000);
  if (pid === undefined || over || !ready()) return failedLaunch(home, begin);
  return { pid, ended, stop: async () => (over ? undefined : stopPostmaster(pid).then(() => ended)) };
}

function failedLaunch(home: Home, begin: number): undefined {
  const output = readFileSync(home.log).subarray(begin).toString('utf8');
  if (/could not bind|Address already in use/.test(output)) return undefined;
  throw new StartRefused(`PostgreSQL did not start. Its log, ${home.log}, says:\n${output.slice(-2000)}`);
}

function openLog(home: Home): number {
  const full = existsSync(home.log) && statSync(home.log).size > LOG_LIMIT_BYTES;
  return openSync(home.log, full ? 'w' : 'a', 0o600);
}

/** The server has no business with our secrets: it gets a search path and a neutral language. */
function programEnv(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
}
