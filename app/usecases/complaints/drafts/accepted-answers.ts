import { AppError } from '#app/domain/shared/errors.ts';
import type { Service, Track } from '#app/domain/taxonomy/definition.ts';
import { categoriesFor } from '#app/domain/taxonomy/taxonomy.ts';
import type { FilingContext } from '../complaint.schema.ts';
import { fieldsOf, readStep } from '../read-complaint.schema.ts';
import { complaintOf, type DraftAnswers, type FilingStep, type StepAnswers } from './filing-steps.ts';

export interface PostedStep {
  readonly step: FilingStep;
  /** As the form's fields came in. */
  readonly raw: StepAnswers;
}

function isBlankAttempt(attempt: unknown): boolean {
  return (
    typeof attempt === 'object' &&
    attempt !== null &&
    Object.values(attempt).every(value => typeof value === 'string' && value.trim() === '')
  );
}

/** Empty rows of the repeated group are no attempts. */
function withoutBlankAttempts({ attempts }: StepAnswers): StepAnswers {
  return {
    attempts: Array.isArray(attempts) ? attempts.filter(attempt => !isBlankAttempt(attempt)) : attempts,
  };
}

function read({ step, raw }: PostedStep, before: DraftAnswers, context: FilingContext): StepAnswers {
  if (step === 'evidence') return {};
  const posted = step === 'attempts' ? withoutBlankAttempts(raw) : raw;
  const reading = readStep(step, posted, complaintOf(before), context);
  if (!reading.ok) throw new AppError('invalid-input', { fields: reading.fields });
  const fields = fieldsOf(step, context);
  const kept = Object.fromEntries(fields.map(field => [field, posted[field]]));
  if (step === 'when' && reading.value.ongoing === true) return { ...kept, endedAt: undefined };
  if (step !== 'facts') return kept;
  const asked = Object.keys(reading.value.facts ?? {});
  const facts = (posted.facts ?? {}) as StepAnswers;
  return { ...kept, facts: Object.fromEntries(asked.map(fact => [fact, facts[fact]])) };
}

function categoryStillOffered(answers: DraftAnswers): boolean {
  const { track, service, category } = complaintOf(answers);
  return categoriesFor(track as Track, service as Service).some(offered => offered === category);
}

/** Answers to questions that are no longer asked go: another category has other facts. */
function withoutOrphans(before: DraftAnswers, after: DraftAnswers): DraftAnswers {
  const { problem, facts, ...others } = after;
  if (problem === undefined) return after;
  if (!categoryStillOffered(after)) return others;
  const changed = before.problem !== undefined && before.problem.category !== problem.category;
  return changed || facts === undefined ? { ...others, problem } : after;
}

/**
 * The draft's answers with those of one more step, once they are acceptable.
 * @throws AppError `invalid-input` with the refused fields
 */
export function withStep(answers: DraftAnswers, posted: PostedStep, context: FilingContext): DraftAnswers {
  const accepted = read(posted, answers, context);
  return withoutOrphans(answers, { ...answers, [posted.step]: accepted });
}
