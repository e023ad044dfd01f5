import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { onShutdown, shutDown } from '#app/platform/shutdown.server.ts';

const PATIENCE_MILLISECONDS = 7000;

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
  onShutdown(`the ${name} process`, () => stopProcess(child));
  await once(child, 'message');
}

function stopProcess(child: ChildProcess): Promise<void> {
  stopping = true;
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
