import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, servesFolder } from './process-identity.server.ts';

const POLL_MILLISECONDS = 20;

/** What a running server writes into its `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** The server that the cluster's `postmaster.pid` names, running or not. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
    if (Number.isNaN(pid)) return undefined;
    return { pid, port: Number.parseInt(lines[3] ?? '', 10), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/**
 * The server that works on `cluster` right now. A `postmaster.pid` left by a crash, even if another program has
 * its number by now, is removed so that the next server starts.
 */
export function livePostmaster(cluster: string): Postmaster | undefined {
  const named = readPostmaster(cluster);
  if (!named) return undefined;
  if (servesFolder(named.pid, cluster)) return named;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Resolves once `check` holds; false if it still does not after `milliseconds`. */
export async function until(check: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!check()) {
    if (performance.now() > end) return false;
    await pause(POLL_MILLISECONDS);
  }
  return true;
}

/**
 * Stops the server `pid`: fast shutdown (open transactions are rolled back, everything committed is kept), and
 * after eight seconds immediate shutdown, which the next start recovers from.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 8000],
    ['SIGQUIT', 1500],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await until(() => !isAlive(pid), patience)) return;
  }
}

/** `preferred` if nothing listens there, otherwise a port that the system says is free. */
export async function freePort(preferred: number | undefined): Promise<number> {
  if (preferred !== undefined && (await canListen(preferred))) return preferred;
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('No free port on 127.0.0.1');
  return port;
}

async function canListen(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
