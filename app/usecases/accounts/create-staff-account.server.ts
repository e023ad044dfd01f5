import { randomUUID } from 'node:crypto';
import type { DeskRole } from '#app/domain/access/desk-roles.ts';
import type { Role } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { database } from '#app/platform/db/client.server.ts';
import { auth, PASSWORD_LENGTH } from '#app/platform/session/auth.server.ts';

export type StaffRole = Extract<Role, 'liaison' | 'case_officer' | 'analyst' | 'auditor' | 'administrator'>;

export interface NewStaffAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: StaffRole;
  /** The operator's id for liaisons, absent for the regulator's staff. */
  readonly operatorId?: string;
  /** For liaisons; an agent unless told. */
  readonly deskRole?: DeskRole;
  readonly language: Language;
}

/**
 * Makes an account for a member of staff, or gives the id of the one that has the address already, unchanged.
 * @throws AppError `invalid-input` on `password` or `operatorId`
 */
export async function createStaffAccount(account: NewStaffAccount): Promise<string> {
  const { name, password, role, operatorId, deskRole = 'agent', language } = account;
  if (password.length < PASSWORD_LENGTH.min)
    throw new AppError('invalid-input', {
      fields: { password: { code: 'too-short', params: { min: PASSWORD_LENGTH.min } } },
    });
  if ((role === 'liaison') !== (operatorId !== undefined))
    throw new AppError('invalid-input', { fields: { operatorId: { code: 'invalid' } } });
  const email = account.email.trim().toLowerCase();
  const known = await database().user.findUnique({ where: { email }, select: { id: true } });
  if (known !== null) return known.id;
  const { password: hasher } = await auth().$context;
  const id = randomUUID();
  await database().user.create({
    data: {
      id,
      name,
      email,
      emailVerified: true,
      role,
      operatorId: operatorId ?? null,
      deskRole,
      language,
      accounts: {
        create: {
          id: randomUUID(),
          accountId: id,
          providerId: 'credential',
          password: await hasher.hash(password),
        },
      },
    },
  });
  return id;
}
