import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { onShutdown, shutDown } from '#app/platform/shutdown.server.ts';

const PATIENCE_MILLISECONDS = 6000;

const running: ChildProcess[] = [];
let stopping = false;

/**
 * Starts `file` of the checkout as a process that ends with this one. One that ends by itself brings the whole
 * instance down: half an instance would look like a working one. Resolves when the process says that it is ready.
 */
export async function startProcess(name: string, file: string): Promise<void> {
  const child = fork(join(projectRoot(), file), { cwd: projectRoot(), env: process.env });
  child.once('exit', (code, signal) => {
    if (stopping) return;
    console.error(`The ${name} process ended (${signal ?? `code ${code}`}), so the instance stops.`);
    void shutDown().then(() => process.exit(code || 1));
  });
  if (running.length === 0) onShutdown('web and worker', stopAll);
  running.push(child);
  await once(child, 'message');
}

/** All at the same time: the database must still have time to stop after them. */
async function stopAll(): Promise<void> {
  stopping = true;
  await Promise.all(running.map(stopProcess));
}

function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const cut = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MILLISECONDS);
    child.once('exit', () => {
      clearTimeout(cut);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
