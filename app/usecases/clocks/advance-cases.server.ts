import { isPermitted, transitionOf } from '#app/domain/case/lifecycle.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { type LoadedCase, withEvents } from '../complaints/case-store.server.ts';
import type { FollowUp } from '../complaints/follow-up.server.ts';
import { type CaseChange, loadCases, writeChanges } from '../complaints/write-changes.server.ts';
import type { ClockStep } from './clock-steps.ts';

/** What is to be done to a case as it stands; asked again after each answer until there is nothing more. */
export type NextSteps = (standing: LoadedCase, now: string) => readonly ClockStep[];

/** No case has more clocks than this; more rounds mean that a step doesn't settle what asked for it. */
const ROUNDS = 20;

function advance(before: LoadedCase, next: NextSteps, now: string): CaseChange {
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
  await writeChanges(tx, advances);
}
