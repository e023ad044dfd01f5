import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { env } from '../env.server.ts';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function writeAt(file: FileHandle, chunk: Uint8Array, from: number): Promise<number> {
  let written = 0;
  while (written < chunk.length) {
    written += (await file.write(chunk, written, chunk.length - written, from + written)).bytesWritten;
  }
  return from + written;
}

/**
 * Files that arrive in pieces, in the folder `partial` of STORAGE_DIR, by the id of their upload. A file's size is
 * how much of it is there: what a method tells of it would survive a power cut.
 */
class PartialFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes an empty file. */
  async create(id: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = await open(this.#path(id), 'wx', 0o600);
    await file.close();
    const folder = await open(this.#folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  /** How much has arrived, in bytes, and when the last of it; undefined when there is no such file. */
  async state(id: string): Promise<{ readonly size: number; readonly touchedAt: Date } | undefined> {
    try {
      const { size, mtime } = await stat(this.#path(id));
      return { size, touchedAt: mtime };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /**
   * Writes a stream behind the first `from` bytes, one chunk of it in memory at a time. When it breaks off, what came
   * before stays. Returns the file's size then.
   */
  async append(id: string, stream: AsyncIterable<Uint8Array>, from: number): Promise<number> {
    const file = await open(this.#path(id), 'r+');
    let size = from;
    try {
      for await (const chunk of stream) size = await writeAt(file, chunk, size);
    } finally {
      await file.datasync();
      await file.close();
    }
    return size;
  }

  async read(id: string): Promise<Readable> {
    return (await open(this.#path(id), 'r')).createReadStream();
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  /** The ids of all files, in no order. */
  async list(): Promise<readonly string[]> {
    try {
      return (await readdir(this.#folder)).filter(name => ID.test(name));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  #path(id: string): string {
    if (!ID.test(id)) throw new Error(`Not the id of an upload: ${JSON.stringify(id)}`);
    return join(this.#folder, id);
  }
}

let filesOfProcess: PartialFiles | undefined;

/** The process's files under way. */
export function partialFiles(): PartialFiles {
  filesOfProcess ??= new PartialFiles(join(env().STORAGE_DIR, 'partial'));
  return filesOfProcess;
}
