import type { AppError, ErrorCode, FieldError } from '#app/domain/shared/errors.ts';

/** The texts of a problem in the reader's language. */
export interface ProblemTexts {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly detail: string;
  /** Why one field is refused. */
  field(error: FieldError): string;
}

/** The JSON Pointer (RFC 6901) of a field's path in dots; empty for the document as a whole. */
export function pointerTo(field: string): string {
  if (field === '') return '';
  return `/${field.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('.', '/')}`;
}

/** Refusals after which the same request may come again, and seconds to wait where the error doesn't say. */
const WAITING: Partial<Record<ErrorCode, number>> = { 'too-many-requests': 60, 'idempotency-in-progress': 1 };

/** A problem document (RFC 9457) for a refusal; `type` names its code, `errors` every refused field. */
export function problemResponse(error: AppError, texts: ProblemTexts, headers: HeadersInit = {}): Response {
  const errors = Object.entries(error.fields).map(([field, reason]) => ({
    pointer: pointerTo(field),
    field,
    code: reason.code,
    detail: texts.field(reason),
  }));
  const problem = {
    type: `urn:recours:problem:${error.code}`,
    title: texts.title,
    status: error.status,
    detail: texts.detail,
    ...(errors.length > 0 ? { errors } : {}),
  };
  const all = new Headers(headers);
  all.set('content-type', 'application/problem+json');
  all.set('content-language', texts.language);
  all.set('cache-control', 'no-store');
  all.set('vary', 'Accept-Language');
  const seconds = WAITING[error.code];
  if (seconds !== undefined) all.set('retry-after', String(error.params.seconds ?? seconds));
  return new Response(JSON.stringify(problem), { status: error.status, headers: all });
}
