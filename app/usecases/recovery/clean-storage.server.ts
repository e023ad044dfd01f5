import { Temporal } from 'temporal-polyfill';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';

/** Files asked about by one query. */
const BATCH = 500;

/** A file that came in later may belong to an upload whose row is still being written. */
const SPARED = { hours: 24 };

async function deleteUnused(keys: readonly string[], before: Date): Promise<number> {
  const used = await withActor(SYSTEM, tx =>
    tx.evidence.findMany({
      where: { OR: [{ storageKey: { in: [...keys] } }, { copyKey: { in: [...keys] } }] },
      select: { storageKey: true, copyKey: true },
    }),
  );
  const wanted = new Set(used.flatMap(({ storageKey, copyKey }) => [storageKey, copyKey]));
  let deleted = 0;
  for (const key of keys) {
    if (wanted.has(key)) continue;
    const file = await storage().stat(key);
    if (file === undefined || file.storedAt >= before) continue;
    await storage().delete(key);
    deleted += 1;
  }
  return deleted;
}

/**
 * Deletes stored files that no evidence refers to (removed from a draft, or of an expired one) and what uploads
 * broken off by a crash left behind. Files of the last day are spared.
 * @param now ISO instant
 * @returns how many files it deleted
 */
export async function cleanStorage(now: string): Promise<number> {
  const before = new Date(Temporal.Instant.from(now).subtract(SPARED).epochMilliseconds);
  let deleted = await storage().sweep(before);
  for (const tree of ['originals', 'copies'] as const) {
    let keys: string[] = [];
    for await (const key of storage().list(tree)) {
      keys.push(key);
      if (keys.length < BATCH) continue;
      deleted += await deleteUnused(keys, before);
      keys = [];
    }
    if (keys.length > 0) deleted += await deleteUnused(keys, before);
  }
  return deleted;
}
