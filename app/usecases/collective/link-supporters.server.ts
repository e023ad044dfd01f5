import type { Tx } from '#app/platform/db/client.server.ts';
import { changeSupporter, lockSupporterById } from './record-support.server.ts';
import type { StoredSupport } from './support.schema.ts';

// Somebody with a mailbox and a telephone is one person when she says so: by naming the other address, or as her line
// the number that proves itself. What is named is not proved, so a claim never costs its object anything: of an entry
// that claims an address and the one that proved it, the claiming one is left out.

/** How far "the same person as" is followed: longer chains are nobody's real addresses. */
const LONGEST_CHAIN = 8;

/** Who proves one of these addresses, or names one, waits: two codes of one person must see each other. */
export async function lockIdentities(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM (SELECT pg_advisory_xact_lock(hash) FROM (
      SELECT DISTINCT hashtextextended(key, 0) AS hash FROM unnest(${[...keys]}::text[]) AS key ORDER BY hash
    ) AS ordered) AS locked`;
}

interface Link {
  readonly id: string;
  readonly state: string;
  readonly same_as: string | null;
}

/** The entry that is counted for a person, from one of hers; null where none is, or it is the asking one. */
async function countedFor(tx: Tx, first: Link, asking: string): Promise<string | null> {
  let link: Link | undefined = first;
  for (let step = 0; step < LONGEST_CHAIN && link !== undefined; step += 1) {
    if (link.id === asking) return null;
    if (link.same_as === null) return link.state === 'verified' ? link.id : null;
    [link] = await tx.$queryRaw<
      Link[]
    >`SELECT id, state, same_as FROM supporter WHERE id = ${link.same_as}::uuid`;
  }
  return null;
}

interface Claim {
  readonly caseId: string;
  readonly supporterId: string;
  /** Digests of the addresses that she calls her own. */
  readonly claimedKeys: readonly string[];
}

/** Whose entry already counts somebody who names these addresses as her own; null for a person not counted yet. */
export async function countedAs(tx: Tx, claim: Claim): Promise<string | null> {
  const { caseId, supporterId, claimedKeys } = claim;
  if (claimedKeys.length === 0) return null;
  const named = await tx.$queryRaw<Link[]>`
    SELECT id, state, same_as FROM supporter
    WHERE case_id = ${caseId}::uuid AND identity_key = ANY(${[...claimedKeys]}) AND state IN ('verified', 'merged')
      AND id <> ${supporterId}::uuid ORDER BY created_at, id`;
  for (const link of named) {
    const counted = await countedFor(tx, link, supporterId);
    if (counted !== null) return counted;
  }
  return null;
}

interface LeftOut {
  readonly sameAs: string;
  /** Who has just joined. */
  readonly by: string;
  readonly now: string;
}

/** Leaves an entry out of the count in favour of another of the same person. */
async function leaveOut(tx: Tx, entry: StoredSupport, { sameAs, by, now }: LeftOut): Promise<void> {
  await changeSupporter(tx, entry, {
    countedWith: by,
    after: { state: 'merged', lossMinor: entry.lossMinor },
    type: 'merged',
    columns: { sameAs },
    now,
  });
}

interface Newcomer {
  readonly caseId: string;
  readonly supporterId: string;
  /** The entry that counts her already. */
  readonly sameAs: string | null;
  /** Digest of the address that has just been proved. */
  readonly identityKey: string;
  /** ISO instant. */
  readonly now: string;
}

/**
 * Leaves out the entries that named as their own an address that somebody else has now proved. The one that counts
 * the prover herself stays: she named both.
 */
export async function leaveOutClaimants(tx: Tx, newcomer: Newcomer): Promise<void> {
  const { caseId, supporterId, identityKey, sameAs, now } = newcomer;
  const claimants = await tx.$queryRaw<Link[]>`
    SELECT id, state, same_as FROM supporter
    WHERE claimed_keys <> '{}' AND claimed_keys @> ARRAY[${identityKey}] AND case_id = ${caseId}::uuid
      AND state = 'verified' AND id <> ${supporterId}::uuid ORDER BY id`;
  const own = { id: supporterId, state: 'verified', same_as: sameAs };
  for (const { id } of claimants) {
    const stays = sameAs !== null && (await countedFor(tx, own, id)) === null;
    const entry = stays ? null : await lockSupporterById(tx, id);
    if (entry?.state === 'verified') await leaveOut(tx, entry, { sameAs: supporterId, by: supporterId, now });
  }
}

/**
 * Leaves out one entry that turned out to be of a person who is counted already. It is done when somebody else joins:
 * a number that goes down, or fails to rise, would tell whose address is behind a complaint.
 */
export async function settleOne(
  tx: Tx,
  { caseId, supporterId, now }: Pick<Newcomer, 'caseId' | 'supporterId' | 'now'>,
): Promise<void> {
  const [waiting] = await tx.$queryRaw<Link[]>`
    SELECT id, state, same_as FROM supporter
    WHERE case_id = ${caseId}::uuid AND state = 'verified' AND same_as IS NOT NULL
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (waiting === undefined || waiting.same_as === null) return;
  const entry = await lockSupporterById(tx, waiting.id);
  const [other] = await tx.$queryRaw<Link[]>`
    SELECT id, state, same_as FROM supporter WHERE id = ${waiting.same_as}::uuid`;
  const counted = other === undefined ? null : await countedFor(tx, other, waiting.id);
  if (counted === null) await tx.supporter.update({ where: { id: waiting.id }, data: { sameAs: null } });
  else if (entry !== null) await leaveOut(tx, entry, { sameAs: counted, by: supporterId, now });
}
