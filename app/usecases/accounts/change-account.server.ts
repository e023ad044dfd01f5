import { z } from 'zod';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { LANGUAGES, type Language } from '#app/domain/shared/language.ts';
import { cleanLine } from '#app/domain/shared/text.ts';
import { database } from '#app/platform/db/client.server.ts';

const accountSchema = z.object({
  name: z
    .string({ error: 'required' })
    .transform(value => {
      const cleaned = cleanLine(value);
      return cleaned.ok ? cleaned.text : '';
    })
    .pipe(z.string().min(1, 'required').max(120)),
  language: z.enum(LANGUAGES, 'not-an-option'),
});

/**
 * Changes a person's own name and language.
 * @returns the language, for the cookie that pages follow
 * @throws AppError `invalid-input` with the fields
 */
export async function changeAccount(userId: string, given: unknown): Promise<Language> {
  const read = accountSchema.safeParse(given);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  await database().user.update({ where: { id: userId }, data: read.data });
  return read.data.language;
}
