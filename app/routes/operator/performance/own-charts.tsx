import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import { endOfMonth } from '#app/domain/statistics/period.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { BarList } from '#app/ui/charts/bar-list.tsx';
import { StackedShare } from '#app/ui/charts/stacked-share.tsx';
import { TimeSeries } from '#app/ui/charts/time-series.tsx';
import { useFigureFormat } from '#app/ui/figure-format.ts';
import { MEASURE_FILTERS } from '#app/usecases/complaints/case-filter.schema.ts';
import { type Figures, type Slice, shareInTime } from '#app/usecases/statistics/figures.ts';
import { ownCasesHref } from './performance-links.ts';

interface ChartProps {
  readonly figures: Figures;
}

const VOLUME = ['filed', 'answered_in_time', 'disputed'] as const;

/** Cases by their day of filing, with what became of them since. */
export function OwnVolume({ figures }: ChartProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { grain, filter } = figures;
  const spanOf = (key: string) => {
    const end = grain === 'day' ? key : endOfMonth(key);
    return { from: key < filter.from ? filter.from : key, to: end > filter.to ? filter.to : end };
  };
  const drawn = grain === 'day' ? VOLUME.slice(0, 1) : VOLUME;
  return (
    <TimeSeries
      id="volume"
      title={t(`volume.by.${grain}`)}
      note={t('volume.note')}
      timeLabel={t(`volume.${grain}`)}
      kind="bars"
      series={drawn.map(measure => ({ key: measure, label: t(`measure.${measure}`) }))}
      points={figures.periods.map(slice => ({
        key: slice.key,
        label: format.period(slice.key, grain, 'short'),
        title: format.period(slice.key, grain, 'long'),
        values: drawn.map(measure => slice[measure]),
        hrefs: drawn.map(measure =>
          ownCasesHref({ ...filter, ...spanOf(slice.key), ...MEASURE_FILTERS[measure] }),
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

/** What the operator declared, complainants confirmed and the regulator decided: never added up. */
export function OwnOutcomes({ figures, name }: ChartProps & { readonly name: string }) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { measures } = figures.total;
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
            {
              key: name,
              label: name,
              values: OUTCOMES[party].map(part => measures[part]),
              hrefs: OUTCOMES[party].map(part =>
                ownCasesHref({ ...figures.filter, ...MEASURE_FILTERS[part] }),
              ),
            },
          ]}
          formatCount={format.count}
          formatShare={format.share}
        />
      ))}
    </div>
  );
}

interface SlicesProps extends ChartProps {
  readonly by: 'category' | 'region';
  readonly labelOf: (key: string) => string;
}

/** Where the complaints come from, with the share answered in time. */
export function OwnSlices({ figures, by, labelOf }: SlicesProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const slices: readonly Slice[] = by === 'category' ? figures.categories : figures.regions;
  return (
    <BarList
      id={`by-${by}`}
      title={t(`${by}.title`)}
      labelHeading={t(`${by}.heading`)}
      valueHeading={t('measure.filed')}
      rows={slices.map(slice => {
        const share = shareInTime(slice);
        return {
          key: slice.key,
          label: labelOf(slice.key),
          value: slice.filed,
          href: ownCasesHref({ ...figures.filter, [by]: slice.key }),
          note: share === null ? undefined : t('inTimeShare', { share: format.share(share) }),
        };
      })}
      format={format.count}
    />
  );
}
