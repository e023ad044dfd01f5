import { type ChildProcess, execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { COPY_ERRORS, type CopyError } from '#app/domain/evidence/copy.ts';
import { projectRoot } from '../project-root.server.ts';

export interface CleanFileOptions {
  /** Path of the file to read; nothing is written to it. */
  readonly input: string;
  /** Path of the copy, in a folder that holds nothing else. */
  readonly output: string;
  readonly mediaType: string;
  /** Seconds after which the process is killed; {@link TIME_LIMIT_SECONDS} unless told. */
  readonly timeLimitSeconds?: number;
  /** Megabytes of memory, of whatever kind, above which the process is killed; {@link MEMORY_MEGABYTES} unless told. */
  readonly memoryMegabytes?: number;
}

/** What was made of a file: `previews` small pictures lie beside the copy, as `previewPath` names them. */
const MADE = z.object({
  mediaType: z.string(),
  pages: z.number().int().nullable(),
  previews: z.number().int(),
});

const REFUSED = z.object({ error: z.enum(COPY_ERRORS) });

export type Cleaned =
  | (Readonly<z.infer<typeof MADE>> & { readonly ok: true })
  | { readonly ok: false; readonly error: CopyError };

/** Fifty dense pages take half of this on one slow core. */
const TIME_LIMIT_SECONDS = 60;

/**
 * Seconds of processor time for each second of the limit, after which the system itself ends the process: nobody else
 * would, had the worker been killed meanwhile. A decoder and its helpers use less while the worker's limit holds.
 */
const PROCESSOR_SECONDS = 2;

/** Room for JavaScript objects, in megabytes; pixels live outside of it. */
const HEAP_MEGABYTES = 384;

/** All memory that the process may fill, in megabytes: the largest picture that is read takes two thirds. */
const MEMORY_MEGABYTES = 768;

/** A process that fills memory as fast as it can gets some hundred megabytes further before it is seen. */
const WATCH_MILLISECONDS = 50;

/** The program, not the data folder that may lie beside it; installed packages may be a link to elsewhere. */
function programFolders(root: string): string[] {
  const packages = join(root, 'node_modules');
  return [join(root, 'app'), join(root, 'package.json'), packages, realpathSync(packages)];
}

/**
 * The decoders meet hostile files, so they run where there is little to win: a process of its own without the
 * environment's secrets, which may read the program and the one file, write into the one folder, and start
 * nothing. (Node's permissions bind JavaScript and WebAssembly; sharp's native code is bound by the time and memory limits.)
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
  const made = MADE.safeParse(verdict);
  if (made.success) return { ok: true, ...made.data };
  const refused = REFUSED.safeParse(verdict);
  if (refused.success) return { ok: false, error: refused.data.error };
  throw new Error(`The cleaning process printed ${printed}`);
}

/** Megabytes that a process has in memory; undefined where the system doesn't say so in /proc, or it has ended. */
async function residentMegabytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** Kills a process that grows over the limit: neither libheif's nor pdfium's memory counts as JavaScript's heap. */
function watchMemory(child: ChildProcess, limitMegabytes: number): { readonly exceeded: () => boolean } {
  let exceeded = false;
  const timer = setInterval(async () => {
    const megabytes = child.pid === undefined ? 0 : await residentMegabytes(child.pid);
    if (megabytes === undefined || megabytes <= limitMegabytes || child.exitCode !== null) return;
    exceeded = true;
    child.kill('SIGKILL');
  }, WATCH_MILLISECONDS);
  child.once('exit', () => clearInterval(timer));
  child.once('error', () => clearInterval(timer));
  return { exceeded: () => exceeded };
}

interface Ended {
  readonly printed: string;
  /** Undefined when the process ended well. */
  readonly failed: 'memory-limit' | 'time-limit' | 'crashed' | undefined;
}

/** Runs the program that follows under a limit on its processor time, in seconds, as the same process. */
const UNDER_LIMIT = ['-c', 'ulimit -t "$0" && exec "$@"'];

/** Rejects only when the process could not be started. */
function runProcess(
  parameters: readonly string[],
  options: { readonly root: string; readonly seconds: number; readonly megabytes: number },
): Promise<Ended> {
  const settings = {
    cwd: options.root,
    env: {},
    timeout: options.seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 1024 * 1024,
  } as const;
  const limited = [...UNDER_LIMIT, String(Math.ceil(options.seconds) * PROCESSOR_SECONDS)];
  return new Promise((resolve, reject) => {
    const command = [...limited, process.execPath, ...parameters];
    const child = execFile('/bin/sh', command, settings, (error, printed) => {
      if (error?.code === 'ENOENT') return reject(error);
      if (error === null) return resolve({ printed, failed: undefined });
      const limit = error.killed === true ? 'time-limit' : 'crashed';
      resolve({ printed, failed: memory.exceeded() ? 'memory-limit' : limit });
    });
    const memory = watchMemory(child, options.megabytes);
  });
}

/**
 * Writes a cleaned copy of a file in a separate process. Says why when there is none; rejects only when the
 * process could not be started at all.
 */
export async function cleanFile(options: CleanFileOptions): Promise<Cleaned> {
  const root = projectRoot();
  const program = join(root, 'app', 'platform', 'media', 'clean-worker.ts');
  const parameters = [...flagsFor(root, options), program, options.input, options.output, options.mediaType];
  const { printed, failed } = await runProcess(parameters, {
    root,
    seconds: options.timeLimitSeconds ?? TIME_LIMIT_SECONDS,
    megabytes: options.memoryMegabytes ?? MEMORY_MEGABYTES,
  });
  return failed === undefined ? verdictIn(printed) : { ok: false, error: failed };
}
