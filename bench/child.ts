import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '#app/platform/project-root.server.ts';

/** A server under test, in a process of its own. */
export interface Child {
  readonly port: number;
  /** Megabytes of memory, now and at most so far; undefined where the system doesn't tell. */
  memory(): { readonly now: number; readonly peak: number } | undefined;
  /** Seconds of processor time spent so far; undefined where the system doesn't tell. */
  processorSeconds(): number | undefined;
  stop(): Promise<void>;
}

/** Linux counts processor time in hundredths of a second, whatever its clock's rate. */
const TICKS_PER_SECOND = 100;

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function memoryOf({ pid }: ChildProcess): ReturnType<Child['memory']> {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return undefined;
  }
}

function processorSecondsOf({ pid }: ChildProcess): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
    return ((user ?? Number.NaN) + (system ?? Number.NaN)) / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/**
 * Starts `file` of the checkout on a free port and waits until it says that it is ready. BENCH_NODE_OPTIONS (for a
 * profiler) is handed on.
 */
export async function startChild(file: string, environment: NodeJS.ProcessEnv, port: number): Promise<Child> {
  const child = fork(join(projectRoot(), file), {
    cwd: projectRoot(),
    env: { ...process.env, ...environment, PORT: String(port) },
    execArgv: (environment.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`${file} ended with code ${child.exitCode}: ${ready}`);
  return {
    port,
    memory: () => memoryOf(child),
    processorSeconds: () => processorSecondsOf(child),
    stop: () => stop(child),
  };
}
