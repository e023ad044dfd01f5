import { type DeskRole, deskRoleOf } from '#app/domain/access/desk-roles.ts';
import { database } from '#app/platform/db/client.server.ts';

/** Somebody with an account, as those see who manage it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly deskRole: DeskRole;
  readonly secondFactor: boolean;
  readonly suspended: boolean;
}

/** An operator's people, by name. */
export async function listPeople(operatorId: string): Promise<readonly Person[]> {
  const users = await database().user.findMany({
    where: { operatorId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return users.map(({ id, name, email, deskRole, twoFactorEnabled, suspendedAt }) => ({
    id,
    name,
    email,
    deskRole: deskRoleOf(deskRole),
    secondFactor: twoFactorEnabled === true,
    suspended: suspendedAt !== null,
  }));
}
