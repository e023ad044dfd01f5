import { z } from 'zod';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { complaintShape, type FilingContext } from '../complaints/complaint.schema.ts';

/** What a complainant may correct after filing, checked as it was when filing. */
function correctionIn(context: FilingContext) {
  const { who, service, contact } = complaintShape(context);
  return z.object({
    name: contact.name,
    lineNumber: service.lineNumber,
    organisationName: who.organisationName,
    email: contact.email,
    phone: contact.phone,
  });
}

export type Correction = z.infer<ReturnType<typeof correctionIn>>;

/** The names of the form's fields. */
export const CORRECTABLE = ['name', 'lineNumber', 'organisationName', 'email', 'phone'] as const;

/** Checks a correction as it came from the form. */
export function readCorrection(
  raw: Readonly<Record<string, unknown>>,
  context: FilingContext,
): { readonly ok: true; readonly value: Correction } | { readonly ok: false; readonly fields: FieldErrors } {
  const read = correctionIn(context).safeParse(raw);
  return read.success ? { ok: true, value: read.data } : { ok: false, fields: fieldErrorsOf(read.error) };
}
