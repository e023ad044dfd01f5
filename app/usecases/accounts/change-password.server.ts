import { AppError } from '#app/domain/shared/errors.ts';
import { database } from '#app/platform/db/client.server.ts';
import { auth, PASSWORD_LENGTH } from '#app/platform/session/auth.server.ts';
import { isKnownPassword } from '#app/platform/session/known-password.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { logStaffChange } from '../staff/log-staff-change.server.ts';
import { refusedBySignIn } from './refused-sign-in.server.ts';

/**
 * A new password is long enough, not among those that others know, and not the person's own address.
 * @throws AppError `invalid-input` on `password`
 */
export async function requireGoodPassword(password: string, email: string): Promise<void> {
  const { min, max } = PASSWORD_LENGTH;
  const refuse = (code: string, params = {}) => {
    throw new AppError('invalid-input', { fields: { password: { code, params } } });
  };
  if (password.length < min) refuse('too-short', { min });
  if (password.length > max) refuse('too-long', { max });
  const plain = password.toLowerCase();
  if (plain.includes(email.toLowerCase())) refuse('password-known');
  if (await isKnownPassword(password)) refuse('password-known');
}

/** Stores a password, whether the account had one or not. */
export async function setPassword(userId: string, password: string): Promise<void> {
  const { internalAdapter, password: hasher } = await auth().$context;
  const hash = await hasher.hash(password);
  const known = await database().account.count({ where: { userId, providerId: 'credential' } });
  if (known > 0) await internalAdapter.updatePassword(userId, hash);
  else
    await internalAdapter.linkAccount({
      userId,
      accountId: userId,
      providerId: 'credential',
      password: hash,
    });
  await database().user.update({ where: { id: userId }, data: { mustChangePassword: false } });
}

interface PasswordChange {
  readonly staff: StaffMember;
  readonly headers: Headers;
  readonly current: string;
  readonly password: string;
}

/**
 * Changes one's own password and ends every other session.
 * @throws AppError `invalid-input` on `current` or `password`
 */
export async function changePassword({ staff, headers, current, password }: PasswordChange): Promise<void> {
  try {
    await auth().api.verifyPassword({ body: { password: current }, headers });
  } catch (error) {
    if (!refusedBySignIn(error)) throw error;
    throw new AppError('invalid-input', { fields: { current: { code: 'invalid' } }, cause: error });
  }
  await requireGoodPassword(password, staff.email);
  if (password === current)
    throw new AppError('invalid-input', { fields: { password: { code: 'password-known' } } });
  await setPassword(staff.id, password);
  await database().session.deleteMany({ where: { userId: staff.id, id: { not: staff.sessionId } } });
  await logStaffChange(staff, { action: 'password-changed', subject: staff });
}
