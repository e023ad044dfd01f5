import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { Tree } from '#app/platform/storage/contract.ts';
import { storage } from '#app/platform/storage/storage.server.ts';

/** Keys that are looked up at once: each look-up reads the evidence table through. */
const BATCH = 5000;

async function referred(tree: Tree, keys: readonly string[]): Promise<Set<string | null>> {
  const among = { in: [...keys] };
  const copies = { OR: [{ copyKey: among }, { previewKeys: { hasSome: [...keys] } }] };
  const where = tree === 'originals' ? { storageKey: among } : copies;
  const select = { storageKey: true, copyKey: true, previewKeys: true };
  const rows = await withActor(SYSTEM, tx => tx.evidence.findMany({ where, select }));
  return new Set(
    rows.flatMap(row => (tree === 'originals' ? [row.storageKey] : [row.copyKey, ...row.previewKeys])),
  );
}

async function isOld(key: string, before: Date): Promise<boolean> {
  const state = await storage().stat(key);
  return state !== undefined && state.storedAt < before;
}

async function sweepBatch(tree: Tree, keys: readonly string[], before: Date): Promise<number> {
  if (keys.length === 0) return 0;
  const kept = await referred(tree, keys);
  let removed = 0;
  for (const key of keys) {
    // Asked again: the same content may have come in since, and is then not old any more.
    if (kept.has(key) || !(await isOld(key, before))) continue;
    await storage().delete(key);
    removed += 1;
  }
  return removed;
}

async function sweepTree(tree: Tree, before: Date): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  for await (const key of storage().list(tree)) {
    if (await isOld(key, before)) batch.push(key);
    if (batch.length < BATCH) continue;
    removed += await sweepBatch(tree, batch, before);
    batch = [];
  }
  return removed + (await sweepBatch(tree, batch, before));
}

/**
 * Removes files to which no evidence refers (drafts given up, uploads refused beside others) and what broken
 * uploads left, if they came in before `before`: some days ago, as an upload is stored before its row is written.
 * Returns how many were removed.
 */
export async function sweepFiles(before: Date): Promise<number> {
  const unfinished = await storage().sweep(before);
  return unfinished + (await sweepTree('originals', before)) + (await sweepTree('copies', before));
}
