import { type Slice, shareOfDeadlinesMet } from '#app/domain/statistics/figure-set.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { BarList } from '../charts/bar-list.tsx';
import { useFigureFormat } from '../figure-format.ts';
import type { LinkToCases } from './link-to-cases.ts';

interface SliceChartProps {
  readonly slices: readonly Slice[];
  readonly by: 'category' | 'region';
  readonly labelOf: (key: string) => string;
  readonly linkTo: LinkToCases;
}

/** Where the complaints come from, with the share of deadlines met where some were missed. */
export function SliceChart({ slices, by, labelOf, linkTo }: SliceChartProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  return (
    <BarList
      id={`by-${by}`}
      title={t(`${by}.title`)}
      labelHeading={t(`${by}.heading`)}
      valueHeading={t('measure.filed')}
      rows={slices.map(slice => {
        const share = shareOfDeadlinesMet(slice);
        return {
          key: slice.key,
          label: labelOf(slice.key),
          value: slice.filed,
          href: linkTo({ [by]: slice.key }),
          note:
            share === null || share === 1
              ? undefined
              : t('deadlinesMetShare', { share: format.exactShare(share) }),
        };
      })}
      format={format.count}
    />
  );
}
