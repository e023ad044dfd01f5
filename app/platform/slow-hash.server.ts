import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { keyedDigest } from './crypto.server.ts';

const derive = promisify(argon2);

/** Octets of salt and of hash. */
const SALT_LENGTH = 16;
const HASH_LENGTH = 32;

/** Kibibytes and passes: little, because what is hashed has 80 random bits (decision 010). */
const COST = { memory: 8 * 1024, passes: 1, parallelism: 1 } as const;

/** Everything of a stored hash but the hash itself: "$argon2id$v=19$m=8192,t=1,p=1$<salt>". */
const SETTING = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,43})$/;

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

function setting(salt: Buffer): string {
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}`;
}

/** The cost and a new random salt, as `slowHash` takes them. */
export function newHashSetting(): string {
  return setting(randomBytes(SALT_LENGTH));
}

/**
 * A setting for something that isn't stored, the same at each try: hashing under it takes as long as under a real
 * one, and nobody without the application's secret can tell them apart.
 */
export function pretendedHashSetting(name: string): string {
  return setting(Buffer.from(keyedDigest('pretended salt', name), 'hex').subarray(0, SALT_LENGTH));
}

export function isHashSetting(text: string): boolean {
  return SETTING.test(text);
}

/** A stored hash that no text has: `*` is no character of a hash. */
export function lockedHash(): string {
  return `${newHashSetting()}$*`;
}

/**
 * Argon2id of a text under a setting, with the setting in front (PHC string format). Works in libuv's pool, so that
 * other requests go on meanwhile.
 * @throws RangeError for what is no setting
 */
export async function slowHash(text: string, hashSetting: string): Promise<string> {
  const [, memory, passes, parallelism, salt = ''] = SETTING.exec(hashSetting) ?? [];
  if (memory === undefined) throw new RangeError('Not a setting of Argon2id');
  const hash = await derive('argon2id', {
    message: text,
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: HASH_LENGTH,
  });
  return `${hashSetting}$${base64(hash)}`;
}
