import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isSandbox } from '#app/domain/access/sandbox.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { newKey } from './key-text.server.ts';
import type { KeyManager, ShownKey } from './make-key.server.ts';

/** Hours for which a replaced key goes on working: time to bring the new one to every machine. */
export const OVERLAP_HOURS = 24;

interface EndOfKey {
  readonly actor: KeyManager;
  readonly keyId: string;
  /** ISO instant. */
  readonly now: string;
}

/** Row-level security shows a key to its owner's staff alone. */
async function usableKey(tx: Tx, { keyId, now }: EndOfKey) {
  if (!z.uuid().safeParse(keyId).success) throw new AppError('not-found');
  const key = await tx.apiKey.findUnique({ where: { id: keyId } });
  if (key === null || key.revokedAt !== null || key.expiresAt.toISOString() <= now) {
    throw new AppError('not-found');
  }
  return key;
}

/** Ends a key at once. @throws AppError `not-found` for what is no usable key of this operator */
export function revokeKey(end: EndOfKey): Promise<void> {
  return withActor(end.actor, async tx => {
    const { id } = await usableKey(tx, end);
    const data = { revokedAt: end.now, revokedByName: end.actor.name };
    await tx.apiKey.update({ where: { id }, data });
  });
}

/**
 * Makes another key with the same rights and lifetime; the old one ends a day later, or sooner where it would have.
 * @throws AppError `not-found` for what is no usable key of this operator, or one that was replaced before
 */
export function rotateKey(end: EndOfKey): Promise<ShownKey> {
  const { actor, now } = end;
  return withActor(actor, async tx => {
    const old = await usableKey(tx, end);
    if (old.replacedBy !== null) throw new AppError('not-found');
    const { text, prefix, hash } = newKey(isSandbox(old.operatorId) ? 'test' : 'live');
    const { ownerId, operatorId, name, scopes } = old;
    const id = randomUUID();
    const lifetime = old.expiresAt.getTime() - old.createdAt.getTime();
    const key = { id, ownerId, operatorId, name, scopes, prefix, hash };
    await tx.apiKey.create({
      data: {
        ...{ ...key, createdAt: now, createdBy: actor.id, createdByName: actor.name },
        expiresAt: new Date(Temporal.Instant.from(now).add({ milliseconds: lifetime }).epochMilliseconds),
      },
    });
    const overlap = Temporal.Instant.from(now).add({ hours: OVERLAP_HOURS }).epochMilliseconds;
    const expiresAt = new Date(Math.min(overlap, old.expiresAt.getTime()));
    await tx.apiKey.update({ where: { id: old.id }, data: { expiresAt, replacedBy: id } });
    return { id, name, text };
  });
}
