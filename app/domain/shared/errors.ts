/**
 * Every refusal that a user can meet, with its HTTP status. Texts are in the catalogue `errors` under the
 * same code; the API returns the code in its problem documents.
 */
export const ERROR_CODES = {
  'invalid-input': 422,
  'malformed-request': 400,
  unauthenticated: 401,
  'session-over': 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'case-changed': 409,
  'command-not-permitted': 409,
  'already-filed': 409,
  'idempotency-conflict': 409,
  'idempotency-in-progress': 409,
  'idempotency-key-missing': 400,
  'precondition-failed': 412,
  'api-key-refused': 401,
  'scope-missing': 403,
  'draft-expired': 410,
  'online-draft-gone': 410,
  'not-admissible': 422,
  'receipt-refused': 404,
  'reference-mistyped': 422,
  'answer-without-substance': 422,
  'answer-waiting': 409,
  'own-answer': 403,
  'extension-not-allowed': 409,
  'evidence-being-checked': 409,
  'evidence-quarantined': 403,
  'support-closed': 409,
  'version-not-open': 409,
  'file-too-large': 413,
  'request-too-large': 413,
  'file-type-refused': 415,
  'too-many-files': 422,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  'demonstration-only': 403,
  'single-sign-on-only': 403,
  'single-sign-on-refused': 403,
  'last-administrator': 409,
  'link-over': 410,
  'service-unavailable': 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Reasons why one field is refused; texts are in the catalogue `errors` under `field.<code>`. */
export interface FieldError {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Refused fields by their path in dots ("attempts.0.date"). */
export type FieldErrors = Readonly<Record<string, FieldError>>;

interface AppErrorDetails {
  readonly fields?: FieldErrors;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

/** The one error that use cases throw on purpose; anything else that surfaces is a fault of ours. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly fields: FieldErrors;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, details: AppErrorDetails = {}) {
    super(code, { cause: details.cause });
    this.code = code;
    this.fields = details.fields ?? {};
    this.params = details.params ?? {};
  }

  get status(): number {
    return ERROR_CODES[this.code];
  }
}
