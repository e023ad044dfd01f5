import { z } from 'zod';
import { DISPUTE_REASONS } from '#app/domain/case/outcomes.ts';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { flag, listOf, paragraphs } from './complaint.schema.ts';

/** Longest text of a message, a reply or a reason, in characters. */
export const MESSAGE_LENGTH = 5000;

const message = z.object({ message: paragraphs(MESSAGE_LENGTH) });

const withdrawal = message.extend({ sure: flag.refine(sure => sure, 'required') });

const verdict = z.object({
  verdict: z.enum(['solved', 'not-solved'], {
    error: issue => (issue.input === undefined || issue.input === '' ? 'required' : 'not-an-option'),
  }),
});

/** The complainant's judgement of an answer. */
type Judgement =
  | { readonly verdict: 'solved' }
  | {
      readonly verdict: 'not-solved';
      readonly issues: readonly string[];
      readonly reasons: readonly (typeof DISPUTE_REASONS)[number][];
      readonly message: string;
    };

type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fields: FieldErrors };

type Raw = Readonly<Record<string, unknown>>;

function read<T>(schema: z.ZodType<T>, raw: Raw): Reading<T> {
  const result = schema.safeParse(raw);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, fields: fieldErrorsOf(result.error) };
}

/** Checks the one text of a reply or a message. */
export function readMessage(raw: Raw): Reading<{ readonly message: string }> {
  return read(message, raw);
}

/** Checks a withdrawal: a reason in words, and the tick that it is meant. */
export function readWithdrawal(raw: Raw): Reading<{ readonly message: string }> {
  return read(withdrawal, raw);
}

/** Checks whether the problem is said to be solved. */
export function readVerdict(raw: Raw): Reading<'solved' | 'not-solved'> {
  const chosen = read(verdict, raw);
  return chosen.ok ? { ok: true, value: chosen.value.verdict } : chosen;
}

function dispute(issues: readonly string[]) {
  const known = z.string().refine(issue => issues.includes(issue), 'not-an-option');
  return z.object({
    verdict: z.literal('not-solved'),
    issues: listOf(known, { min: 1, max: issues.length }),
    reasons: listOf(z.enum(DISPUTE_REASONS, 'not-an-option'), { min: 1, max: DISPUTE_REASONS.length }),
    message: paragraphs(MESSAGE_LENGTH),
  });
}

/**
 * Checks a judgement. "Solved" needs nothing more; "not solved" needs the issues, reasons and words. An answer to
 * one issue leaves nothing to choose.
 * @param issues the addresses of the issues that were answered
 */
export function readJudgement(raw: Raw, issues: readonly string[]): Reading<Judgement> {
  const chosen = read(verdict, raw);
  if (!chosen.ok) return chosen;
  if (chosen.value.verdict === 'solved') return { ok: true, value: { verdict: 'solved' } };
  return read(dispute(issues), issues.length === 1 ? { ...raw, issues } : raw);
}
