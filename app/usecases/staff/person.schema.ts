import { z } from 'zod';
import { DESK_ROLES } from '#app/domain/access/desk-roles.ts';
import { REGULATOR_ROLES } from '#app/domain/access/person.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { cleanLine } from '#app/domain/shared/text.ts';

const line = z.string({ error: 'required' }).transform(value => {
  const cleaned = cleanLine(value);
  return cleaned.ok ? cleaned.text : '';
});

const Whom = {
  name: line.pipe(z.string().min(1, 'required').max(120)),
  email: line.transform(value => value.toLowerCase()).pipe(z.email('invalid-email').max(254)),
  language: z.enum(LANGUAGES, 'not-an-option'),
};

/** An invitation to an operator's desk, by its own administrator. */
export const deskInvitation = z.object({ ...Whom, deskRole: z.enum(DESK_ROLES, 'not-an-option') });

/** An invitation by the regulator: to its own people, or of an operator's first administrator. */
export const regulatorInvitation = z.object({
  ...Whom,
  role: z.enum([...REGULATOR_ROLES, 'liaison'], 'not-an-option'),
  operatorId: z
    .string()
    .optional()
    .transform(value => (value === '' ? undefined : value)),
});
