import { requestLanguage } from '#app/i18n/request-language.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { figuresCsv } from '#app/usecases/statistics/figures-csv.ts';
import { readFiguresFilter } from '#app/usecases/statistics/figures-filter.schema.ts';
import { readFigures } from '#app/usecases/statistics/queries/read-figures.server.ts';
import { PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/figures-csv.ts';
import { ownChoices } from './own-filter.server.ts';

/** The operator's own figures, line by line as the regulator's file has them. */
export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const instant = now().toISOString();
  const profile = activeProfile();
  const read = readFiguresFilter(new URL(request.url).searchParams, ownChoices(staff), instant);
  const figures = await readFigures(staff, { ...read, operator: staff.organisation ?? '' }, instant);
  const language = requestLanguage(request, profile);
  const names = new Map(profile.regions.map(({ code, name }) => [code, name[language]]));
  const file = figuresCsv(figures, {
    currency: profile.currency,
    regionName: code => names.get(code) ?? code,
  });
  return new Response(file, {
    headers: {
      ...PRIVATE_PAGE,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="performance.csv"',
    },
  });
}
