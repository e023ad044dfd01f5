import { isPermitted, transitionOf } from '#app/domain/case/lifecycle.ts';
import { projectCase } from '#app/domain/case/projection.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { deltasBetween, mergeDeltas } from '#app/domain/statistics/contribution.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { statRow } from '../complaints/case-rows.ts';
import {
  clocksOf,
  type LoadedCase,
  recordedEvent,
  rowsOfChange,
  withEvents,
} from '../complaints/case-store.server.ts';
import { type FollowUp, followUpAll } from '../complaints/follow-up.server.ts';
import { writeRows } from '../complaints/write-rows.server.ts';
import type { ClockStep } from './clock-steps.ts';

/** What is to be done to a case as it stands; asked again after each answer until there is nothing more. */
export type NextSteps = (standing: LoadedCase, now: string) => readonly ClockStep[];

interface Advance {
  readonly before: LoadedCase;
  readonly after: LoadedCase;
  readonly followUps: readonly FollowUp[];
}

/** No case has more clocks than this; more rounds mean that a step doesn't settle what asked for it. */
const ROUNDS = 20;

async function loadCases(tx: Tx, caseIds: readonly string[]): Promise<readonly LoadedCase[]> {
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

function advance(before: LoadedCase, next: NextSteps, now: string): Advance {
  const followUps: FollowUp[] = [];
  let after = before;
  for (let round = 0; round < ROUNDS; round += 1) {
    const steps = next(after, now);
    if (steps.length === 0) return { before, after, followUps };
    for (const { command, event, effects } of steps) {
      if (!isPermitted(command, 'system', after.projection)) throw new AppError('command-not-permitted');
      after = withEvents(after, [event], { actor: SYSTEM, at: now });
      followUps.push({ after, effects: effects ?? transitionOf(command).effects, command, now });
    }
  }
  throw new Error(`the clocks of case ${before.id} never settle`);
}

/**
 * Gives each case the commands that `next` names, and writes all of them by one statement with their figures, mails
 * and jobs. The caller holds the cases' row locks. A case without steps gets its stored clocks renewed, so that one
 * whose rule has changed is not found again and again.
 * @throws AppError `case-changed` when a case moved on although it was locked
 */
export async function advanceCases(
  tx: Tx,
  caseIds: readonly string[],
  next: NextSteps,
  now: string,
): Promise<void> {
  const advances = (await loadCases(tx, caseIds)).map(before => advance(before, next, now));
  if (advances.length === 0) return;
  const rows = advances.map(({ before, after }) => rowsOfChange(before, after));
  const deltas = mergeDeltas(
    advances.flatMap(({ before, after }) => deltasBetween(before.projection, after.projection)),
  );
  const changed = await writeRows(tx, {
    changes: rows.flatMap(row => row.changes ?? []),
    events: rows.flatMap(row => row.events as Record<string, unknown>[]),
    clocks: rows.flatMap(row => row.clocks ?? []),
    statDays: deltas.map(delta => statRow(delta, 'day')),
    statMonths: monthRows(deltas),
  });
  if (changed !== advances.length) throw new AppError('case-changed');
  await followUpAll(
    tx,
    advances.flatMap(({ followUps }) => followUps),
  );
}

/** Days of one month are one row of the month's table, and a statement may touch a row only once. */
function monthRows(deltas: ReturnType<typeof mergeDeltas>) {
  const firstDays = deltas.map(delta => ({
    ...delta,
    key: { ...delta.key, day: `${delta.key.day.slice(0, 7)}-01` },
  }));
  return mergeDeltas(firstDays).map(delta => statRow(delta, 'month'));
}
