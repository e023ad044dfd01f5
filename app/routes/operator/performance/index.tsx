import type { Actor } from '#app/domain/case/states.ts';
import { formatDate } from '#app/i18n/format.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { FigureDefinitions } from '#app/ui/figures/figure-definitions.tsx';
import { HeadlineTiles } from '#app/ui/figures/headline-tiles.tsx';
import { OutcomeCharts } from '#app/ui/figures/outcome-charts.tsx';
import { SliceChart } from '#app/ui/figures/slice-chart.tsx';
import { VolumeChart } from '#app/ui/figures/volume-chart.tsx';
import { FilterBar } from '#app/ui/navigation.tsx';
import { EmptyState } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { caseQuery } from '#app/usecases/complaints/case-filter.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { comparedFigures } from '#app/usecases/statistics/comparison.ts';
import { type Figures, isEmpty } from '#app/usecases/statistics/figures.ts';
import { type FiguresFilter, readFiguresFilter } from '#app/usecases/statistics/figures-filter.schema.ts';
import { publishedMedians } from '#app/usecases/statistics/queries/published-comparison.server.ts';
import { readFigures } from '#app/usecases/statistics/queries/read-figures.server.ts';
import { readForecast } from '#app/usecases/statistics/queries/read-forecast.server.ts';
import { readOwnRatings } from '#app/usecases/statistics/queries/read-own-ratings.server.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/index.ts';
import { ComparisonPart, type OwnComparison } from './comparison-part.tsx';
import { CounterTable } from './counter-table.tsx';
import { ForecastPart } from './forecast-part.tsx';
import { ownChoices } from './own-filter.server.ts';
import { OwnRatings } from './own-ratings.tsx';
import { behindOwnFigures, PERFORMANCE_PATH } from './performance-links.ts';

export function headers() {
  return PRIVATE_PAGE;
}

/** The medians that the regulator published, beside the own figures of the same period. */
async function compare(staff: Actor, operator: string, instant: string): Promise<OwnComparison | null> {
  const published = await publishedMedians(staff);
  if (published === null) return null;
  const { from, to } = published;
  const { total } = await readFigures(staff, { from, to, operator }, instant);
  return { published, own: comparedFigures(total) };
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const operator = staff.organisation ?? '';
  const instant = now().toISOString();
  const params = new URL(request.url).searchParams;
  const profile = activeProfile();
  const filter = { ...readFiguresFilter(params, ownChoices(staff), instant), operator };
  const language = requestLanguage(request, profile);
  return {
    staff: nameOf(staff),
    figures: await readFigures(staff, filter, instant),
    forecast: await readForecast(staff, operator, instant),
    ratings: await readOwnRatings(staff, operator, filter),
    comparison: await compare(staff, operator, instant),
    regions: Object.fromEntries(profile.regions.map(({ code, name }) => [code, name[language]])),
    categories: profile.categories,
    narrowed: ['from', 'to', 'category'].some(name => params.has(name)),
  };
}

interface PeriodProps {
  readonly filter: FiguresFilter;
  readonly categories: readonly string[];
  readonly narrowed: boolean;
}

function Period({ filter, categories, narrowed }: PeriodProps) {
  const t = useT('regulator');
  return (
    <FilterBar action={PERFORMANCE_PATH} clearHref={narrowed ? PERFORMANCE_PATH : undefined}>
      <DateField name="from" label={t('filter.from')} defaultValue={filter.from} />
      <DateField name="to" label={t('filter.to')} defaultValue={filter.to} />
      <SelectField
        name="category"
        label={t('column.category')}
        options={categories.map(key => ({ value: key, label: t(`taxonomy:category.${key}.label`) }))}
        defaultValue={filter.category}
        empty={t('filter.all')}
      />
    </FilterBar>
  );
}

export default function Performance({ loaderData }: Route.ComponentProps) {
  const t = useT('performance');
  const { language, timeZone } = useApp();
  const { staff, figures, forecast, ratings, comparison, regions, categories, narrowed } = loaderData;
  const { operator: _own, ...filter } = figures.filter;
  const day = (date: string) => formatDate(date, language, timeZone, 'medium');
  const linkTo = behindOwnFigures(figures.filter);
  const csv = `${PERFORMANCE_PATH}.csv?${caseQuery(filter)}`;
  return (
    <OperatorPage staff={staff} current="performance">
      <PageTitle
        lead={t('lead', { operator: `\u2068${staff.organisationName ?? ''}\u2069` })}
        aside={
          <LinkButton href={csv} look="secondary" small download>
            {t('common:action.downloadCsv')}
          </LinkButton>
        }
      >
        {t('title')}
      </PageTitle>
      <ForecastPart forecast={forecast} />
      <Section title={t('period', { from: day(filter.from), to: day(filter.to) })} id="figures">
        <Period filter={figures.filter} categories={categories} narrowed={narrowed} />
        {isEmpty(figures) ? (
          <EmptyState>{t('figures:none')}</EmptyState>
        ) : (
          <>
            <HeadlineTiles total={figures.total} linkTo={linkTo} />
            <VolumeChart figures={figures} linkTo={linkTo} />
          </>
        )}
      </Section>
      {isEmpty(figures) ? null : (
        <Breakdowns figures={figures} regions={regions} name={staff.organisationName ?? ''} />
      )}
      <ComparisonPart comparison={comparison} />
      <Section title={t('counters.title')} id="counters">
        <p className="hint">{t('counters.about')}</p>
        <div className="max-w-2xl">
          <CounterTable figures={figures} />
        </div>
      </Section>
      <OwnRatings ratings={ratings} />
      <FigureDefinitions />
    </OperatorPage>
  );
}

interface BreakdownsProps {
  readonly figures: Figures;
  /** Names by code. */
  readonly regions: Readonly<Record<string, string>>;
  readonly name: string;
}

function Breakdowns({ figures, regions, name }: BreakdownsProps) {
  const t = useT('figures');
  const linkTo = behindOwnFigures(figures.filter);
  return (
    <>
      <Section title={t('outcomes.title')}>
        <p className="hint">{t('outcomes.about')}</p>
        <OutcomeCharts rows={[{ label: name, figures: figures.total }]} linkTo={linkTo} />
      </Section>
      <div className="grid gap-x-8 lg:grid-cols-2">
        <SliceChart
          slices={figures.categories}
          by="category"
          labelOf={key => t(`taxonomy:category.${key}.label`)}
          linkTo={linkTo}
        />
        <SliceChart
          slices={figures.regions}
          by="region"
          labelOf={key => regions[key] ?? key}
          linkTo={linkTo}
        />
      </div>
    </>
  );
}
