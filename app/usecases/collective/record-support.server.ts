import { type Support, type SupportState, tallyBetween } from '#app/domain/collective/support.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../profile.server.ts';
import type { StoredSupport } from './support.schema.ts';

/** Rows a day over which the sums are spread, so that many who join at once rarely wait for the same one. */
const SHARDS = 8;

interface Change {
  readonly after: Support;
  readonly type: 'verified' | 'changed' | 'merged' | 'withdrawn';
  /** Further columns of the row. */
  readonly columns: Prisma.SupporterUncheckedUpdateInput;
  /** ISO instant. */
  readonly now: string;
  /** Whose sums' row takes it: one transaction that changes several entries holds one row, and waits for nobody's. */
  readonly countedWith?: string;
  /** Keyed digest of the network, where it matters. */
  readonly network?: string;
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly state: string;
  readonly loss_minor: bigint | null;
}

function storedSupport(row: Row): StoredSupport {
  const lossMinor = row.loss_minor === null ? null : Number(row.loss_minor);
  return { id: row.id, caseId: row.case_id, state: row.state as SupportState, lossMinor };
}

/** A person's row under a lock that lasts until the transaction ends; null when there is none. */
export async function lockSupporter(
  tx: Tx,
  { caseId, identityKey }: { readonly caseId: string; readonly identityKey: string },
): Promise<StoredSupport | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, case_id, state, loss_minor FROM supporter
    WHERE case_id = ${caseId}::uuid AND identity_key = ${identityKey} FOR UPDATE`;
  return rows[0] === undefined ? null : storedSupport(rows[0]);
}

/** As `lockSupporter`, by the row's id. */
export async function lockSupporterById(tx: Tx, id: string): Promise<StoredSupport | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, case_id, state, loss_minor FROM supporter WHERE id = ${id}::uuid FOR UPDATE`;
  return rows[0] === undefined ? null : storedSupport(rows[0]);
}

function shardOf(supporterId: string): number {
  return Number.parseInt(supporterId.slice(0, 2), 16) % SHARDS;
}

async function addToTally(tx: Tx, before: StoredSupport, { after, now, countedWith }: Change): Promise<void> {
  const { joined, withdrawn, stated, lossMinor } = tallyBetween(before, after);
  if (joined === 0 && withdrawn === 0 && stated === 0 && lossMinor === 0) return;
  const day = localDateOf(now, activeProfile().timeZone);
  await tx.$executeRaw`
    INSERT INTO collective_tally AS t (case_id, day, shard, joined, withdrawn, stated, loss_minor)
    VALUES (${before.caseId}::uuid, ${day}::date, ${shardOf(countedWith ?? before.id)}, ${joined}, ${withdrawn}, ${stated}, ${lossMinor})
    ON CONFLICT (case_id, day, shard) DO UPDATE SET joined = t.joined + EXCLUDED.joined,
      withdrawn = t.withdrawn + EXCLUDED.withdrawn, stated = t.stated + EXCLUDED.stated,
      loss_minor = t.loss_minor + EXCLUDED.loss_minor`;
}

/**
 * Changes a locked supporter, the sums and the record of supporters together. The sums come last: their row is
 * held for the shortest time.
 */
export async function changeSupporter(tx: Tx, before: StoredSupport, change: Change): Promise<void> {
  const { after, type, columns, now, network } = change;
  await tx.supporter.update({
    where: { id: before.id },
    data: { ...columns, state: after.state, lossMinor: after.lossMinor },
  });
  await tx.supporterEvent.create({
    data: { caseId: before.caseId, supporterId: before.id, type, at: now, network: network ?? null },
  });
  await addToTally(tx, before, change);
}
