import { SYSTEM } from '#app/domain/case/states.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { advanceCases } from '../clocks/advance-cases.server.ts';
import type { ClockStep } from '../clocks/clock-steps.ts';
import { clocksUnder, type LoadedCase } from '../complaints/case-store.server.ts';
import { activeProfile } from '../profile.server.ts';
import { type Activated, movesBetween, withoutVersion } from './clock-moves.ts';
import { refreshVersions } from './refresh-versions.server.ts';

/** Cases written by one statement and transaction. */
const BATCH = 50;

interface Run {
  readonly version_id: string;
  readonly kind: 'rule' | 'calendar';
  readonly activates_at: Date;
  readonly cursor: string | null;
}

/**
 * How far one batch got. The clocks of cases are written anew under the version; a case of which a deadline moves
 * gets an event that says so.
 */
interface ActivationBatch {
  readonly versionId: string;
  readonly checked: number;
  readonly moved: number;
}

/** The oldest activation that is not through; another worker's is passed over. */
async function nextRun(tx: Tx, now: string): Promise<Run | undefined> {
  const [run] = await tx.$queryRaw<Run[]>`
    SELECT version_id, kind, activates_at, cursor FROM "version_run"
    WHERE finished_at IS NULL AND activates_at <= ${now}::timestamptz
    ORDER BY activates_at, version_id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return run;
}

/** Open cases in the order of their ids, locked: by the index clock_one_open. */
async function nextCases(tx: Tx, cursor: string | null): Promise<readonly string[]> {
  const after = cursor ?? '00000000-0000-0000-0000-000000000000';
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "case" c JOIN (
      SELECT DISTINCT case_id FROM "clock"
      WHERE state IN ('running', 'paused') AND case_id > ${after}::uuid ORDER BY case_id LIMIT ${BATCH}
    ) k ON k.case_id = c.id ORDER BY c.id FOR UPDATE OF c`;
  return found.map(({ id }) => id);
}

/** Cases whose last clock ended between the activation and the worker's coming: one look at the table at the end. */
async function endedMeanwhile(tx: Tx, run: Run): Promise<readonly string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "case" c WHERE c.id IN (
      SELECT case_id FROM "clock" WHERE stopped_at > ${run.activates_at} AND started_at < ${run.activates_at})
    ORDER BY c.id FOR UPDATE OF c`;
  return found.map(({ id }) => id);
}

function stepsFor(version: Activated, former: Profile, counted: Set<string>) {
  return (standing: LoadedCase): readonly ClockStep[] => {
    const known = standing.events.some(
      event => event.type === 'clocks-recomputed' && event.payload.version === version.id,
    );
    if (known) return [];
    const before = clocksUnder(former, standing.id, standing.events, standing.projection);
    const moves = movesBetween(before, standing.clocks, version);
    if (moves.length === 0) return [];
    counted.add(standing.id);
    const payload = { cause: version.kind, version: version.id, moves: [...moves] };
    return [{ command: 'recompute-clocks', event: { type: 'clocks-recomputed', payload } }];
  };
}

async function workOn(tx: Tx, run: Run, now: string): Promise<ActivationBatch> {
  const version = { kind: run.kind, id: run.version_id, activatesAt: run.activates_at.toISOString() };
  const former = withoutVersion(activeProfile(), version);
  const open = await nextCases(tx, run.cursor);
  const ids = open.length === 0 ? await endedMeanwhile(tx, run) : open;
  const moved = new Set<string>();
  await advanceCases(tx, ids, stepsFor(version, former, moved), now);
  await tx.versionRun.update({
    where: { versionId: run.version_id },
    data: {
      cursor: open.at(-1) ?? run.cursor,
      checked: { increment: ids.length },
      moved: { increment: moved.size },
      finishedAt: open.length === 0 ? now : null,
    },
  });
  return { versionId: run.version_id, checked: ids.length, moved: moved.size };
}

/**
 * Goes on with the activation that came due first: up to fifty cases in one transaction with the note of how far it
 * got, so that a worker that stops midway loses and repeats nothing. Call it until nothing is left.
 * @returns null when no version waits for its cases
 */
export async function runActivations(now: string): Promise<ActivationBatch | null> {
  await refreshVersions();
  return withActor(SYSTEM, async tx => {
    const run = await nextRun(tx, now);
    return run === undefined ? null : workOn(tx, run, now);
  });
}
