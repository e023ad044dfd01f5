import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const WORTH_SWEEPING = 32 * 1024 * 1024;

/** Bytes in buffers of this process. */
export function bufferBytes(): number {
  return process.memoryUsage().arrayBuffers;
}

/** Bytes in buffers that came since `before` and are still held: many that only wait to be swept are swept first. */
export function heldSince(before: number): number {
  if (bufferBytes() - before > WORTH_SWEEPING) collectGarbage();
  return bufferBytes() - before;
}
