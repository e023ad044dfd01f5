import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';

/** What is known of a signed-in member of an operator's staff. */
export type OperatorStaff = Pick<Actor, 'role' | 'id' | 'name' | 'organisation'>;

/**
 * A liaison acting for its operator as the complainant of the disputes that it filed: the role of complainant with
 * the organisation finds the case, with the case's id also reads what belongs to it.
 * @throws AppError `forbidden` for who isn't an operator's staff
 */
export function claimantOf({ role, id, name, organisation }: OperatorStaff, caseId?: string): Actor {
  if (role !== 'liaison' || organisation === null) throw new AppError('forbidden');
  return { role: 'complainant', id, name, organisation, ...(caseId === undefined ? {} : { caseId }) };
}
