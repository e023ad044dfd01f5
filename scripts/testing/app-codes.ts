import { createHmac } from 'node:crypto';

const STEP_MILLISECONDS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, as apps read the key of an otpauth address; spaces don't matter. */
export function base32(text: string): Buffer {
  const bits = [...text.replaceAll(/[^A-Z2-7]/g, '')]
    .map(letter => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const octets = bits.match(/.{8}/g) ?? [];
  return Buffer.from(octets.map(octet => Number.parseInt(octet, 2)));
}

/**
 * The six digits that an authenticator app shows `steps` half minutes from now (RFC 6238: SHA-1, 30 seconds). Each
 * counts once, so a test that needs two takes neighbours. The one before now is accepted too, but only until the half
 * minute is over: no test may lean on it.
 */
export function codeAt(key: Buffer, steps: 0 | 1): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MILLISECONDS) + steps));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
