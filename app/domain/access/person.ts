import type { Role } from '../case/states.ts';
import type { DeskRole } from './desk-roles.ts';

/** Roles of the regulator's own people. */
export const REGULATOR_ROLES = [
  'case_officer',
  'analyst',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];

/** Somebody with an account, as those see who manage it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The operator's id and name for liaisons. */
  readonly operatorId: string | null;
  readonly operatorName: string | null;
  readonly deskRole: DeskRole;
  readonly secondFactor: boolean;
  readonly passkeys: number;
  readonly suspended: boolean;
  /** ISO instant of the last use; null when it was never used. */
  readonly seenAt: string | null;
}

/** Who wants to manage somebody. */
export interface Manager {
  readonly role: Role;
  readonly organisation: string | null;
  readonly deskRole: DeskRole | null;
}

/** What it takes to know who manages somebody. */
export type Managed = Pick<Person, 'role' | 'operatorId' | 'deskRole'>;

/** An administrator: of the regulator, or of an operator's desk. */
export function isAdministrator({ role, deskRole }: Pick<Managed, 'role' | 'deskRole'>): boolean {
  return role === 'administrator' || (role === 'liaison' && deskRole === 'administrator');
}

/**
 * Whether somebody may invite, change or suspend a person: a desk's administrators their own people, the regulator's
 * administrators the regulator's people and the administrators of every operator.
 */
export function mayManage(manager: Manager, person: Managed): boolean {
  if (manager.role === 'administrator') return person.role !== 'liaison' || isAdministrator(person);
  return (
    manager.role === 'liaison' &&
    manager.deskRole === 'administrator' &&
    manager.organisation !== null &&
    person.role === 'liaison' &&
    person.operatorId === manager.organisation
  );
}

/** An invitation that waits for its answer. */
export interface Invitation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly operatorName: string | null;
  readonly deskRole: DeskRole;
  /** ISO instant. */
  readonly expiresAt: string;
}
