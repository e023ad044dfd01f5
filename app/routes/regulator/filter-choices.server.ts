import type { Language } from '#app/domain/shared/language.ts';
import { TRACKS } from '#app/domain/taxonomy/definition.ts';
import { registeredOperators } from '#app/usecases/complaints/queries/register-of-operators.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { FilterChoices } from '#app/usecases/statistics/figures-filter.schema.ts';
import type { OfferedFilters } from './case-filter-bar.tsx';

/** What an address may be narrowed by: the profile's lists and the register as it stands. */
export async function filterChoices(): Promise<FilterChoices> {
  return { profile: activeProfile(), operators: await registeredOperators() };
}

/** The choices as the filters show them. */
export function offeredFilters({ profile, operators }: FilterChoices, language: Language): OfferedFilters {
  return {
    operators: operators.map(({ id, name }) => ({ value: id, label: name })),
    categories: profile.categories,
    regions: profile.regions.map(({ code, name }) => ({ value: code, label: name[language] })),
    tracks: TRACKS,
  };
}
