import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { env } from './env.server.ts';

/** Hex SHA-256 of a UTF-8 text. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** Keyed digest (HMAC-SHA-256, hex); `purpose` keeps digests of different kinds apart. */
export function keyedDigest(purpose: string, text: string): string {
  return createHmac('sha256', env().APP_SECRET).update(`${purpose}\n${text}`).digest('hex');
}

/** Compares two digests of equal length without telling by time where they differ. */
export function sameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** An unguessable token for cookies and links: 256 bits, URL-safe. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Random bytes for references (5) and receipt codes (10). */
export function randomOctets(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length));
}

/** A UUID that is the same for the same text: identifies projections that are rebuilt from events. */
export function derivedUuid(text: string): string {
  const hex = sha256(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

let sealing: { readonly secret: string; readonly key: KeyObject } | undefined;

function sealingKey(): KeyObject {
  const secret = env().APP_SECRET;
  if (sealing?.secret !== secret) {
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'sealed texts', 32)));
    sealing = { secret, key };
  }
  return sealing.key;
}

/** Encrypts a text that must rest in the database for a while (AES-256-GCM, nonce and tag in front). */
export function sealText(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Opens what `sealText` sealed. @throws when it was changed or sealed under another secret */
export function openSealedText(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
