import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bufferBytes, heldSince } from '#scripts/testing/held-memory.ts';
import { folderStorage } from './folder-storage.server.ts';

const MEGABYTE = 1024 * 1024;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'recours-storage-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function* megabytes(count: number): AsyncGenerator<Buffer> {
  for (let sent = 0; sent < count; sent += 1) yield Buffer.alloc(MEGABYTE, sent % 251);
}

async function incoming(): Promise<string[]> {
  return readdir(join(root, 'incoming'));
}

describe('the folder storage', () => {
  test('keeps what came in under its digest, and gives back the same bytes', async () => {
    const files = folderStorage(root);
    const content = Buffer.from('une facture');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const stored = await files.put(Readable.from([content]), { maxBytes: 100 });
    expect(stored).toEqual({
      key: `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
      size: 11,
      sha256,
    });
    expect(await buffer(await files.open(stored.key))).toEqual(content);
    expect(await buffer(await files.open(stored.key, { start: 4, end: 6 }))).toEqual(Buffer.from('fac'));
    expect((await stat(join(root, stored.key))).mode & 0o777).toBe(0o400);
    expect(await incoming()).toEqual([]);
  });

  test('stores the same content once, even when it arrives twice at the same moment', async () => {
    const files = folderStorage(root);
    const puts = await Promise.all([1, 2, 3].map(() => files.put(megabytes(2), { maxBytes: 3 * MEGABYTE })));
    expect(new Set(puts.map(put => put.key)).size).toBe(1);
    expect(await Array.fromAsync(files.list('originals'))).toEqual([puts[0]?.key]);
    expect(await Array.fromAsync(files.list('copies'))).toEqual([]);
  });

  test('takes exactly the limit, refuses one byte more, and leaves nothing of it', async () => {
    const files = folderStorage(root);
    await expect(files.put(Readable.from([Buffer.alloc(10)]), { maxBytes: 10 })).resolves.toMatchObject({
      size: 10,
    });
    const tooLong = files.put(Readable.from([Buffer.alloc(11, 1)]), { maxBytes: 10 });
    await expect(tooLong).rejects.toMatchObject({ code: 'file-too-large' });
    expect(await incoming()).toEqual([]);
    expect(await Array.fromAsync(files.list('originals'))).toHaveLength(1);
  });

  test('leaves nothing when the sender breaks off', async () => {
    async function* broken() {
      yield Buffer.alloc(1000);
      throw new Error('gone');
    }
    await expect(folderStorage(root).put(broken(), { maxBytes: 5000 })).rejects.toThrow('gone');
    expect(await incoming()).toEqual([]);
  });

  test('holds no file in memory', async () => {
    const before = bufferBytes();
    let highest = 0;
    async function* watched() {
      for await (const chunk of megabytes(200)) {
        highest = Math.max(highest, heldSince(before));
        yield chunk;
      }
    }
    await folderStorage(root).put(watched(), { maxBytes: 300 * MEGABYTE });
    expect(highest).toBeLessThan(100 * MEGABYTE);
  });

  test('does not leave its folder whatever the key says', async () => {
    const files = folderStorage(root);
    const digest = 'a'.repeat(64);
    for (const key of [
      '../secret',
      'originals/aa/aa/../../../x',
      `originals/bb/aa/${digest}`,
      `other/aa/aa/${digest}`,
    ]) {
      await expect(files.open(key)).rejects.toThrow('Not a storage key');
      await expect(files.delete(key)).rejects.toThrow('Not a storage key');
    }
  });

  test('knows what is there, and forgets what is deleted', async () => {
    const files = folderStorage(root);
    const { key } = await files.put(Readable.from([Buffer.from('x')]), { maxBytes: 9, tree: 'copies' });
    expect(await files.stat(key)).toMatchObject({ size: 1 });
    await files.delete(key);
    await files.delete(key);
    expect(await files.stat(key)).toBeUndefined();
    await expect(files.open(key)).rejects.toThrow('ENOENT');
  });

  test('sweeps what a crash left behind and spares what is on its way', async () => {
    const files = folderStorage(root);
    await files.check();
    await writeFile(join(root, 'incoming', 'old'), 'x');
    await utimes(join(root, 'incoming', 'old'), new Date('2026-01-01'), new Date('2026-01-01'));
    await writeFile(join(root, 'incoming', 'new'), 'x');
    expect(await files.sweep(new Date('2026-02-01'))).toBe(1);
    expect(await incoming()).toEqual(['new']);
  });

  test('says so when nothing can be stored', async () => {
    await writeFile(join(root, 'file'), 'x');
    await expect(folderStorage(join(root, 'file')).check()).rejects.toThrow('ENOTDIR');
  });
});
