import { formatDate } from '#app/i18n/format.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { FigureDefinitions } from '#app/ui/figures/figure-definitions.tsx';
import { HeadlineTiles } from '#app/ui/figures/headline-tiles.tsx';
import { SliceChart } from '#app/ui/figures/slice-chart.tsx';
import { VolumeChart } from '#app/ui/figures/volume-chart.tsx';
import { FilterBar } from '#app/ui/navigation.tsx';
import { EmptyState } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { caseQuery } from '#app/usecases/complaints/case-filter.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { type Figures, isEmpty } from '#app/usecases/statistics/figures.ts';
import { readFiguresFilter } from '#app/usecases/statistics/figures-filter.schema.ts';
import { publishedMedians } from '#app/usecases/statistics/queries/published-comparison.server.ts';
import { readFigures } from '#app/usecases/statistics/queries/read-figures.server.ts';
import { type RatingRow, readRatings } from '#app/usecases/statistics/queries/read-ratings.server.ts';
import type { Route } from './+types/figures.ts';
import { CellFields, PeriodFields } from './case-filter-bar.tsx';
import { behindFigures } from './case-links.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import { OutcomeComparison, RateChart } from './figure-charts.tsx';
import { filterChoices, offeredFilters } from './filter-choices.server.ts';
import { RegulatorFrame } from './frame.tsx';
import { DeadlineTable, OutcomeTable, TimelinessTable } from './operator-tables.tsx';
import { RatingTable } from './rating-table.tsx';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'figures');
  const instant = now().toISOString();
  const choices = await filterChoices();
  const filter = readFiguresFilter(new URL(request.url).searchParams, choices, instant);
  const figures = await readFigures(staff, filter, instant);
  const ratings = await readRatings(staff, filter);
  const published = await publishedMedians(staff);
  const offered = offeredFilters(choices, requestLanguage(request, activeProfile()));
  const narrowed = Object.keys(filter).some(key => new URL(request.url).searchParams.has(key));
  return { viewer: { name: staff.name, role: staff.role }, figures, ratings, published, offered, narrowed };
}

export default function FiguresPage({ loaderData }: Route.ComponentProps) {
  const t = useT('figures');
  const { language, timeZone } = useApp();
  const { viewer, figures, ratings, published, offered, narrowed } = loaderData;
  const { filter } = figures;
  const day = (date: string) => formatDate(date, language, timeZone, 'medium');
  const regions = new Map(offered.regions.map(region => [region.value, region.label]));
  return (
    <RegulatorFrame viewer={viewer} current="figures">
      <PageTitle
        lead={t('lead', { from: day(filter.from), to: day(filter.to) })}
        aside={
          <LinkButton
            href={`/regulator/figures.csv?${caseQuery({ ...filter })}`}
            look="secondary"
            small
            download
          >
            {t('common:action.downloadCsv')}
          </LinkButton>
        }
      >
        {t('title')}
      </PageTitle>
      <FilterBar action="/regulator/figures" clearHref={narrowed ? '/regulator/figures' : undefined}>
        <PeriodFields filter={filter} />
        <CellFields filter={filter} offered={offered} />
      </FilterBar>
      {isEmpty(figures) ? (
        <EmptyState>{t('none')}</EmptyState>
      ) : (
        <Shown figures={figures} ratings={ratings} regions={regions} />
      )}
      <FigureDefinitions />
      <ComparisonPanel figures={figures} published={published} role={viewer.role} />
    </RegulatorFrame>
  );
}

interface ShownProps {
  readonly figures: Figures;
  readonly ratings: readonly RatingRow[];
  /** Names by code. */
  readonly regions: ReadonlyMap<string, string>;
}

function Shown({ figures, ratings, regions }: ShownProps) {
  const t = useT('figures');
  const linkTo = behindFigures(figures.filter);
  return (
    <>
      <HeadlineTiles total={figures.total} linkTo={linkTo} />
      <VolumeChart figures={figures} linkTo={linkTo} />
      <Section title={t('outcomes.title')}>
        <p className="hint">{t('outcomes.about')}</p>
        <OutcomeComparison figures={figures} />
      </Section>
      <Section title={t('operators.title')}>
        <div className="grid gap-y-6">
          <DeadlineTable figures={figures} />
          <TimelinessTable figures={figures} />
          <OutcomeTable figures={figures} />
          <RateChart figures={figures} />
          <RatingTable ratings={ratings} />
        </div>
      </Section>
      <div className="mt-8 grid gap-x-8 lg:grid-cols-2">
        <SliceChart
          slices={figures.categories}
          by="category"
          labelOf={key => t(`taxonomy:category.${key}.label`)}
          linkTo={linkTo}
        />
        <SliceChart
          slices={figures.regions}
          by="region"
          labelOf={key => regions.get(key) ?? key}
          linkTo={linkTo}
        />
      </div>
    </>
  );
}
