import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { FilterChoices } from '#app/usecases/statistics/figures-filter.schema.ts';

/** What an address may be narrowed by: there is one operator to choose. */
export function ownChoices({ organisation, organisationName }: StaffMember): FilterChoices {
  const operators = [{ id: organisation ?? '', name: organisationName ?? '' }];
  return { profile: activeProfile(), operators };
}
