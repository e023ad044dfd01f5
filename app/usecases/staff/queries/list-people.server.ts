import { deskRoleOf } from '#app/domain/access/desk-roles.ts';
import type { Invitation, Person } from '#app/domain/access/person.ts';
import type { StaffAction } from '#app/domain/access/staff-log.ts';
import { type Actor, isRole } from '#app/domain/case/states.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';

/** Whose people: an operator's, or the regulator's with the operators' administrators. */
export type Scope = { readonly operatorId: string } | 'regulator';

export function scopeOf(actor: Actor): Scope {
  return actor.role === 'liaison' ? { operatorId: actor.organisation ?? '' } : 'regulator';
}

const SHOWN = {
  operator: { select: { name: true } },
  sessions: { select: { seenAt: true }, orderBy: { seenAt: 'desc' }, take: 1 },
  _count: { select: { passkeys: true } },
} as const satisfies Prisma.UserInclude;

type UserRow = Prisma.UserGetPayload<{ include: typeof SHOWN }>;

function personFrom(user: UserRow): Person {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: isRole(user.role) ? user.role : 'public',
    operatorId: user.operatorId,
    operatorName: user.operator?.name ?? null,
    deskRole: deskRoleOf(user.deskRole),
    secondFactor: user.twoFactorEnabled === true,
    passkeys: user._count.passkeys,
    suspended: user.suspendedAt !== null,
    seenAt: user.sessions[0]?.seenAt.toISOString() ?? null,
  };
}

function peopleIn(scope: Scope): Prisma.UserWhereInput {
  if (scope !== 'regulator') return { role: 'liaison', operatorId: scope.operatorId };
  return { OR: [{ role: { not: 'liaison' } }, { role: 'liaison', deskRole: 'administrator' }] };
}

/** People with an account, the regulator's own first, then by operator and name. */
export async function listPeople(scope: Scope): Promise<readonly Person[]> {
  const users = await database().user.findMany({
    where: peopleIn(scope),
    include: SHOWN,
    orderBy: [{ operatorId: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
  });
  return users.map(personFrom);
}

/** One person of the scope; null when there is none. */
export async function findPerson(scope: Scope, id: string): Promise<Person | null> {
  const user = await database().user.findFirst({ where: { id, ...peopleIn(scope) }, include: SHOWN });
  return user === null ? null : personFrom(user);
}

/** Invitations that may still be accepted, newest first. */
export async function listInvitations(actor: Actor, now: Date): Promise<readonly Invitation[]> {
  return withActor(actor, async tx => {
    const links = await tx.accessLink.findMany({
      where: {
        purpose: 'invitation',
        usedAt: null,
        withdrawnAt: null,
        expiresAt: { gt: now },
        ...(actor.role === 'liaison' && { operatorId: actor.organisation }),
      },
      orderBy: { createdAt: 'desc' },
    });
    const operators = await tx.operator.findMany({ select: { id: true, name: true } });
    return links.map(link => ({
      id: link.id,
      name: link.name,
      email: link.email,
      role: isRole(link.role) ? link.role : 'public',
      operatorName: operators.find(({ id }) => id === link.operatorId)?.name ?? null,
      deskRole: deskRoleOf(link.deskRole),
      expiresAt: link.expiresAt.toISOString(),
    }));
  });
}

/** An entry of the log of staff. */
export interface StaffLogEntry {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly actorName: string;
  readonly subjectName: string;
  readonly operatorId: string | null;
  readonly action: StaffAction;
  readonly detail: Readonly<Record<string, string>>;
}

const LOG_LENGTH = 50;

/** The newest entries that the actor may read: an operator's own, or all of them. */
export async function readStaffLog(actor: Actor): Promise<readonly StaffLogEntry[]> {
  const rows = await withActor(actor, tx =>
    tx.staffLog.findMany({ orderBy: { id: 'desc' }, take: LOG_LENGTH }),
  );
  return rows.map(({ id, at, actorName, subjectName, operatorId, action, detail }) => ({
    id: String(id),
    at: at.toISOString(),
    actorName,
    subjectName,
    operatorId,
    action: action as StaffAction,
    detail: detail as Record<string, string>,
  }));
}
