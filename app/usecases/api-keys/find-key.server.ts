import { type ApiScope, isApiScope } from '#app/domain/access/api-scopes.ts';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { keyedDigest, sameDigest } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { readKey } from './key-text.server.ts';

/** Refused keys in a quarter of an hour from one network address. */
export const REFUSAL_LIMIT = { name: 'api-refused', points: 20, seconds: 900 } as const satisfies RateLimit;

/** An operator's system that asks. */
export interface ApiCaller {
  readonly keyId: string;
  readonly ownerId: string;
  readonly scopes: readonly ApiScope[];
  /** For `withActor`: a liaison whose organisation is the operator, or its sandbox. */
  readonly actor: Actor & { readonly organisation: string };
}

interface KeyAttempt {
  readonly text: string;
  /** Network address of who asks. */
  readonly address: string;
  /** ISO instant. */
  readonly now: string;
}

async function callerOf({ text, now }: KeyAttempt): Promise<ApiCaller | null> {
  const given = readKey(text);
  if (given === null) return null;
  const { prefix } = given;
  const candidates = await withActor(SYSTEM, tx => tx.apiKey.findMany({ where: { prefix } }));
  const key = candidates.find(({ hash }) => sameDigest(hash, given.hash));
  if (key === undefined || key.revokedAt !== null || key.expiresAt.toISOString() <= now) return null;
  const { id: keyId, ownerId, operatorId, name } = key;
  return {
    keyId,
    ownerId,
    scopes: key.scopes.filter(isApiScope),
    actor: { role: 'liaison', id: `key:${keyId}`, name, organisation: operatorId },
  };
}

/**
 * Whose key a request brings. Unknown, revoked and expired keys are refused alike, and an address that brings many of
 * them is made to wait; keys that are right are not, whoever else asks from there.
 * @throws AppError `api-key-refused`, `too-many-requests`
 */
export async function findCaller(attempt: KeyAttempt): Promise<ApiCaller> {
  const caller = await callerOf(attempt);
  if (caller !== null) return caller;
  await spendAttempt(REFUSAL_LIMIT, keyedDigest('address of a visitor', attempt.address));
  throw new AppError('api-key-refused');
}
