import type { Slice } from '#app/domain/statistics/figure-set.ts';
import { endOfMonth } from '#app/domain/statistics/period.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { TimeSeries } from '../charts/time-series.tsx';
import { useFigureFormat } from '../figure-format.ts';
import type { LinkToCases } from './link-to-cases.ts';

const VOLUME = ['filed', 'answered_in_time', 'disputed'] as const;

interface Figures {
  readonly filter: { readonly from: string; readonly to: string };
  readonly grain: 'day' | 'month';
  readonly periods: readonly Slice[];
}

/** The days of a period's step that lie in the chosen period. */
function spanOf(key: string, { filter, grain }: Figures) {
  const end = grain === 'day' ? key : endOfMonth(key);
  return { from: key < filter.from ? filter.from : key, to: end > filter.to ? filter.to : end };
}

/** Cases by their day of filing, with what became of them since. */
export function VolumeChart({ figures, linkTo }: { figures: Figures; linkTo: LinkToCases }) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { grain } = figures;
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
        hrefs: drawn.map(measure => linkTo({ ...spanOf(slice.key, figures), measure })),
      }))}
      format={format.count}
    />
  );
}
