import { projectCase } from '#app/domain/case/projection.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { deltasBetween, mergeDeltas } from '#app/domain/statistics/contribution.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { statRow } from './case-rows.ts';
import { clocksOf, type LoadedCase, recordedEvent, rowsOfChange } from './case-store.server.ts';
import { type FollowUp, followUpAll } from './follow-up.server.ts';
import { type RowsToWrite, writeRows } from './write-rows.server.ts';

/** What becomes of one case among many: its standing before and after, and what follows. */
export interface CaseChange {
  readonly before: LoadedCase;
  readonly after: LoadedCase;
  readonly followUps: readonly FollowUp[];
  /** Rows of other tables that belong to the new events. */
  readonly rows?: Partial<RowsToWrite> | undefined;
}

/** Reads the whole logs of some cases. Call it as the system, with the cases' row locks held to change them. */
export async function loadCases(tx: Tx, caseIds: readonly string[]): Promise<readonly LoadedCase[]> {
  const rows = await tx.caseEvent.findMany({
    where: { caseId: { in: [...caseIds] } },
    orderBy: [{ caseId: 'asc' }, { seq: 'asc' }],
  });
  const grouped = Map.groupBy(rows, row => row.caseId);
  return [...grouped].map(([id, log]) => {
    const events = log.map(recordedEvent);
    const projection = projectCase(events);
    return { id, events, projection, clocks: clocksOf(id, events, projection) };
  });
}

type Rows = Record<string, unknown>;

/** The rows that the verbs of many cases add, by table. */
function addedRows(changes: readonly CaseChange[]): Partial<RowsToWrite> {
  const added = new Map<string, Rows[]>();
  for (const { rows = {} } of changes) {
    for (const [table, list] of Object.entries(rows)) {
      const known = added.get(table) ?? [];
      known.push(...((list ?? []) as Rows[]));
      added.set(table, known);
    }
  }
  return Object.fromEntries(added);
}

/** Days of one month are one row of the month's table, and a statement may touch a row only once. */
function monthRows(deltas: ReturnType<typeof mergeDeltas>) {
  const firstDays = deltas.map(delta => ({
    ...delta,
    key: { ...delta.key, day: `${delta.key.day.slice(0, 7)}-01` },
  }));
  return mergeDeltas(firstDays).map(delta => statRow(delta, 'month'));
}

/**
 * Writes what becomes of many cases by one statement with their figures, then their mails and jobs.
 * @throws AppError `case-changed` when a case moved on although it was locked
 */
export async function writeChanges(tx: Tx, changes: readonly CaseChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ before, after }) => rowsOfChange(before, after));
  const deltas = mergeDeltas(
    changes.flatMap(({ before, after }) => deltasBetween(before.projection, after.projection)),
  );
  const changed = await writeRows(tx, {
    ...addedRows(changes),
    changes: rows.flatMap(row => row.changes ?? []),
    events: rows.flatMap(row => row.events as Rows[]),
    clocks: rows.flatMap(row => row.clocks ?? []),
    formerBreaches: rows.flatMap(row => row.formerBreaches ?? []),
    statDays: deltas.map(delta => statRow(delta, 'day')),
    statMonths: monthRows(deltas),
  });
  if (changed !== changes.length) throw new AppError('case-changed');
  await followUpAll(
    tx,
    changes.flatMap(({ followUps }) => followUps),
  );
}
