import { z } from 'zod';
import { AppError } from '#app/domain/shared/errors.ts';
import { keyedDigest, openSealedText, sealText } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { StoredUpload } from '../evidence/receive-evidence.server.ts';

const ANSWER = z.object({ reference: z.string(), code: z.string(), filedAt: z.string() });

/** What who files under a key gets, and gets again when the request is repeated. */
export type KeyedAnswer = Readonly<z.infer<typeof ANSWER>>;

/** A key as the database knows it, with a digest of everything that was sent under it. */
export interface KeyedRequest {
  readonly key: string;
  readonly requestHash: string;
}

interface Sent {
  readonly key: string;
  /** The complaint's JSON as it came. */
  readonly json: string;
  readonly files: readonly StoredUpload[];
}

export function keyedRequest({ key, json, files }: Sent): KeyedRequest {
  const content = JSON.stringify([json, ...files.map(({ sha256 }) => sha256)]);
  return {
    key: keyedDigest('idempotency key', key),
    requestHash: keyedDigest('idempotent request', content),
  };
}

/** The row that must stand or fall with the case: a second one under its key is refused by the database. */
export function keyRow({ key, requestHash }: KeyedRequest, answer: KeyedAnswer) {
  const body = sealText(JSON.stringify(answer));
  return { key, request_hash: requestHash, status: 201, body, created_at: answer.filedAt };
}

/** The answer that a key was given before, null if none. @throws AppError `idempotency-conflict` */
export async function earlierAnswer({ key, requestHash }: KeyedRequest): Promise<KeyedAnswer | null> {
  const actor = { role: 'public', id: null, name: null, organisation: null } as const;
  const row = await withActor(actor, tx => tx.idempotencyKey.findUnique({ where: { key } }));
  if (row?.body == null) return null;
  if (row.requestHash !== requestHash) throw new AppError('idempotency-conflict');
  return ANSWER.parse(JSON.parse(openSealedText(row.body)));
}
