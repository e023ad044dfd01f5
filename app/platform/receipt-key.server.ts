import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { env } from './env.server.ts';

/** DER of an Ed25519 private key before its 32 bytes, and of a public key before its own (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX_LENGTH = 12;
/** Base64url characters of a key's name: 96 bits of its SHA-256. */
const KEY_ID_LENGTH = 16;

interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly id: string;
  /** The 32 bytes as base64url. */
  readonly raw: string;
}

function idOf(raw: string): string {
  return createHash('sha256')
    .update(Buffer.from(raw, 'base64url'))
    .digest('base64url')
    .slice(0, KEY_ID_LENGTH);
}

function readKey(): KeyObject {
  const { RECEIPT_SIGNING_KEY, APP_SECRET } = env();
  if (RECEIPT_SIGNING_KEY !== undefined) return createPrivateKey(RECEIPT_SIGNING_KEY);
  const seed = Buffer.from(hkdfSync('sha256', APP_SECRET, '', 'signature of receipts', 32));
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

let cached: { readonly settings: object; readonly key: SigningKey } | undefined;

function signingKey(): SigningKey {
  const settings = env();
  if (cached?.settings !== settings) {
    const privateKey = readKey();
    const publicKey = createPublicKey(privateKey);
    const der = publicKey.export({ format: 'der', type: 'spki' });
    const raw = der.subarray(PUBLIC_PREFIX_LENGTH).toString('base64url');
    cached = { settings, key: { privateKey, publicKey, raw, id: idOf(raw) } };
  }
  return cached.key;
}

/** The name under which the present key is published. */
export function receiptKeyId(): string {
  return signingKey().id;
}

/** Ed25519 signature of a text with the present key, as base64url. */
export function signReceipt(text: string): string {
  return sign(null, Buffer.from(text), signingKey().privateKey).toString('base64url');
}

/** The public keys with which receipts of this instance can be checked: the present one first. */
export function receiptKeys(): readonly { readonly id: string; readonly publicKey: string }[] {
  const all = [signingKey().raw, ...env().RECEIPT_FORMER_KEYS];
  return all.map(publicKey => ({ id: idOf(publicKey), publicKey }));
}

/** The present public key as PEM, for openssl. */
export function receiptKeyPem(): string {
  return signingKey().publicKey.export({ format: 'pem', type: 'spki' }).toString();
}
