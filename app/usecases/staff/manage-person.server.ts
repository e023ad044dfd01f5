import { type DeskRole, isDeskRole } from '#app/domain/access/desk-roles.ts';
import { isAdministrator, mayManage, type Person, REGULATOR_ROLES } from '#app/domain/access/person.ts';
import type { StaffAction } from '#app/domain/access/staff-log.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { activeProfile } from '../profile.server.ts';
import { sendAccessLink } from './access-links.server.ts';
import { logStaffChangeIn } from './log-staff-change.server.ts';
import { findPerson, scopeOf } from './queries/list-people.server.ts';

/** What a manager may do with a person's account. */
export const PERSON_COMMANDS = [
  'role',
  'suspend',
  'resume',
  'reset-second-factor',
  'send-password-link',
] as const;

interface PersonCommand {
  readonly manager: StaffMember;
  readonly personId: string;
  /** The form: `command`, and `role` where one is given. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly now: Date;
}

type Work = (tx: Tx, person: Person, command: PersonCommand) => Promise<void>;

type Administrator = { readonly id: string; readonly role: string; readonly operatorId: string | null };

/**
 * Whether a person is the only administrator of her own who can sign in. Locks all of them, so that two can't remove
 * each other at once.
 */
export async function isLastAdministrator(tx: Tx, person: Administrator): Promise<boolean> {
  const administrators =
    person.role === 'liaison'
      ? await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM "user" WHERE role = 'liaison' AND operator_id = ${person.operatorId}
            AND desk_role = 'administrator' AND suspended_at IS NULL ORDER BY id FOR UPDATE`
      : await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM "user" WHERE role = 'administrator' AND suspended_at IS NULL ORDER BY id FOR UPDATE`;
  return !administrators.some(({ id }) => id !== person.id);
}

async function requireAnotherAdministrator(tx: Tx, person: Person): Promise<void> {
  if (isAdministrator(person) && (await isLastAdministrator(tx, person)))
    throw new AppError('last-administrator');
}

function log(
  tx: Tx,
  command: PersonCommand,
  person: Person,
  entry: { action: StaffAction; detail?: Record<string, string> },
) {
  const { operatorId } = person;
  return logStaffChangeIn(tx, command.manager, { ...entry, subject: person, operatorId });
}

function endSessions(tx: Tx, userId: string) {
  return tx.session.deleteMany({ where: { userId } });
}

function wishedRole(person: Person, given: unknown): { role: string; deskRole: DeskRole } {
  if (person.role === 'liaison' && isDeskRole(given)) return { role: 'liaison', deskRole: given };
  if (person.role !== 'liaison' && REGULATOR_ROLES.some(role => role === given))
    return { role: String(given), deskRole: 'agent' };
  throw new AppError('invalid-input', { fields: { role: { code: 'not-an-option' } } });
}

const changeRole: Work = async (tx, person, command) => {
  const wished = wishedRole(person, command.given.role);
  const before = person.role === 'liaison' ? person.deskRole : person.role;
  const after = person.role === 'liaison' ? wished.deskRole : wished.role;
  if (before === after) return;
  await requireAnotherAdministrator(tx, person);
  await tx.user.update({ where: { id: person.id }, data: wished });
  await log(tx, command, person, { action: 'role-changed', detail: { before, after } });
};

const suspend: Work = async (tx, person, command) => {
  if (person.suspended) return;
  await requireAnotherAdministrator(tx, person);
  await tx.user.update({ where: { id: person.id }, data: { suspendedAt: command.now } });
  await endSessions(tx, person.id);
  await log(tx, command, person, { action: 'suspended' });
};

const resume: Work = async (tx, person, command) => {
  if (!person.suspended) return;
  await tx.user.update({ where: { id: person.id }, data: { suspendedAt: null } });
  await log(tx, command, person, { action: 'resumed' });
};

/** A lost telephone takes app and passkeys with it; the password remains, so sessions end. */
const resetSecondFactor: Work = async (tx, person, command) => {
  await tx.twoFactor.deleteMany({ where: { userId: person.id } });
  await tx.passkey.deleteMany({ where: { userId: person.id } });
  await tx.user.update({ where: { id: person.id }, data: { twoFactorEnabled: false } });
  await endSessions(tx, person.id);
  await log(tx, command, person, { action: 'second-factor-reset' });
};

const sendPasswordLink: Work = async (tx, person, command) => {
  const { id, email, name, role, operatorId, deskRole } = person;
  const { language } = await tx.user.findUniqueOrThrow({ where: { id }, select: { language: true } });
  await log(tx, command, person, { action: 'password-link-sent' });
  const whom = { email, name, role, operatorId, deskRole, userId: id };
  const { manager, now } = command;
  const known = isLanguage(language) ? language : activeProfile().defaultLanguage;
  const wish = { ...whom, language: known, createdBy: manager.id, sender: manager.name };
  await sendAccessLink(tx, { ...wish, purpose: 'password' }, now);
};

const WORK: Readonly<Record<(typeof PERSON_COMMANDS)[number], Work>> = {
  role: changeRole,
  suspend,
  resume,
  'reset-second-factor': resetSecondFactor,
  'send-password-link': sendPasswordLink,
};

/**
 * Changes somebody's access and logs it.
 * @throws AppError `not-found` for who is not the manager's to manage, `last-administrator`, `invalid-input`
 */
export async function managePerson(command: PersonCommand): Promise<void> {
  const { manager, personId, given } = command;
  const name = PERSON_COMMANDS.find(known => known === given.command);
  if (name === undefined) throw new AppError('malformed-request');
  await withActor(manager, async tx => {
    const person = await findPerson(scopeOf(manager), personId);
    if (person === null || !mayManage(manager, person)) throw new AppError('not-found');
    await WORK[name](tx, person, command);
  });
}
