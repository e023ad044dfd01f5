import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartRefused } from '../../start-refused.server.ts';
import { SHARED_HOME } from './binaries.server.ts';
import { canEnter, type OsUser } from './os-user.server.ts';

/** The folder of one embedded server: `cluster` belongs to PostgreSQL, the rest to whoever starts it. */
export interface Home {
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  readonly record: string;
  readonly startLock: string;
  /** True when `dataDir` lies where the database's account cannot enter and another place was taken. */
  readonly moved: boolean;
}

/** Makes and returns `dataDir/postgres`, or its stand-in under SHARED_HOME when `user` cannot get there. */
export function makeHome(dataDir: string, user: OsUser | undefined): Home {
  const wanted = join(resolve(dataDir), 'postgres');
  makeEnterable(wanted);
  if (canEnter(user, wanted)) return layOut(wanted, false);
  const place = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  const moved = join(SHARED_HOME, place);
  makeEnterable(moved);
  if (canEnter(user, moved)) return layOut(moved, true);
  throw new StartRefused(
    `The account "${user?.name}" can enter neither ${wanted} nor ${moved}, so PostgreSQL cannot keep its files there.\n` +
      'Set DATA_DIR to a folder that it can enter. Example: DATA_DIR=/srv/recours',
  );
}

function layOut(folder: string, moved: boolean): Home {
  return {
    folder,
    cluster: join(realpathSync(folder), 'cluster'),
    log: join(folder, 'postgres.log'),
    record: join(folder, 'server.json'),
    startLock: join(folder, 'starting.pid'),
    moved,
  };
}

/** Others may pass through, not list: what lies inside has modes of its own. */
function makeEnterable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}
