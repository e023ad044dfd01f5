import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StartRefused } from '../../start-refused.server.ts';
import type { Home } from './home.server.ts';
import { until } from './postmaster.server.ts';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.server.ts';

const PATIENCE_MILLISECONDS = 60_000;

/** Runs `work` while no other process starts a server in the same home, so that the second one can join the first's. */
export async function holdingStartLock<T>(home: Home, work: () => Promise<T>): Promise<T> {
  if (!(await until(() => take(home.startLock), PATIENCE_MILLISECONDS))) {
    throw new StartRefused(
      `Another process has been starting the database in ${home.folder} for a minute.\nIf none does, delete ${home.startLock}`,
    );
  }
  try {
    return await work();
  } finally {
    rmSync(home.startLock, { force: true });
  }
}

/** Linking a finished file makes the lock appear with its content or not at all. */
function take(lock: string): boolean {
  const ticket = `${lock}.${process.pid}`;
  writeFileSync(ticket, JSON.stringify(ownIdentity()));
  try {
    linkSync(ticket, lock);
    return true;
  } catch {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(ticket, { force: true });
  }
}

function isHeld(lock: string): boolean {
  try {
    const holder: ProcessIdentity = JSON.parse(readFileSync(lock, 'utf8'));
    return isRunning(holder);
  } catch {
    return false;
  }
}
