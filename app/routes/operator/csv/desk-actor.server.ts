import { AppError } from '#app/domain/shared/errors.ts';
import { toErrorPage } from '#app/platform/http/refusal.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import type { DeskActor } from '#app/usecases/answers-csv/answer-file.server.ts';

/** The signed-in liaison as an actor of her desk. */
export function deskOf(staff: StaffMember): DeskActor {
  const { role, id, name, organisation } = staff;
  return organisation === null ? toErrorPage(new AppError('forbidden')) : { role, id, name, organisation };
}
