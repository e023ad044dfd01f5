import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';

/** Whose desk a liaison sits at. @throws AppError `forbidden` for who isn't an operator's staff */
export function deskOf({ role, id, name, organisation }: Actor) {
  if (role !== 'liaison' || id === null || organisation === null) throw new AppError('forbidden');
  return { userId: id, userName: name ?? id, operatorId: organisation };
}
