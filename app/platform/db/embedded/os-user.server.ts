import { spawnSync } from 'node:child_process';
import { StartRefused } from '../../start-refused.server.ts';

/** The account as which PostgreSQL's processes run; undefined means the current one. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. When we are root, returns the account `name`, made on the spot if the
 * machine has none; otherwise undefined.
 */
export function databaseOsUser(name: string): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp(name) ?? (createAccount(name) ? lookUp(name) : undefined);
  if (known) return known;
  throw new StartRefused(
    [
      `PostgreSQL does not run as root, and the account "${name}" could neither be found nor created`,
      '(neither useradd nor adduser worked on this machine).',
      'Any one of these helps: create the account by hand; name an existing one in PG_OS_USER;',
      'start Recours as an ordinary user; or set DATABASE_URL to a PostgreSQL server of yours.',
    ].join('\n'),
  );
}

/** Identity options for `spawn`: nothing unless the account differs from ours. */
export function asUser(user: OsUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** Whether the account can enter `folder`, decided by trying, so that ACLs and mounts count too. */
export function canEnter(user: OsUser | undefined, folder: string): boolean {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asUser(user), cwd: '/' }).status === 0;
}

function lookUp(name: string): OsUser | undefined {
  const [uid, gid] = ['-u', '-g'].map(flag => {
    const run = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return run.status === 0 ? Number.parseInt(run.stdout, 10) : Number.NaN;
  });
  if (uid === undefined || gid === undefined || Number.isNaN(uid) || Number.isNaN(gid)) return undefined;
  return { name, uid, gid };
}

function createAccount(name: string): boolean {
  const shell = '/bin/false';
  const attempts: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', shell, name],
    ],
    ['adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', shell, name]],
  ];
  return attempts.some(([command, args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0);
}
