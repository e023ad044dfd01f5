import { z } from 'zod';
import type { DeskRole } from '#app/domain/access/desk-roles.ts';
import { cleanLine } from '#app/domain/shared/text.ts';

const line = z
  .string()
  .default('')
  .transform(value => {
    const cleaned = cleanLine(value);
    return cleaned.ok ? cleaned.text.trim() : '';
  });

/** Values of a claim, separated by commas. */
const values = line.transform(text =>
  text
    .split(',')
    .map(value => value.trim())
    .filter(value => value !== ''),
);

/** The form of an operator's sign-in settings. */
export const signInSettingsForm = z.object({
  issuer: line.pipe(z.url('invalid').max(300)),
  clientId: line.pipe(z.string().min(1, 'required').max(200)),
  /** Empty keeps the one that is stored. */
  clientSecret: z.string().max(500).default(''),
  roleClaim: line.pipe(z.string().max(100)),
  agents: values,
  approvers: values,
  administrators: values,
  admission: z.enum(['invited', 'domain'], 'not-an-option'),
  required: z
    .string()
    .optional()
    .transform(value => value !== undefined),
  enabled: z
    .string()
    .optional()
    .transform(value => value !== undefined),
});

export type SignInSettingsForm = z.infer<typeof signInSettingsForm>;

/** Desk role by value; where one is named twice the most counts. */
export function roleMapOf(form: SignInSettingsForm): Readonly<Record<string, DeskRole>> {
  const pairs = (role: DeskRole, named: readonly string[]) => named.map(value => [value, role] as const);
  return Object.fromEntries([
    ...pairs('agent', form.agents),
    ...pairs('approver', form.approvers),
    ...pairs('administrator', form.administrators),
  ]);
}
