import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { sha256 } from '#app/platform/crypto.server.ts';
import type { KeyKind } from './api-key.schema.ts';

/** What of a key is kept: its beginning, for people and scanners, and its digest. */
export interface KeptKey {
  readonly prefix: string;
  readonly hash: string;
}

const KEY = /^(recours_(?:live|test)_[0-9a-f]{8})[0-9a-f]{56}([0-9a-f]{8})$/;

function checkOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** What is kept of a key that a request brings; null for what is no key, which needs no look into the database. */
export function readKey(text: string): KeptKey | null {
  const [, prefix, check] = KEY.exec(text) ?? [];
  if (prefix === undefined || check !== checkOf(text.slice(0, -8))) return null;
  return { prefix, hash: sha256(text) };
}

/** A new key: 256 random bits behind a prefix that says what it is, and a checksum that tells it from a typing error. */
export function newKey(kind: KeyKind): KeptKey & { readonly text: string } {
  const body = `recours_${kind}_${randomBytes(32).toString('hex')}`;
  const text = `${body}${checkOf(body)}`;
  return { text, prefix: body.slice(0, 'recours_live_'.length + 8), hash: sha256(text) };
}
