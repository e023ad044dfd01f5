import { z } from 'zod';
import { AppError } from '#app/domain/shared/errors.ts';

/** An id as an address or a form has it. @throws AppError not-found for what can be no id */
export function knownId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new AppError('not-found');
  return text;
}
