import { once } from 'node:events';
import { createConnection, type NetConnectOpts, type Socket } from 'node:net';
import { env } from '../env.server.ts';

/** What the scanner said of a file. */
export type ScanVerdict =
  | { readonly infected: false }
  | { readonly infected: true; readonly finding: string };

/** There is no verdict: the scanner can't be reached, broke off, took too long or refused the file. */
export class ScannerUnavailable extends Error {
  override readonly name = 'ScannerUnavailable';
}

/** Longest time for a whole file. */
const SCAN_MILLISECONDS = 60_000;
const PING_MILLISECONDS = 3000;
/** An answer is one line. */
const LONGEST_ANSWER = 4096;
/** Bytes of the name of a finding that are kept. */
const LONGEST_FINDING = 200;

function addressOf(url: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname) };
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) };
}

/** Whether this instance scans at all. */
export function hasScanner(): boolean {
  return env().CLAMD_URL !== undefined;
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    if (answer.length > LONGEST_ANSWER) throw new ScannerUnavailable('The scanner talks too much');
  }
  return answer.replace(/\0$/, '').trim();
}

async function send(socket: Socket, bytes: Uint8Array | string): Promise<void> {
  if (!socket.writable) throw new ScannerUnavailable('The scanner hung up');
  if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
}

/** One conversation: a command ends with a zero byte, and so does its answer. */
async function converse(
  command: string,
  milliseconds: number,
  say: (socket: Socket) => Promise<void> = async () => undefined,
): Promise<string> {
  const url = env().CLAMD_URL;
  if (url === undefined) throw new ScannerUnavailable('No scanner is configured');
  const socket = createConnection({ ...addressOf(url), signal: AbortSignal.timeout(milliseconds) });
  let said: Promise<unknown> | undefined;
  try {
    await once(socket, 'connect');
    // The scanner answers before the end when it refuses a file: then the answer counts, not the broken pipe.
    said = send(socket, `z${command}\0`)
      .then(() => say(socket))
      .catch(() => undefined);
    return await answerOf(socket);
  } catch (cause) {
    if (cause instanceof ScannerUnavailable) throw cause;
    throw new ScannerUnavailable('The scanner does not answer', { cause });
  } finally {
    socket.destroy();
    await said;
  }
}

function lengthOf(chunk: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

/** Sends a stream in pieces with their length in front, ended by an empty one (clamd's INSTREAM). */
async function sendPieces(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of content) {
    if (chunk.length === 0) continue;
    await send(socket, lengthOf(chunk));
    await send(socket, chunk);
  }
  await send(socket, new Uint8Array(4));
}

/**
 * Has clamd look at a file while it is read; one piece of it is in memory at a time. Only the words by which clamd
 * says that it found nothing count as clean. @throws ScannerUnavailable on everything else
 */
export async function scan(content: AsyncIterable<Uint8Array>): Promise<ScanVerdict> {
  let broken: unknown;
  const answer = await converse('INSTREAM', SCAN_MILLISECONDS, async socket => {
    try {
      await sendPieces(socket, content);
    } catch (error) {
      broken = error;
      socket.destroy();
    }
  });
  if (answer === 'stream: OK' && broken === undefined) return { infected: false };
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (finding !== undefined) return { infected: true, finding: finding.slice(0, LONGEST_FINDING) };
  throw new ScannerUnavailable(`The scanner said: ${answer || 'nothing'}`, { cause: broken });
}

/** Whether the scanner answers now. */
export async function scannerAnswers(): Promise<boolean> {
  const answer = await converse('PING', PING_MILLISECONDS).catch(() => '');
  return answer === 'PONG';
}
