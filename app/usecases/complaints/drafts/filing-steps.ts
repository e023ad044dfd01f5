import { z } from 'zod';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { complaintShape, type FilingContext } from '../complaint.schema.ts';

/** The pages of a complaint that ask something, in their order. */
export const FILING_STEPS = [
  'who',
  'service',
  'problem',
  'when',
  'facts',
  'attempts',
  'wish',
  'evidence',
  'contact',
] as const;

export type FilingStep = (typeof FILING_STEPS)[number];

/** One step's answers as they were posted: what was accepted once is checked again when the complaint is filed. */
export type StepAnswers = Readonly<Record<string, unknown>>;

/** The answers of the steps that were accepted. */
export type DraftAnswers = Readonly<Partial<Record<FilingStep, StepAnswers>>>;

const stored = z.object({
  answers: z.partialRecord(z.enum(FILING_STEPS), z.record(z.string(), z.unknown())),
});

/** What is stored of a draft; a draft that was filed holds nothing any more. */
export function readStoredAnswers(data: unknown): DraftAnswers {
  const read = stored.safeParse(data);
  return read.success ? read.data.answers : {};
}

/** The first step without accepted answers, or the last page once all have them. */
export function nextStepOf(answers: DraftAnswers): FilingStep | 'check' {
  return FILING_STEPS.find(step => answers[step] === undefined) ?? 'check';
}

/** Whether a page may be opened: all steps before it have been accepted. */
export function mayOpen(step: FilingStep | 'check', answers: DraftAnswers): boolean {
  const before = step === 'check' ? FILING_STEPS : FILING_STEPS.slice(0, FILING_STEPS.indexOf(step));
  return before.every(earlier => answers[earlier] !== undefined);
}

/** The whole complaint as it was posted, for the schema. */
export function complaintOf(answers: DraftAnswers): StepAnswers {
  return Object.assign({}, ...FILING_STEPS.map(step => answers[step] ?? {}));
}

/** The step on which each refused field is asked, in the order of the steps. */
export function stepsToCorrect(errors: FieldErrors, context: FilingContext): readonly FilingStep[] {
  const shape: Readonly<Record<string, object>> = complaintShape(context);
  const refused = new Set(Object.keys(errors).map(path => path.split('.')[0] ?? path));
  return FILING_STEPS.filter(step => Object.keys(shape[step] ?? {}).some(field => refused.has(field)));
}
