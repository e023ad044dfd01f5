import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { partialFiles } from '#app/platform/storage/partial-files.server.ts';

/** Files looked up at once. */
const BATCH = 1000;

async function removeUnknown(ids: readonly string[]): Promise<number> {
  const rows = await withActor(SYSTEM, tx =>
    tx.upload.findMany({ where: { id: { in: [...ids] }, evidenceId: null }, select: { id: true } }),
  );
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.filter(id => !known.has(id));
  for (const id of unknown) await partialFiles().remove(id);
  return unknown.length;
}

/**
 * Forgets uploads whose time is over and removes the files of all that are forgotten: expired, abandoned, attached,
 * or of a deleted draft. An upload's row is there before its file, so that none under way is taken for one.
 * @param now ISO instant
 * @returns how many files it removed
 */
export async function sweepUploads(now: string): Promise<number> {
  const ids = await partialFiles().list();
  await withActor(SYSTEM, tx => tx.upload.deleteMany({ where: { expiresAt: { lte: new Date(now) } } }));
  let removed = 0;
  for (let start = 0; start < ids.length; start += BATCH) {
    removed += await removeUnknown(ids.slice(start, start + BATCH));
  }
  return removed;
}
