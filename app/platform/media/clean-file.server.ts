import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type CopyError, isCopyError } from '#app/domain/evidence/copy.ts';
import { projectRoot } from '../project-root.server.ts';

const run = promisify(execFile);

export interface CleanFileOptions {
  /** Path of the file to read; nothing is written to it. */
  readonly input: string;
  /** Path of the copy, in a folder that holds nothing else. */
  readonly output: string;
  readonly mediaType: string;
  /** Seconds after which the process is killed; {@link TIME_LIMIT_SECONDS} unless told. */
  readonly timeLimitSeconds?: number;
}

export type Cleaned =
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly error: CopyError };

/** Fifty dense pages take a quarter of this on one slow core. */
export const TIME_LIMIT_SECONDS = 120;

/** Room for JavaScript objects, in megabytes; pixels live outside of it and are limited by their number. */
const HEAP_MEGABYTES = 512;

/** The program, not the data folder that may lie beside it; installed packages may be a link to elsewhere. */
function programFolders(root: string): string[] {
  const packages = join(root, 'node_modules');
  return [join(root, 'app'), join(root, 'package.json'), packages, realpathSync(packages)];
}

/**
 * The decoders meet hostile files, so they run where there is little to win: a process of its own without the
 * environment's secrets, which may read the program and the one file, write into the one folder, and start
 * nothing. (Node's permissions bind JavaScript and WebAssembly; sharp's native code is bound by the time limit.)
 */
function flagsFor(root: string, { input, output }: CleanFileOptions): string[] {
  return [
    `--max-old-space-size=${HEAP_MEGABYTES}`,
    '--permission',
    '--allow-addons',
    ...[...programFolders(root), input, dirname(output)].map(path => `--allow-fs-read=${path}`),
    `--allow-fs-write=${dirname(output)}`,
    '--no-warnings',
  ];
}

function verdictIn(printed: string): Cleaned {
  const verdict: unknown = JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
  if (typeof verdict === 'object' && verdict !== null) {
    if ('mediaType' in verdict && typeof verdict.mediaType === 'string') {
      return { ok: true, mediaType: verdict.mediaType };
    }
    if ('error' in verdict && isCopyError(verdict.error)) return { ok: false, error: verdict.error };
  }
  throw new Error(`The cleaning process printed ${printed}`);
}

function stoppedForTime(error: unknown): boolean {
  return error instanceof Error && 'killed' in error && error.killed === true;
}

/**
 * Writes a cleaned copy of a file in a separate process. Says why when there is none; rejects only when the
 * process could not be started at all.
 */
export async function cleanFile(options: CleanFileOptions): Promise<Cleaned> {
  const root = projectRoot();
  const program = join(root, 'app', 'platform', 'media', 'clean-worker.ts');
  const parameters = [...flagsFor(root, options), program, options.input, options.output, options.mediaType];
  try {
    const { stdout } = await run(process.execPath, parameters, {
      cwd: root,
      env: {},
      timeout: (options.timeLimitSeconds ?? TIME_LIMIT_SECONDS) * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 1024 * 1024,
    });
    return verdictIn(stdout);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw error;
    return { ok: false, error: stoppedForTime(error) ? 'time-limit' : 'crashed' };
  }
}
