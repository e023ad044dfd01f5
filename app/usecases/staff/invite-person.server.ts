import { mayManage } from '#app/domain/access/person.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { type LinkWish, sendAccessLink } from './access-links.server.ts';
import { logStaffChangeIn } from './log-staff-change.server.ts';
import { deskInvitation, regulatorInvitation } from './person.schema.ts';

type Wish = Pick<LinkWish, 'email' | 'name' | 'role' | 'operatorId' | 'deskRole' | 'language'>;

function readWish(manager: StaffMember, given: unknown): Wish {
  const desk = manager.role === 'liaison';
  const read = (desk ? deskInvitation : regulatorInvitation).safeParse(given);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const { name, email, language } = read.data;
  const whom = { name, email, language };
  if ('deskRole' in read.data)
    return { ...whom, role: 'liaison', operatorId: manager.organisation, deskRole: read.data.deskRole };
  const { role, operatorId = null } = read.data;
  if ((role === 'liaison') !== (operatorId !== null))
    throw new AppError('invalid-input', { fields: { operatorId: { code: 'required' } } });
  return { ...whom, role, operatorId, deskRole: role === 'liaison' ? 'administrator' : 'agent' };
}

async function requireFree(tx: Tx, wish: Wish): Promise<void> {
  const taken = await tx.user.count({ where: { email: wish.email } });
  if (taken > 0) throw new AppError('invalid-input', { fields: { email: { code: 'has-account' } } });
  const operators =
    wish.operatorId === null ? 1 : await tx.operator.count({ where: { id: wish.operatorId } });
  if (operators === 0)
    throw new AppError('invalid-input', { fields: { operatorId: { code: 'not-an-option' } } });
}

/**
 * Invites somebody by a mailed link that works once within seven days; a former invitation to the address is over.
 * @throws AppError `invalid-input` with the fields; `forbidden`
 */
export async function invitePerson(manager: StaffMember, given: unknown, now: Date): Promise<void> {
  const wish = readWish(manager, given);
  if (!mayManage(manager, wish)) throw new AppError('forbidden');
  const { email, name, operatorId } = wish;
  await withActor(manager, async tx => {
    await requireFree(tx, wish);
    await tx.accessLink.updateMany({
      where: { purpose: 'invitation', email, operatorId, usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    await logStaffChangeIn(tx, manager, {
      action: 'invited',
      subject: { name },
      operatorId,
      detail: { email, role: wish.role === 'liaison' ? wish.deskRole : wish.role },
    });
    const sender = { createdBy: manager.id, sender: manager.name };
    await sendAccessLink(tx, { ...wish, ...sender, purpose: 'invitation' }, now);
  });
}

/** Takes an invitation back before it is accepted. @throws AppError `link-over` */
export async function withdrawInvitation(manager: StaffMember, id: string, now: Date): Promise<void> {
  await withActor(manager, async tx => {
    const link = await tx.accessLink.findFirst({
      where: { id, purpose: 'invitation', usedAt: null, withdrawnAt: null },
    });
    if (link === null) throw new AppError('link-over');
    await tx.accessLink.update({ where: { id }, data: { withdrawnAt: now } });
    const { name, operatorId } = link;
    await logStaffChangeIn(tx, manager, { action: 'invitation-withdrawn', subject: { name }, operatorId });
  });
}
