import type { z } from 'zod';
import type { FieldError, FieldErrors } from './errors.ts';

/** Why one field is refused. The texts are in the catalogue `errors` under `field.<code>`. */
export const FIELD_ERROR_CODES = [
  'required',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'out-of-range',
  'too-low',
  'too-high',
  'invalid',
  'invalid-text',
  'invalid-email',
  'invalid-phone',
  'invalid-company-number',
  'not-a-number',
  'not-an-amount',
  'not-a-date',
  'not-a-time',
  'in-the-future',
  'before-start',
  'too-old',
  'too-far-ahead',
  'operator-not-contacted',
  'too-early',
  'too-late',
  'not-an-option',
  'not-yes-or-no',
  'mistyped',
  'unknown-code',
  'code-refused',
  'code-used',
  'password-known',
  'has-account',
  'no-provider-there',
  'domain-taken',
  'unknown-field',
  'unknown-fact',
  'contact-needed',
  'phone-for-sms',
  'without-substance',
  'placeholder-text',
  'repeated-text',
  'issue-not-ticked',
  'like-earlier',
  'unreplaced-variable',
  'unknown-variable',
  'unknown-colleague',
  'not-ahead',
  'no-file',
  'file-too-large',
  'file-type-refused',
  'too-many-files',
  'mixed-units',
  'not-for-hours',
  'reminder-too-early',
  'consequence-unfit',
  'period-overlaps',
  'period-gap',
  'scope-taken',
  'day-has-begun',
  'later-version-waits',
  'no-such-day',
  'day-taken',
  'outside-years',
  'unknown-name',
  'other-conditions',
  'endpoint-not-a-url',
  'endpoint-https-only',
  'endpoint-private-address',
  'endpoint-port-not-allowed',
  'no-pause',
] as const;

export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];

function isFieldErrorCode(value: string): value is FieldErrorCode {
  return FIELD_ERROR_CODES.some(code => code === value);
}

type Issue = z.core.$ZodIssue;

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): FieldError {
  const min = Number(issue.minimum);
  if (issue.origin === 'string')
    return min <= 1 ? { code: 'required' } : { code: 'too-short', params: { min } };
  if (issue.origin === 'array' || issue.origin === 'set') {
    return min <= 1 ? { code: 'required' } : { code: 'too-few', params: { min } };
  }
  return { code: 'too-low', params: { min } };
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): FieldError {
  const max = Number(issue.maximum);
  if (issue.origin === 'string') return { code: 'too-long', params: { max } };
  if (issue.origin === 'array' || issue.origin === 'set') return { code: 'too-many', params: { max } };
  return { code: 'too-high', params: { max } };
}

const BY_FORMAT: Readonly<Record<string, FieldErrorCode>> = {
  email: 'invalid-email',
  date: 'not-a-date',
  datetime: 'not-a-date',
  time: 'not-a-time',
};

function customParams(issue: Issue): FieldError['params'] {
  if (issue.code !== 'custom' || !issue.params) return undefined;
  const plain = Object.entries(issue.params).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return plain.length > 0 ? Object.fromEntries(plain) : undefined;
}

function missing(issue: Extract<Issue, { code: 'invalid_type' }>): boolean {
  return issue.input === undefined || issue.message.endsWith('received undefined');
}

function fieldErrorOf(issue: Issue): FieldError {
  if (isFieldErrorCode(issue.message)) {
    const params = customParams(issue);
    return params ? { code: issue.message, params } : { code: issue.message };
  }
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return { code: BY_FORMAT[issue.format] ?? 'invalid' };
    case 'invalid_value':
      return { code: 'not-an-option' };
    case 'unrecognized_keys':
      return { code: 'unknown-field' };
    case 'invalid_type':
      return { code: missing(issue) ? 'required' : issue.expected === 'number' ? 'not-a-number' : 'invalid' };
    default:
      return { code: 'invalid' };
  }
}

function pathsOf(issue: Issue): readonly string[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [path.join('.')];
  return issue.keys.map(key => [...path, key].join('.'));
}

/**
 * What a Zod schema refused, as field errors by path in dots; the first reason of each field. A schema may
 * give a field error's code as its message (`.refine(check, 'in-the-future')`); other issues of Zod are
 * translated to the nearest code.
 */
export function fieldErrorsOf(error: z.ZodError): FieldErrors {
  const fields: Record<string, FieldError> = {};
  for (const issue of error.issues) {
    for (const path of pathsOf(issue)) fields[path] ??= fieldErrorOf(issue);
  }
  return fields;
}
