/**
 * What a liaison may be at the operator's desk: an agent answers, an approver also reads what others want to send,
 * an administrator also manages the operator's people and settings.
 */
export const DESK_ROLES = ['agent', 'approver', 'administrator'] as const;

export type DeskRole = (typeof DESK_ROLES)[number];

export function isDeskRole(value: unknown): value is DeskRole {
  return DESK_ROLES.some(role => role === value);
}

/** The desk role that is stored; who has none that is known may do the least. */
export function deskRoleOf(stored: string): DeskRole {
  return isDeskRole(stored) ? stored : 'agent';
}
