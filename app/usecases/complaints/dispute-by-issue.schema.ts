import { z } from 'zod';
import { DISPUTE_REASONS } from '#app/domain/case/outcomes.ts';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { MESSAGE_LENGTH } from './complainant-command.schema.ts';
import { listOf, optional, paragraphs } from './complaint.schema.ts';

/** What a complainant says of one issue of an answer. */
interface DisputedIssue {
  readonly issue: string;
  readonly reasons: readonly (typeof DISPUTE_REASONS)[number][];
  readonly words?: string | undefined;
  /** Uploads in pieces that brought its proof. */
  readonly uploads: readonly string[];
}

interface DisputeByIssue {
  readonly issues: readonly DisputedIssue[];
  readonly message: string;
}

type Reading =
  | { readonly ok: true; readonly value: DisputeByIssue }
  | { readonly ok: false; readonly fields: FieldErrors };

type Raw = Readonly<Record<string, unknown>>;

const WORDS_LENGTH = 2000;
const MOST_UPLOADS = 20;

/** The part of a field's name that stands for an issue: `about.mobile-outage_voice.reasons`. */
export function fieldOfIssue(issue: string): string {
  return `about.${issue.replace('/', '_')}`;
}

const about = z.object({
  reasons: listOf(z.enum(DISPUTE_REASONS, 'not-an-option'), { min: 1, max: DISPUTE_REASONS.length }),
  words: optional(paragraphs(WORDS_LENGTH)),
  uploads: listOf(z.uuid('invalid'), { max: MOST_UPLOADS }),
});

function chosenIssues(issues: readonly string[]) {
  const known = z.string().refine(issue => issues.includes(issue), 'not-an-option');
  return z.object({
    issues: listOf(known, { min: 1, max: issues.length }),
    message: paragraphs(MESSAGE_LENGTH),
  });
}

function objectAt(raw: Raw, key: string): Raw {
  const value = raw[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

function isFilledIn(given: Raw): boolean {
  return [given.reasons, given.words].some(value => value !== undefined && value !== '');
}

/** What was written on an issue that is not ticked would be lost: the form asks to tick it. */
function untickedErrors(given: Raw, issues: readonly string[], ticked: readonly string[]): FieldErrors {
  const forgotten = issues.some(
    issue => !ticked.includes(issue) && isFilledIn(objectAt(given, issue.replace('/', '_'))),
  );
  return forgotten ? { issues: { code: 'issue-not-ticked' } } : {};
}

/** In the order of the form, as the summary of errors lists them. */
function messageLast({ message, ...others }: FieldErrors): FieldErrors {
  return message === undefined ? others : { ...others, message };
}

/**
 * Checks a dispute that says for each chosen issue why it is not solved. An answer to one issue leaves nothing to
 * choose. Fields: `issues`, `message`, and for each issue `about.<category>_<issue>.reasons`, `.words`, `.uploads`.
 * @param issues the addresses of the issues that were answered
 */
export function readDisputeByIssue(raw: Raw, issues: readonly string[]): Reading {
  const given = objectAt(raw, 'about');
  const chosen = chosenIssues(issues).safeParse(issues.length === 1 ? { ...raw, issues } : raw);
  const ticked =
    listOf(z.string(), { max: 100 }).safeParse(issues.length === 1 ? issues : raw.issues).data ?? [];
  let errors: FieldErrors = {
    ...(chosen.success ? {} : fieldErrorsOf(chosen.error)),
    ...untickedErrors(given, issues, ticked),
  };
  const disputed: DisputedIssue[] = [];
  for (const issue of issues.filter(known => ticked.includes(known))) {
    const read = about.safeParse(objectAt(given, issue.replace('/', '_')));
    if (read.success) disputed.push({ issue, ...read.data });
    else {
      const fields = Object.entries(fieldErrorsOf(read.error));
      errors = {
        ...errors,
        ...Object.fromEntries(fields.map(([k, v]) => [`${fieldOfIssue(issue)}.${k}`, v])),
      };
    }
  }
  if (!chosen.success || Object.keys(errors).length > 0) return { ok: false, fields: messageLast(errors) };
  return { ok: true, value: { issues: disputed, message: chosen.data.message } };
}
