import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { sandboxOf } from '#app/domain/access/sandbox.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { checked } from '../complaints/officer-commands.schema.ts';
import { openSandbox } from '../sandbox/open-sandbox.server.ts';
import { MakeKey } from './api-key.schema.ts';
import { newKey } from './key-text.server.ts';

/** The administrator of an operator's desk, who manages its keys. */
export interface KeyManager extends Actor {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
}

interface KeyRequest {
  readonly actor: KeyManager;
  /** As the form sends it. */
  readonly values: unknown;
  /** ISO instant. */
  readonly now: string;
}

/** A key as it is shown once. */
export interface ShownKey {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

function daysAfter(now: string, days: number): Date {
  return new Date(Temporal.Instant.from(now).add({ hours: 24 * days }).epochMilliseconds);
}

/**
 * Makes a key for the operator's own system; the first one for trying out opens the sandbox.
 * @throws AppError `invalid-input` with the refused fields
 */
export async function makeKey({ actor, values, now }: KeyRequest): Promise<ShownKey> {
  const { name, kind, scopes, days } = checked(MakeKey, values);
  const { organisation } = actor;
  if (kind === 'test') await openSandbox(organisation, now);
  const { text, prefix, hash } = newKey(kind);
  const id = randomUUID();
  const key = {
    ...{ id, name, prefix, hash, scopes: [...new Set(scopes)] },
    ownerId: organisation,
    operatorId: kind === 'test' ? sandboxOf(organisation) : organisation,
    createdAt: now,
    createdBy: actor.id,
    createdByName: actor.name,
    expiresAt: daysAfter(now, days),
  };
  await withActor(actor, tx => tx.apiKey.create({ data: key }));
  return { id, name, text };
}
