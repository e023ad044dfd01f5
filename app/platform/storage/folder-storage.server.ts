import { createHash, randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { glob, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { AppError } from '#app/domain/shared/errors.ts';
import type { ByteRange, PutOptions, Storage, StoredFile, StoredFileState, Tree } from './contract.ts';

const INCOMING = 'incoming';
const KEY = /^(?:originals|copies)\/([0-9a-f]{2})\/([0-9a-f]{2})\/\1\2[0-9a-f]{60}$/;
/** Under this many free bytes, new files are better refused than half written. */
const FREE_BYTES = 64 * 1024 * 1024;

function keyOf(tree: Tree, sha256: string): string {
  return `${tree}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Makes a folder with its parents and puts each new name on disk: `fsync` of a file doesn't cover its folder. */
async function ensureFolder(path: string): Promise<void> {
  const firstMade = await mkdir(path, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let made = path; made.length >= firstMade.length; made = dirname(made))
    await syncFolder(dirname(made));
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

/** Files mostly find their folder there: it is made only when an attempt shows that it is missing. */
async function withFolderOf<T>(path: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isMissing(error)) throw error;
    await ensureFolder(dirname(path));
    return attempt();
  }
}

async function receive(path: string, stream: AsyncIterable<Uint8Array>, maxBytes: number) {
  const hash = createHash('sha256');
  let size = 0;
  // Read-only from its birth: an original is never written twice.
  const file = await withFolderOf(path, () => open(path, 'wx', 0o400));
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxBytes) throw new AppError('file-too-large');
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Files in a folder of this machine, or of a network file system that honours `rename` and `fsync`:
 * `originals/` and `copies/` by SHA-256, `incoming/` for what is on its way.
 */
class FolderStorage implements Storage {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async put(stream: AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredFile> {
    const temporary = join(this.#root, INCOMING, randomUUID());
    try {
      const { size, sha256 } = await receive(temporary, stream, options.maxBytes);
      const key = keyOf(options.tree ?? 'originals', sha256);
      const path = this.#path(key);
      await withFolderOf(path, () => rename(temporary, path));
      await syncFolder(dirname(path));
      return { key, size, sha256 };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async open(key: string, range?: ByteRange) {
    const file = await open(this.#path(key), 'r');
    return file.createReadStream(range);
  }

  async stat(key: string): Promise<StoredFileState | undefined> {
    try {
      const { size, mtime } = await stat(this.#path(key));
      return { size, storedAt: mtime };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  async *list(tree: Tree): AsyncIterable<string> {
    for await (const path of glob(`${tree}/*/*/*`, { cwd: this.#root })) {
      const key = path.split(sep).join('/');
      if (KEY.test(key)) yield key;
    }
  }

  async sweep(before: Date): Promise<number> {
    const folder = join(this.#root, INCOMING);
    await ensureFolder(folder);
    let removed = 0;
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const age = await stat(path).catch(() => undefined);
      if (age === undefined || age.mtime >= before) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  async check(): Promise<void> {
    const folder = join(this.#root, INCOMING);
    await ensureFolder(folder);
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < FREE_BYTES) throw new Error(`Less than ${FREE_BYTES} bytes are free in ${folder}`);
    const probe = join(folder, randomUUID());
    try {
      await receive(probe, probeContent(), FREE_BYTES);
    } finally {
      await rm(probe, { force: true });
    }
  }

  #path(key: string): string {
    if (!KEY.test(key)) throw new Error(`Not a storage key: ${JSON.stringify(key)}`);
    return join(this.#root, ...key.split('/'));
  }
}

async function* probeContent(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('probe');
}

/** Storage in `root`, which is made at the first write. */
export function folderStorage(root: string): Storage {
  return new FolderStorage(root);
}
