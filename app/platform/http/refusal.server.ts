import { data } from 'react-router';
import { AppError, type ErrorCode, type FieldErrors } from '#app/domain/shared/errors.ts';
import { type FlatValues, flatValues } from './form-values.server.ts';
import { worthKeeping } from './worth-keeping.ts';

/** What a form's page gets back when its action refuses: the fields with their reasons, and what was typed. */
export interface Refused {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors: FieldErrors;
  readonly values: FlatValues;
}

type Typed = Readonly<Record<string, unknown>>;

/**
 * Throws what the error page shows: an `AppError` as its code and status, with what was written in a form that is lost;
 * anything else as the fault that it is.
 */
export function toErrorPage(error: unknown, texts: readonly string[] = []): never {
  if (error instanceof AppError) {
    const { code, params, status } = error;
    throw data({ code, params, ...(texts.length > 0 && { texts }) }, { status });
  }
  throw error;
}

/**
 * The answer to a form whose use case threw: an `AppError` that names fields gives the page its errors and what
 * was typed, under the error's status; everything else becomes an error page, with what was written to be copied.
 * @param typed values by name in dots, or nested as `formValues` gives them
 */
export function refuse(error: unknown, typed: Typed = {}) {
  const values = flatValues(typed);
  if (!(error instanceof AppError) || Object.keys(error.fields).length === 0)
    return toErrorPage(error, worthKeeping(Object.entries(values)));
  const { code, params, fields, status } = error;
  const refused: Refused = { code, params, errors: fields, values };
  return data(refused, { status });
}

/** For loaders: an `AppError` becomes the error page with its text. */
export async function orErrorPage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return toErrorPage(error);
  }
}

/** Refuses every method but these, as the page `method-not-allowed`. */
export function requireMethod(request: Request, ...methods: readonly string[]): void {
  if (!methods.includes(request.method)) toErrorPage(new AppError('method-not-allowed'));
}
