import { endsTimeToAnswer } from '#app/domain/case/clock-runs.ts';
import type { EventDraft } from '#app/domain/case/events.ts';
import { type Command, isPermitted, transitionOf } from '#app/domain/case/lifecycle.ts';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { continueAsSystem, type Tx, withActor } from '#app/platform/db/client.server.ts';
import { missedAnswer } from '../clocks/clock-steps.ts';
import { type LoadedCase, loadCase, recordEvents } from './case-store.server.ts';
import { followUps } from './follow-up.server.ts';
import type { RowsToWrite } from './write-rows.server.ts';

/** A command as it arrives: who gives it, to which case, and which version of the case they had before them. */
export interface CommandInput {
  readonly actor: Actor;
  readonly caseId: string;
  readonly command: Command;
  /** ISO instant. */
  readonly now: string;
  /** The version shown on the page from which the command came; a case that moved on since is refused. */
  readonly expectedVersion?: number;
  /** Records history without telling anybody: for imports and demonstration data. */
  readonly silent?: boolean;
}

/** What a verb adds to a command: the events it records and the rows that belong to them. */
export interface CommandResult {
  readonly events: readonly EventDraft[];
  readonly rows?: Partial<RowsToWrite>;
}

export type Decide = (loaded: LoadedCase, tx: Tx) => CommandResult | Promise<CommandResult>;

/**
 * Records that the operator's time ran out before a command that stops its clock: the worker comes a moment later, and
 * would find nothing to record any more.
 */
async function recordMissedAnswer(tx: Tx, loaded: LoadedCase, input: CommandInput): Promise<LoadedCase> {
  const { command, now, silent } = input;
  const missed = endsTimeToAnswer(transitionOf(command).event) ? missedAnswer(loaded, now) : undefined;
  if (missed === undefined) return loaded;
  const after = await recordEvents(tx, loaded, [missed.event], { actor: SYSTEM, at: now });
  const effects = silent ? [] : transitionOf(missed.command).effects;
  await followUps(tx, { after, effects, command: missed.command, now });
  return after;
}

/**
 * Gives a command to a case in the given transaction: the actor's row-level security decides whether the case is
 * there at all, the lifecycle whether the command is open, the version whether someone else was faster. The
 * events, the projection, the figures and the jobs are written together.
 * @throws AppError not-found, command-not-permitted, case-changed, or what `decide` refuses
 */
export async function executeIn(tx: Tx, input: CommandInput, decide: Decide): Promise<LoadedCase> {
  const visible = await tx.case.findUnique({ where: { id: input.caseId }, select: { id: true } });
  if (visible === null) throw new AppError('not-found');
  await continueAsSystem(tx);
  const found = await loadCase(tx, input.caseId);
  if (input.expectedVersion !== undefined && input.expectedVersion !== found.projection.lastSeq) {
    throw new AppError('case-changed');
  }
  if (!isPermitted(input.command, input.actor.role, found.projection))
    throw new AppError('command-not-permitted');
  const loaded = await recordMissedAnswer(tx, found, input);
  const decided = await decide(loaded, tx);
  const after = await recordEvents(tx, loaded, decided.events, {
    actor: input.actor,
    at: input.now,
    rows: decided.rows,
  });
  const effects = input.silent ? [] : transitionOf(input.command).effects;
  await followUps(tx, { after, effects, command: input.command, now: input.now });
  return after;
}

/** `executeIn` in a transaction of its own. */
export function executeCommand(input: CommandInput, decide: Decide): Promise<LoadedCase> {
  return withActor(input.actor, tx => executeIn(tx, input, decide));
}
