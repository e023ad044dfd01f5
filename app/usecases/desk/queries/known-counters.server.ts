import type { Tx } from '#app/platform/db/client.server.ts';
import type { Asked } from '../../complaints/queries/queue-conditions.server.ts';
import { type QueueCounters, queueCounters } from '../../complaints/queries/queue-counters.server.ts';
import { type QueueFilter, queueQuery } from '../../complaints/queue-filter.schema.ts';
import { deskRevision } from '../desk-pulse.server.ts';

/** How much longer than counting took counters may be shown that a change has overtaken. */
const PATIENCE = 20;
const MOST_KEPT = 500;
const MINUTE = 'YYYY-MM-DDTHH:MM'.length;

interface Known {
  readonly counters: QueueCounters;
  readonly revision: string;
  /** Both in milliseconds of this process's clock. */
  readonly at: number;
  readonly took: number;
}

const known = new Map<string, Known>();

function isFresh({ revision, at, took }: Known, current: string): boolean {
  return revision === current || performance.now() - at < took * PATIENCE;
}

/**
 * The counters, counted anew when a case of the desk has changed, and each minute because of what falls due. Where
 * counting takes long, on a desk with a hundred thousand cases, it is repeated for a twentieth of the time at most;
 * where it takes a millisecond, at every change. A process that does not listen to the database always counts.
 */
export async function knownCounters(
  tx: Tx,
  asked: Asked,
  filters: readonly QueueFilter[],
): Promise<QueueCounters> {
  const { actor, now } = asked;
  const revision = deskRevision(actor.organisation ?? '');
  if (revision === null) return queueCounters(tx, asked, filters);
  const queries = filters.map(filter => queueQuery(filter).toString());
  const key = JSON.stringify([actor.organisation, actor.id, now.slice(0, MINUTE), queries]);
  const kept = known.get(key);
  if (kept !== undefined && isFresh(kept, revision)) return kept.counters;
  const at = performance.now();
  const counters = await queueCounters(tx, asked, filters);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, { counters, revision, at, took: performance.now() - at });
  return counters;
}
