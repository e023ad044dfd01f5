import { z } from 'zod';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { ERROR_CODES, type ErrorCode } from '#app/domain/shared/errors.ts';
import { FIELD_ERROR_CODES } from '#app/domain/shared/field-errors.ts';
import { translator } from '#app/i18n/i18n.ts';

const FieldProblem = z
  .object({
    pointer: z.string().meta({ description: 'JSON Pointer into what was sent.' }),
    field: z.string(),
    code: z.enum(FIELD_ERROR_CODES).or(z.string()),
    detail: z.string().meta({ description: 'In the language of Accept-Language.' }),
  })
  .meta({ id: 'FieldProblem' });

const Problem = z
  .object({
    type: z.string().meta({ description: 'urn:recours:problem: and the code.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(FieldProblem).optional().meta({ description: 'Refused fields, each with its reason.' }),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' });

/** Codes that name fields, with one that an example shows. */
const FIELDS: Partial<Record<ErrorCode, { readonly field: string; readonly code: string }>> = {
  'invalid-input': { field: 'message', code: 'required' },
  'answer-without-substance': { field: 'items.0.cause', code: 'without-substance' },
  'not-admissible': { field: 'attempts', code: 'operator-not-contacted' },
  'too-many-files': { field: 'evidence', code: 'too-many-files' },
  'file-too-large': { field: 'evidence', code: 'file-too-large' },
  'file-type-refused': { field: 'evidence', code: 'file-type-refused' },
};

const WAITING: readonly ErrorCode[] = ['too-many-requests', 'idempotency-in-progress'];

function exampleOf(code: ErrorCode) {
  const t = translator('en', 'errors');
  const named = FIELDS[code];
  const errors = named && [
    { pointer: `/${named.field.replaceAll('.', '/')}`, ...named, detail: t(`field.${named.code}`) },
  ];
  return {
    summary: code,
    value: {
      type: `urn:recours:problem:${code}`,
      title: t(`${code}.title`),
      status: ERROR_CODES[code],
      detail: t(`${code}.explanation`),
      ...(errors && { errors }),
    },
  };
}

const RetryAfter = z.object({
  'retry-after': z.string().optional().meta({ description: 'Seconds after which to ask again.' }),
});

function responseFor(codes: readonly ErrorCode[]) {
  const t = translator('en', 'errors');
  const examples = Object.fromEntries(codes.map(code => [code, exampleOf(code)]));
  return {
    description: codes.map(code => `\`${code}\`: ${t(`${code}.title`)}`).join('. '),
    ...(codes.some(code => WAITING.includes(code)) && { headers: RetryAfter }),
    content: { 'application/problem+json': { schema: Problem, examples } },
  };
}

/** The answers by which an operation refuses, by status; each code is an example of its status. */
export function problemResponses(codes: readonly ErrorCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(codes, code => ERROR_CODES[code]);
  return Object.fromEntries([...byStatus].map(([status, same]) => [String(status), responseFor(same)]));
}
