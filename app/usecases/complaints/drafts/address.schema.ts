import { z } from 'zod';
import { AppError } from '#app/domain/shared/errors.ts';

const Email = z.email().max(254);

/** An e-mail address as it is written to, in small letters. @throws AppError `invalid-input` with the field `email` */
export function emailOf(typed: string): string {
  const trimmed = typed.trim();
  const read = Email.safeParse(trimmed);
  if (read.success) return read.data.toLowerCase();
  const code = trimmed === '' ? 'required' : 'invalid-email';
  throw new AppError('invalid-input', { fields: { email: { code } } });
}
