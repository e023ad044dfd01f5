import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const INSTALLED = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'];

/** The test file of the European Institute for Computer Antivirus Research, which every scanner knows. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** How our hand-made signature names it. */
export const EICAR_FINDING = 'Recours.Test.Eicar.UNOFFICIAL';

function findScanner(): string | undefined {
  return [process.env.CLAMD_PATH, ...INSTALLED].find(path => path !== undefined && existsSync(path));
}

/** Finds clamd or installs it. @throws saying what to do when neither works */
export function ensureScanner(): string {
  const attempts: [string, string[]][] = [
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', 'clamav-daemon']],
  ];
  for (const [command, args] of attempts) {
    const found = findScanner();
    if (found) return found;
    if (process.getuid?.() !== 0) break;
    console.log(`No clamd yet: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  const found = findScanner();
  if (found) return found;
  throw new Error(
    'The tests of evidence need clamd, and it could not be installed. Install it (Debian: apt-get install\n' +
      'clamav-daemon) or name one in CLAMD_PATH. Example: CLAMD_PATH=/opt/clamav/sbin/clamd npm test',
  );
}

/** A clamd of one test file's own, with a database of one signature. */
export interface Scanner {
  /** For CLAMD_URL. */
  readonly url: string;
  start(): Promise<void>;
  /** As if its machine went down: its socket is gone. */
  stop(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

function settingsIn(folder: string): string {
  return [
    'Foreground yes',
    `LocalSocket ${join(folder, 'clamd.ctl')}`,
    'FixStaleSocket yes',
    `DatabaseDirectory ${join(folder, 'signatures')}`,
    `TemporaryDirectory ${folder}`,
    'StreamMaxLength 64M',
    'MaxThreads 2',
    '',
  ].join('\n');
}

async function answers(path: string): Promise<boolean> {
  const socket = connect({ path });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const START_MILLISECONDS = 20_000;

async function listening(child: ChildProcess, path: string): Promise<void> {
  const until = performance.now() + START_MILLISECONDS;
  while (!(await answers(path))) {
    if (child.exitCode !== null || performance.now() > until) throw new Error('clamd did not start');
    await pause(50);
  }
}

/** Prepares a scanner; `start` starts it. Its socket lies in a folder of its own. */
export function testScanner(): Scanner {
  const program = ensureScanner();
  const folder = mkdtempSync(join(tmpdir(), 'recours-clamd-'));
  const configuration = join(folder, 'clamd.conf');
  mkdirSync(join(folder, 'signatures'));
  writeFileSync(configuration, settingsIn(folder));
  // Name, any kind of file, at any offset, the bytes.
  const signature = `Recours.Test.Eicar:0:*:${Buffer.from(EICAR).toString('hex')}\n`;
  writeFileSync(join(folder, 'signatures', 'hand-made.ndb'), signature);
  const socket = join(folder, 'clamd.ctl');
  let child: ChildProcess | undefined;
  const stop = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    rmSync(socket, { force: true });
  };
  return {
    url: `unix://${socket}`,
    start: async () => {
      child = spawn(program, ['--config-file', configuration], { stdio: 'ignore' });
      await listening(child, socket);
    },
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
