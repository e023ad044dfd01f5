import { randomUUID } from 'node:crypto';
import { type Answer, moneyReturned, readAnswer } from '#app/domain/case/answer.ts';
import { checkSubstance } from '#app/domain/case/answer-substance.ts';
import { canonicalJson } from '#app/domain/case/event-chain.ts';
import { overallOutcome } from '#app/domain/case/outcomes.ts';
import { isBreached } from '#app/domain/deadline/deadline.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { daysBetween, localDateOf } from '#app/domain/shared/plain-date.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import type { LoadedCase } from '../complaints/case-store.server.ts';
import {
  type CommandInput,
  type CommandResult,
  executeCommand,
} from '../complaints/execute-command.server.ts';
import { activeProfile } from '../profile.server.ts';

interface AnswerInput extends Omit<CommandInput, 'command'> {
  /** As a form or the API sends it; see `readAnswer`. */
  readonly answer: unknown;
}

/** Evidence of the case by its content: what an answer may point to, whoever added it. */
export function evidenceOf({ events }: LoadedCase): ReadonlyMap<string, string> {
  const sealed = events.flatMap(event => {
    if (event.type === 'filed') return event.payload.evidence;
    return event.type === 'evidence-added' ? [event.payload] : [];
  });
  return new Map(sealed.map(({ sha256: content, evidenceId }) => [content, evidenceId]));
}

function checkedAnswer(loaded: LoadedCase, raw: unknown): Answer {
  const { issues, currency } = loaded.projection.filed;
  const read = readAnswer(raw, { issues, currency, evidenceIds: [...evidenceOf(loaded).values()] });
  if (!read.ok) throw new AppError('invalid-input', { fields: read.fields });
  const verdict = checkSubstance(read.answer);
  if (!verdict.ok) throw new AppError('answer-without-substance', { fields: verdict.fields });
  return read.answer;
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

function recordOf(loaded: LoadedCase, answer: Answer, input: AnswerInput): CommandResult {
  const responseId = randomUUID();
  const number = loaded.projection.answers + 1;
  const row = {
    id: responseId,
    case_id: loaded.id,
    number,
    items: answer.items,
    message: answer.message,
    at: input.now,
    submitted_by: input.actor.name ?? input.actor.id,
  };
  const payload = {
    responseId,
    number,
    outcome: overallOutcome(answer.items.map(item => item.outcome)),
    items: answer.items.map(({ issue, outcome, date, amountMinor }) => ({
      issue,
      outcome,
      date,
      amountMinor,
    })),
    moneyReturnedMinor: moneyReturned(answer.items),
    inTime: isInTime(loaded, input.now),
    days: daysSinceService(loaded, input.now),
    digest: sha256(canonicalJson({ responseId, ...answer })),
  };
  return { events: [{ type: 'answered', payload }], rows: { responses: [row] } };
}

/**
 * The operator answers every issue of the case, and the customer in its own words.
 * @throws AppError `invalid-input` with the fields that can't be read; `answer-without-substance` with those that say
 *   nothing; what `executeCommand` refuses
 */
export function answerCase(input: AnswerInput) {
  return executeCommand({ ...input, command: 'answer' }, loaded =>
    recordOf(loaded, checkedAnswer(loaded, input.answer), input),
  );
}
