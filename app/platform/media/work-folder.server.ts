import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';

const PREFIX = 'recours-copy-';

/** No copy takes nearly as long: what is older belongs to a worker that was killed. */
const FORSAKEN_AFTER = { hours: 1 };

/** Runs with a folder of its own, in which an original lies beside the copies that are made of it. */
export async function inWorkFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function changedBefore(path: string, limit: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true && found.mtimeMs < limit;
}

/**
 * Removes the folders of workers that were killed at it: they hold originals, which nothing else would ever erase.
 * @param now ISO instant
 */
export async function sweepWorkFolders(now: string): Promise<void> {
  const limit = Temporal.Instant.from(now).subtract(FORSAKEN_AFTER).epochMilliseconds;
  const names = await readdir(tmpdir());
  for (const path of names.filter(name => name.startsWith(PREFIX)).map(name => join(tmpdir(), name))) {
    if (await changedBefore(path, limit)) await rm(path, { recursive: true, force: true });
  }
}
