import { z } from 'zod';
import type { CaseStanding } from '#app/domain/case/lifecycle.ts';
import {
  CLOSING_REASONS,
  DECIDABLE_OUTCOMES,
  INADMISSIBILITY_REASONS,
  INTERIM_DECISIONS,
} from '#app/domain/case/outcomes.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { latinDigits } from '#app/domain/shared/text.ts';
import { amountIn, oneOf, optional, paragraphs } from './complaint.schema.ts';

const REASONS_LENGTH = { min: 30, max: 8_000 };
const EXPLANATION_LENGTH = { min: 10, max: 4_000 };
const LONGEST_REMEDY_DAYS = 180;

/** The reasons for which an officer closes a case, by the state that it is closed from. */
export function closingReasonsFor({ state }: Pick<CaseStanding, 'state'>) {
  return CLOSING_REASONS.filter(reason =>
    state === 'resolved'
      ? reason === 'confirmed'
      : reason === 'decision-carried-out' || reason === 'no-remedy-due',
  );
}

const explanation = paragraphs(EXPLANATION_LENGTH.max, EXPLANATION_LENGTH.min);

const days = z.preprocess(
  value => (typeof value === 'string' && /^\s*\p{Nd}+\s*$/u.test(value) ? Number(latinDigits(value)) : value),
  z.number({ error: 'not-a-number' }).int('not-a-number').min(1).max(LONGEST_REMEDY_DAYS),
);

export const ReturnForInformation = z.object({ question: explanation });
export const DeclareInadmissible = z.object({ reason: oneOf(INADMISSIBILITY_REASONS), explanation });
export const Reroute = z.object({ operatorId: z.string({ error: 'required' }).min(1), explanation });
export const DecideInterim = z.object({
  decision: oneOf(INTERIM_DECISIONS),
  reasons: paragraphs(REASONS_LENGTH.max, REASONS_LENGTH.min),
});
export const AddNote = z.object({ note: paragraphs(EXPLANATION_LENGTH.max, 2) });
export const CloseCase = z.object({ reason: oneOf(CLOSING_REASONS) });

/** A decision that upholds something says what has to be done; how long that may take is the rule's unless it says. */
export function decisionSchema(currency: string) {
  return z
    .object({
      outcome: oneOf(DECIDABLE_OUTCOMES),
      reasons: paragraphs(REASONS_LENGTH.max, REASONS_LENGTH.min),
      remedy: optional(paragraphs(EXPLANATION_LENGTH.max, EXPLANATION_LENGTH.min)),
      remedyDays: optional(days),
      amount: optional(amountIn(currency)),
    })
    .superRefine((decision, ctx) => {
      if (decision.outcome !== 'not_upheld' && decision.remedy === undefined) {
        ctx.addIssue({ code: 'custom', path: ['remedy'], message: 'required' });
      }
    });
}

export type Decision = z.output<ReturnType<typeof decisionSchema>>;

/**
 * What a form says, checked.
 * @throws AppError `invalid-input` with the refused fields
 */
export function checked<T extends z.ZodType>(schema: T, values: unknown): z.output<T> {
  const result = schema.safeParse(values);
  if (!result.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(result.error) });
  return result.data;
}
