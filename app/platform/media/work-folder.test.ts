import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inWorkFolder, sweepWorkFolders } from './work-folder.server.ts';

const NOW = '2026-03-10T10:00:00Z';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recours-work-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function folderOf(name: string, changed: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  await writeFile(join(path, 'original'), 'voice');
  await utimes(path, new Date(changed), new Date(changed));
  return path;
}

test('a folder goes with the work, also with work that fails', async () => {
  let used = '';
  const failing = inWorkFolder(async path => {
    used = path;
    expect(existsSync(path)).toBe(true);
    throw new Error('disk full');
  });
  await expect(failing).rejects.toThrow('disk full');
  expect(used.startsWith(join(folder, 'recours-copy-'))).toBe(true);
  expect(existsSync(used)).toBe(false);
});

test('what a killed worker left is removed, work under way and the folders of others are not', async () => {
  const forsaken = await folderOf('recours-copy-forsaken', '2026-03-10T08:59:59Z');
  const underWay = await folderOf('recours-copy-under-way', '2026-03-10T09:00:01Z');
  const foreign = await folderOf('another-program', '2026-03-01T00:00:00Z');
  await sweepWorkFolders(NOW);
  expect([forsaken, underWay, foreign].map(path => existsSync(path))).toEqual([false, true, true]);
});
