import { formatNumber } from '#app/i18n/format.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { type CaseFilter, caseQuery, readCaseFilter } from '#app/usecases/complaints/case-filter.schema.ts';
import {
  type CasePage,
  listCases,
  placeQuery,
  readPlace,
} from '#app/usecases/complaints/queries/regulator-cases.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/cases.ts';
import { CaseFilterBar } from './case-filter-bar.tsx';
import { casesHref } from './case-links.ts';
import { CaseTable } from './case-table.tsx';
import { filterChoices, offeredFilters } from './filter-choices.server.ts';
import { RegulatorFrame } from './frame.tsx';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'regulator');
  const params = new URL(request.url).searchParams;
  const choices = await filterChoices();
  const filter = readCaseFilter(params, choices);
  const place = readPlace(params);
  const page = await listCases({ actor: staff, filter, now: now().toISOString(), place });
  const offered = offeredFilters(choices, requestLanguage(request, activeProfile()));
  const list = caseQuery({ ...filter, ...placeQuery(place) });
  return { viewer: { name: staff.name, role: staff.role }, filter, list, page, offered };
}

export default function Cases({ loaderData }: Route.ComponentProps) {
  const t = useT('regulator');
  const { viewer, filter, list, page, offered } = loaderData;
  const regions = new Map(offered.regions.map(region => [region.value, region.label]));
  const query = caseQuery({ ...filter });
  return (
    <RegulatorFrame viewer={viewer} current="cases">
      <PageTitle
        aside={
          <LinkButton href={`/regulator/cases.csv${query && `?${query}`}`} look="secondary" small download>
            {t('common:action.downloadCsv')}
          </LinkButton>
        }
      >
        {t('list.title')}
      </PageTitle>
      <CaseFilterBar filter={filter} offered={offered} role={viewer.role} />
      <Remarks filter={filter} page={page} />
      <CaseTable rows={page.rows} role={viewer.role} regions={regions} filter={filter} list={list} />
      <Pages filter={filter} page={page} />
    </RegulatorFrame>
  );
}

interface PageProps {
  readonly filter: CaseFilter;
  readonly page: CasePage;
}

/** How many cases there are, and what a search has to say. */
function Remarks({ filter, page }: PageProps) {
  const t = useT('regulator');
  const { language } = useApp();
  const { total } = page;
  return (
    <>
      {filter.same ? (
        <Notice>
          <p>
            {t('list.same')} <Reference>{filter.same}</Reference>
          </p>
        </Notice>
      ) : null}
      {page.text === 'mistyped-reference' ? (
        <Notice kind="warning">
          <p>{t('errors:reference-mistyped.explanation')}</p>
        </Notice>
      ) : null}
      <p className="list-count">
        {total === null
          ? t('list.many')
          : t(total.exact ? 'common:count.cases' : 'list.moreThan', {
              count: total.count,
              formatted: formatNumber(total.count, language),
            })}
      </p>
    </>
  );
}

function Pages({ filter, page }: PageProps) {
  const to = (place: Record<string, string>) => `${casesHref()}?${caseQuery({ ...filter, ...place })}`;
  return (
    <Pagination
      previousHref={page.previous === null ? undefined : to({ before: page.previous })}
      nextHref={page.next === null ? undefined : to({ after: page.next })}
    />
  );
}
