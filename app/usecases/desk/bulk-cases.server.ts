import { type Command, isPermitted, transitionOf } from '#app/domain/case/lifecycle.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { continueAsSystem, type Tx, withActor } from '#app/platform/db/client.server.ts';
import { type LoadedCase, withEvents } from '../complaints/case-store.server.ts';
import type { CommandResult } from '../complaints/execute-command.server.ts';
import { type CaseChange, loadCases, writeChanges } from '../complaints/write-changes.server.ts';

/** A case as it was chosen, and the version that the person had before them. */
export interface ChosenCase {
  readonly id: string;
  readonly version: number;
}

/** One command for many cases. */
export interface BulkOrder {
  readonly actor: Actor;
  readonly command: Command;
  readonly cases: readonly ChosenCase[];
  /** ISO instant. */
  readonly now: string;
  /** What the command records in one case. @throws AppError for a case to which it can't be given */
  readonly decide: (loaded: LoadedCase) => CommandResult;
  /** Looks at all of them first, as the system. */
  readonly prepare?: (tx: Tx, cases: readonly LoadedCase[]) => Promise<void>;
}

/** What a command would do, or did, to one case. */
export interface BulkVerdict {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly ok: boolean;
  /** Why not: an error's code, with the fields that it names. */
  readonly code: string | null;
  readonly fields: FieldErrors;
}

/** As many as a person can stand behind at once. */
export const MOST_AT_ONCE = 1_000;

interface Planned {
  readonly verdict: BulkVerdict;
  readonly change: CaseChange | null;
}

function refusalOf(error: unknown): Pick<BulkVerdict, 'ok' | 'code' | 'fields'> {
  if (!(error instanceof AppError)) throw error;
  return { ok: false, code: error.code, fields: error.fields };
}

function changeOf(before: LoadedCase, order: BulkOrder, version: number): CaseChange {
  const { command, actor, now } = order;
  if (before.projection.lastSeq !== version) throw new AppError('case-changed');
  if (!isPermitted(command, actor.role, before.projection)) throw new AppError('command-not-permitted');
  const { events, rows } = order.decide(before);
  const after = withEvents(before, events, { actor, at: now });
  return {
    before,
    after,
    rows,
    followUps: [{ after, effects: transitionOf(command).effects, command, now }],
  };
}

function plan(loaded: LoadedCase, order: BulkOrder, version: number): Planned {
  const named = { id: loaded.id, reference: loaded.projection.filed.reference, version };
  try {
    const change = changeOf(loaded, order, version);
    return { verdict: { ...named, ok: true, code: null, fields: {} }, change };
  } catch (error) {
    return { verdict: { ...named, ...refusalOf(error) }, change: null };
  }
}

/** The cases that the actor reaches, of those that were chosen; locked in one order for all who do the same. */
async function reachable(tx: Tx, { cases }: BulkOrder, lock: boolean): Promise<readonly string[]> {
  const ids = cases.slice(0, MOST_AT_ONCE).map(({ id }) => id);
  const rows = lock
    ? await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM "case" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
    : await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "case" WHERE id = ANY(${ids}::uuid[])`;
  return rows.map(({ id }) => id);
}

async function planAll(tx: Tx, order: BulkOrder, lock: boolean): Promise<readonly Planned[]> {
  const ids = await reachable(tx, order, lock);
  await continueAsSystem(tx);
  const cases = await loadCases(tx, ids);
  await order.prepare?.(tx, cases);
  const loaded = new Map(cases.map(one => [one.id, one]));
  return order.cases.slice(0, MOST_AT_ONCE).flatMap(({ id, version }) => {
    const found = loaded.get(id);
    return found === undefined ? [] : [plan(found, order, version)];
  });
}

/** What a command would do to each of the cases; nothing is changed. Cases of another desk are not named. */
export function previewBulk(order: BulkOrder): Promise<readonly BulkVerdict[]> {
  return withActor(order.actor, async tx => (await planAll(tx, order, false)).map(({ verdict }) => verdict));
}

/**
 * Gives a command to many cases in one transaction, each with its own event, clocks and mails. A case that refuses
 * it, or has moved on since it was shown, is left as it is and does not keep the others.
 */
export function runBulk(order: BulkOrder): Promise<readonly BulkVerdict[]> {
  return withActor(order.actor, async tx => {
    const planned = await planAll(tx, order, true);
    await writeChanges(
      tx,
      planned.flatMap(({ change }) => (change === null ? [] : [change])),
    );
    return planned.map(({ verdict }) => verdict);
  });
}
