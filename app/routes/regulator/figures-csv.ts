import { requestLanguage } from '#app/i18n/request-language.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { figuresCsv } from '#app/usecases/statistics/figures-csv.ts';
import { readFiguresFilter } from '#app/usecases/statistics/figures-filter.schema.ts';
import { readFigures } from '#app/usecases/statistics/queries/read-figures.server.ts';
import type { Route } from './+types/figures-csv.ts';
import { csvResponse } from './csv-response.ts';
import { filterChoices, offeredFilters } from './filter-choices.server.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'figures');
  const instant = now().toISOString();
  const choices = await filterChoices();
  const filter = readFiguresFilter(new URL(request.url).searchParams, choices, instant);
  const figures = await readFigures(staff, filter, instant);
  const { regions } = offeredFilters(choices, requestLanguage(request, activeProfile()));
  const names = new Map(regions.map(region => [region.value, region.label]));
  const file = figuresCsv(figures, {
    currency: activeProfile().currency,
    regionName: code => names.get(code) ?? code,
  });
  return csvResponse('figures.csv', file);
}
