import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { ApiCaller } from './find-key.server.ts';

interface Use {
  readonly caller: ApiCaller;
  readonly operation: string;
  readonly reference: string | null;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly address: string;
  /** ISO instant. */
  readonly at: string;
}

/** Logs what a key was used for; the key's own last use moves at most once a minute, so that it is no hot row. */
export async function noteUse({ caller, operation, reference, status, address, at }: Use): Promise<void> {
  const { keyId, ownerId } = caller;
  await withActor(
    SYSTEM,
    tx =>
      tx.$executeRaw`
      WITH used AS (
        UPDATE api_key SET last_used_at = ${at}::timestamptz, last_used_address = ${address}
        WHERE id = ${keyId}::uuid
          AND (last_used_at IS NULL OR last_used_at <= ${at}::timestamptz - interval '1 minute'))
      INSERT INTO api_request (key_id, owner_id, at, operation, reference, status, address)
      VALUES (${keyId}::uuid, ${ownerId}, ${at}::timestamptz, ${operation}, ${reference}, ${status}, ${address})`,
  );
}
