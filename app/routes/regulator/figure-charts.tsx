import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import { endOfMonth } from '#app/domain/statistics/period.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { BarList } from '#app/ui/charts/bar-list.tsx';
import { type ShareRow, StackedShare } from '#app/ui/charts/stacked-share.tsx';
import { TimeSeries } from '#app/ui/charts/time-series.tsx';
import { useFigureFormat } from '#app/ui/figure-format.ts';
import { type CaseFilter, MEASURE_FILTERS } from '#app/usecases/complaints/case-filter.schema.ts';
import { type FigureSet, type Figures, type Slice, shareInTime } from '#app/usecases/statistics/figures.ts';
import { casesHref } from './case-links.ts';

interface ChartProps {
  readonly figures: Figures;
}

const VOLUME = ['filed', 'answered_in_time', 'disputed'] as const;

/** The days of a period's step that lie in the chosen period. */
function spanOf(key: string, { filter, grain }: Figures): Pick<CaseFilter, 'from' | 'to'> {
  const end = grain === 'day' ? key : endOfMonth(key);
  return { from: key < filter.from ? filter.from : key, to: end > filter.to ? filter.to : end };
}

/** Cases by their day of filing, with what became of them since. */
export function VolumeChart({ figures }: ChartProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { grain, filter } = figures;
  return (
    <TimeSeries
      id="volume"
      title={t(`volume.by.${grain}`)}
      note={t('volume.note')}
      timeLabel={t(`volume.${grain}`)}
      kind="bars"
      series={(grain === 'day' ? VOLUME.slice(0, 1) : VOLUME).map(measure => ({
        key: measure,
        label: t(`measure.${measure}`),
      }))}
      points={figures.periods.map(slice => ({
        key: slice.key,
        label: format.period(slice.key, grain, 'short'),
        title: format.period(slice.key, grain, 'long'),
        values: VOLUME.map(measure => slice[measure]),
        hrefs: VOLUME.map(measure =>
          casesHref({ ...filter, ...spanOf(slice.key, figures), ...MEASURE_FILTERS[measure] }),
        ),
      }))}
      format={format.count}
    />
  );
}

const OUTCOMES = {
  declared: [
    'remedied_with_money',
    'remedied_without_money',
    'explained',
    'rejected',
    'not_our_customer',
    'duplicate',
  ],
  confirmed: ['confirmed', 'unconfirmed'],
  decided: ['upheld', 'partly_upheld', 'not_upheld', 'deemed_upheld'],
} as const satisfies Record<string, readonly CountedMeasure[]>;

/** Operators drawn beside the whole; the tables have them all. */
const OPERATORS_DRAWN = 6;

/** Three figures of three parties, in three drawings: they are never added up. */
export function OutcomeCharts({ figures }: ChartProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const drawn = figures.operators
    .filter(operator => operator.measures.answered > 0 || operator.measures.deemed_upheld > 0)
    .sort((a, b) => b.measures.filed - a.measures.filed)
    .slice(0, OPERATORS_DRAWN);
  const row = (
    set: FigureSet,
    label: string,
    filter: CaseFilter,
    parts: readonly CountedMeasure[],
  ): ShareRow => ({
    key: label,
    label,
    values: parts.map(part => set.measures[part]),
    hrefs: parts.map(part => casesHref({ ...filter, ...MEASURE_FILTERS[part] })),
  });
  return (
    <div className="grid gap-x-8 xl:grid-cols-3">
      {(['declared', 'confirmed', 'decided'] as const).map(party => (
        <StackedShare
          key={party}
          id={`outcomes-${party}`}
          title={t(`outcomes.${party}.title`)}
          note={t(`outcomes.${party}.note`)}
          labelHeading={t('operators.operator')}
          parts={OUTCOMES[party].map(measure => ({ key: measure, label: t(`measure.${measure}`) }))}
          rows={[
            row(figures.total, t('operators.all'), figures.filter, OUTCOMES[party]),
            ...(figures.filter.operator === undefined ? drawn : []).map(operator =>
              row(operator, operator.name, { ...figures.filter, operator: operator.id }, OUTCOMES[party]),
            ),
          ]}
          formatCount={format.count}
          formatShare={format.share}
        />
      ))}
    </div>
  );
}

/** Complaints by the operator's size, with the interval that chance alone would explain. */
export function RateChart({ figures }: ChartProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const rows = figures.operators.flatMap(({ id, name, rate, measures }) =>
    rate === null || measures.filed === 0
      ? []
      : [
          {
            key: id,
            label: name,
            value: rate.rate,
            low: rate.low,
            high: rate.high,
            href: casesHref({ ...figures.filter, operator: id }),
          },
        ],
  );
  if (figures.total.rate === null) return <p className="hint">{t('rate.unknown')}</p>;
  if (rows.length === 0) return null;
  return (
    <BarList
      id="rates"
      title={t('rate.title')}
      note={t('rate.note')}
      labelHeading={t('operators.operator')}
      valueHeading={t('rate.heading')}
      rows={rows.sort((a, b) => b.value - a.value)}
      format={format.rate}
    />
  );
}

interface SliceChartProps {
  readonly slices: readonly Slice[];
  readonly id: 'category' | 'region';
  readonly filter: CaseFilter;
  readonly labelOf: (key: string) => string;
}

function SliceChart({ slices, id, filter, labelOf }: SliceChartProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  return (
    <BarList
      id={`by-${id}`}
      title={t(`${id}.title`)}
      labelHeading={t(`${id}.heading`)}
      valueHeading={t('measure.filed')}
      rows={slices.map(slice => {
        const share = shareInTime(slice);
        return {
          key: slice.key,
          label: labelOf(slice.key),
          value: slice.filed,
          href: casesHref({ ...filter, [id]: slice.key }),
          note: share === null ? undefined : t('inTimeShare', { share: format.share(share) }),
        };
      })}
      format={format.count}
    />
  );
}

export function CategoryChart({ figures }: ChartProps) {
  const t = useT('taxonomy');
  return (
    <SliceChart
      id="category"
      slices={figures.categories}
      filter={figures.filter}
      labelOf={key => t(`category.${key}.label`)}
    />
  );
}

export function RegionChart({ figures, regions }: ChartProps & { regions: ReadonlyMap<string, string> }) {
  return (
    <SliceChart
      id="region"
      slices={figures.regions}
      filter={figures.filter}
      labelOf={key => regions.get(key) ?? key}
    />
  );
}
