import { randomUUID } from 'node:crypto';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { isUniqueViolation } from '#app/platform/db/unique-violation.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { requireGoodPassword, setPassword } from '../accounts/change-password.server.ts';
import { type OpenLink, readLink, spendLink } from './access-links.server.ts';
import { logStaffChangeIn } from './log-staff-change.server.ts';

/** The new account of who was invited, in a transaction of the system. */
export async function createInvited(tx: Tx, link: OpenLink, name = link.name): Promise<string> {
  const id = randomUUID();
  const { email, role, operatorId, deskRole, language } = link;
  await tx.user.create({
    data: { id, name, email, emailVerified: true, role, operatorId, deskRole, language },
  });
  const actor: Actor = { role, id, name, organisation: operatorId };
  await logStaffChangeIn(tx, actor, {
    action: 'joined',
    subject: { id, name },
    operatorId,
    detail: { email },
  });
  return id;
}

async function join(link: OpenLink, password: string, now: Date): Promise<void> {
  const { password: hasher } = await auth().$context;
  const hash = await hasher.hash(password);
  await withActor(SYSTEM, async tx => {
    await spendLink(tx, link.id, now);
    const userId = await createInvited(tx, link);
    const account = { id: randomUUID(), accountId: userId, providerId: 'credential', userId, password: hash };
    await tx.account.create({ data: account });
  }).catch((error: unknown) => {
    throw isUniqueViolation(error, 'user_email_key') ? new AppError('link-over', { cause: error }) : error;
  });
}

/**
 * Uses a mailed link: makes the invited person's account, or gives an account a new password and ends its sessions.
 * The person signs in afterwards.
 * @throws AppError `link-over`; `invalid-input` on `password`
 */
export async function acceptLink(token: string, password: string, now: Date): Promise<void> {
  const link = await readLink(token, now);
  if (link.purpose === 'device') throw new AppError('link-over');
  await requireGoodPassword(password, link.email);
  if (link.purpose === 'invitation') return join(link, password, now);
  const { userId, operatorId, role, name } = link;
  if (userId === null) throw new AppError('link-over');
  await withActor(SYSTEM, async tx => {
    await spendLink(tx, link.id, now);
    await tx.session.deleteMany({ where: { userId } });
    const actor: Actor = { role, id: userId, name, organisation: operatorId };
    await logStaffChangeIn(tx, actor, {
      action: 'password-changed',
      subject: { id: userId, name },
      operatorId,
    });
  });
  await setPassword(userId, password);
}
