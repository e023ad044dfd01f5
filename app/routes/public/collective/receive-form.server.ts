import { data } from 'react-router';
import type { z } from 'zod';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { type FormValues, flatValues, formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { type Refused, refuse, requireMethod } from '#app/platform/http/refusal.server.ts';

/** A field that people don't see and programs fill in. */
export const TRAP = 'website';

/** The posted fields as objects, and whether a program filled the field that nobody sees. */
export async function receive(request: Request): Promise<{ values: FormValues; trapped: boolean }> {
  requireMethod(request, 'POST');
  const values = formValues(await readForm(request));
  return { values, trapped: typeof values[TRAP] === 'string' && values[TRAP] !== '' };
}

/** @throws AppError invalid-input with the refused fields */
export function checked<T extends z.ZodType>(schema: T, values: unknown): z.output<T> {
  const result = schema.safeParse(values);
  if (!result.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(result.error) });
  return result.data;
}

/** The form again with what was typed: refused fields, or for how long to wait. Everything else is an error page. */
export function refuseForm(error: unknown, typed: FormValues) {
  if (!(error instanceof AppError) || error.code !== 'too-many-requests') return refuse(error, typed);
  const { code, params, status } = error;
  const refused: Refused = { code, params, errors: {}, values: flatValues(typed) };
  return data(refused, { status, headers: { 'Retry-After': String(params.seconds ?? 60) } });
}
