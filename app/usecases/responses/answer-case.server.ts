import { randomUUID } from 'node:crypto';
import { type Answer, moneyReturned } from '#app/domain/case/answer.ts';
import { canonicalJson } from '#app/domain/case/event-chain.ts';
import type { EventPayload } from '#app/domain/case/events.ts';
import { overallOutcome } from '#app/domain/case/outcomes.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { isBreached } from '#app/domain/deadline/deadline.ts';
import { daysBetween, localDateOf } from '#app/domain/shared/plain-date.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import type { LoadedCase } from '../complaints/case-store.server.ts';
import {
  type CommandInput,
  type CommandResult,
  executeCommand,
} from '../complaints/execute-command.server.ts';
import { activeProfile } from '../profile.server.ts';
import { acceptableAnswer } from './check-answer.server.ts';
import { bandRows } from './queries/alike-answers.server.ts';

export interface AnswerInput extends Omit<CommandInput, 'command'> {
  /** As a form or the API sends it; see `readAnswer`. */
  readonly answer: unknown;
  /** The name of who wrote it, where another one sends it. */
  readonly writtenBy?: string;
}

/** Calendar days from service to `now`, with what a demonstration has aged the case by since its service. */
function daysSinceService({ events }: LoadedCase, now: string): number {
  const { timeZone } = activeProfile();
  const served = events.findLast(event => event.type === 'served');
  if (served === undefined) return 0;
  const aged = events.reduce(
    (sum, event) =>
      event.type === 'demonstration-aged' && event.seq > served.seq ? sum + event.payload.days : sum,
    0,
  );
  return Math.max(0, daysBetween(localDateOf(served.at, timeZone), localDateOf(now, timeZone)) + aged);
}

/** A second answer, after a dispute, has no clock of its own: what was late or not stays the first one's. */
function isInTime({ clocks, projection }: LoadedCase, now: string): boolean {
  if (projection.answeredInTime !== null) return projection.answeredInTime;
  const clock = clocks.findLast(candidate => candidate.kind === 'respond');
  return clock !== undefined && !isBreached(clock.dueAt, now);
}

type AnsweredItem = EventPayload<'answered'>['items'][number];

/** What the operator has said of every issue so far: a second answer is only about the disputed ones. */
function standingItems({ events }: LoadedCase, items: readonly AnsweredItem[]): readonly AnsweredItem[] {
  const earlier = events.findLast(event => event.type === 'answered')?.payload.items ?? [];
  return [...earlier.filter(({ issue }) => items.every(item => item.issue !== issue)), ...items];
}

function itemsOf(answer: Answer, now: string): AnsweredItem[] {
  const today = localDateOf(now, activeProfile().timeZone);
  return answer.items.map(({ issue, outcome, date, amountMinor }) => ({
    ...{ issue, outcome, date, amountMinor },
    ...(date !== null && date > today && { promised: true as const }),
  }));
}

/** Who gives an answer, when, and who wrote it where that is somebody else. */
export interface Answering {
  readonly actor: Actor;
  /** ISO instant. */
  readonly now: string;
  readonly writtenBy?: string;
}

/** What a checked answer records: its event, the answer itself, and the traces by which later ones are compared. */
export function answerRecord(
  loaded: LoadedCase,
  answer: Answer,
  { actor, now, writtenBy }: Answering,
): CommandResult {
  const responseId = randomUUID();
  const number = loaded.projection.answers + 1;
  const row = {
    id: responseId,
    case_id: loaded.id,
    number,
    items: answer.items,
    message: answer.message,
    at: now,
    submitted_by: writtenBy ?? actor.name ?? actor.id,
  };
  const items = itemsOf(answer, now);
  const standing = standingItems(loaded, items);
  const payload = {
    responseId,
    number,
    outcome: overallOutcome(standing.map(item => item.outcome)),
    items,
    moneyReturnedMinor: moneyReturned(standing),
    inTime: isInTime(loaded, now),
    days: daysSinceService(loaded, now),
    digest: sha256(canonicalJson({ responseId, ...answer })),
  };
  const answerBands = bandRows(answer, { operatorId: loaded.projection.operatorId, responseId, at: now });
  return { events: [{ type: 'answered', payload }], rows: { responses: [row], answerBands } };
}

/**
 * The operator answers every issue of the case, or those in dispute, and the customer in its own words.
 * @throws AppError what `acceptableAnswer` and `executeCommand` refuse
 */
export function answerCase(input: AnswerInput) {
  return executeCommand({ ...input, command: 'answer' }, async (loaded, tx) =>
    answerRecord(loaded, await acceptableAnswer(tx, loaded, input), input),
  );
}
