import { type ChainFault, verifyChain } from '#app/domain/case/event-chain.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import type { CaseEvent } from '#app/platform/db/generated/client.ts';
import { recordedEvent } from '../complaints/case-store.server.ts';
import { type CaseHead, casesOf, type Snapshot, withSnapshot } from './snapshot.server.ts';

/** A fault in one case's record: the event is the first that doesn't fit. */
export interface EventFault {
  readonly reference: string;
  readonly seq: number;
  readonly fault: ChainFault['fault'] | 'not-readable';
}

export interface EventVerification {
  readonly cases: number;
  readonly events: number;
  readonly faults: readonly EventFault[];
}

const COLUMNS = `case_id AS "caseId", seq, type, at, actor_role AS "actorRole", actor_id AS "actorId",
  actor_name AS "actorName", actor_organisation AS "actorOrganisation", visibility, payload,
  previous_hash AS "previousHash", hash`;

/** The stored events of some cases, by case and in their order. */
export async function eventsOf(
  snapshot: Snapshot,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const rows = await snapshot.rows<CaseEvent>(
    `SELECT ${COLUMNS} FROM "case_event" WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, seq`,
    [caseIds],
  );
  return Map.groupBy(rows, row => row.caseId);
}

function faultOf(head: CaseHead, rows: readonly CaseEvent[]): Omit<EventFault, 'reference'> | null {
  const events: RecordedEvent[] = [];
  for (const row of rows) {
    try {
      events.push(recordedEvent(row));
    } catch {
      return { seq: row.seq, fault: 'not-readable' };
    }
  }
  return verifyChain(head.id, events, { seq: head.lastSeq, hash: head.lastHash }, sha256);
}

/**
 * Checks the chain of every case from its first event to the head on its row: a changed, removed or added event is
 * named with its case.
 * @param progress told how many cases have been checked, now and then
 */
export function verifyEvents(
  progress: (cases: number) => void = () => undefined,
): Promise<EventVerification> {
  return withSnapshot(async snapshot => {
    const faults: EventFault[] = [];
    let cases = 0;
    let events = 0;
    for await (const heads of casesOf(snapshot)) {
      const logs = await eventsOf(
        snapshot,
        heads.map(({ id }) => id),
      );
      for (const head of heads) {
        const log = logs.get(head.id) ?? [];
        const fault = faultOf(head, log);
        if (fault !== null) faults.push({ reference: head.reference, ...fault });
        events += log.length;
      }
      cases += heads.length;
      progress(cases);
    }
    return { cases, events, faults };
  });
}
