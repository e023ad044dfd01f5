import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import type { FigureSet } from '#app/domain/statistics/figure-set.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useFigureFormat } from '../figure-format.ts';
import { CounterTiles } from '../navigation.tsx';
import type { LinkToCases } from './link-to-cases.ts';

interface TilesProps {
  readonly total: FigureSet;
  readonly linkTo: LinkToCases;
}

/** The figures that one looks at first, each opening the cases that it counts. */
export function HeadlineTiles({ total, linkTo }: TilesProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { measures } = total;
  const behind = (measure: CountedMeasure) => linkTo({ measure });
  const counted = (key: string, count: number) => t(key, { count, formatted: format.count(count) });
  return (
    <CounterTiles
      label={t('headline.label')}
      tiles={[
        { label: t('headline.filed'), value: format.count(measures.filed), href: behind('filed') },
        {
          label: t('headline.deadlinesMet'),
          value: format.exactShare(total.deadlinesMet),
          note: t('headline.ofEnded', {
            count: measures.deadline_ended,
            met: format.count(measures.answered_in_time),
            formatted: format.count(measures.deadline_ended),
          }),
          href: behind('deadline_ended'),
        },
        {
          label: t('headline.missed'),
          value: format.count(measures.breached),
          note: t('headline.missedHow', {
            late: format.count(measures.answered_late),
            unanswered: format.count(measures.missed_unanswered),
          }),
          href: behind('breached'),
        },
        {
          label: t('headline.median'),
          value: format.days(total.medianDays),
          note: t('headline.ninetieth', { days: format.days(total.ninetiethDays) }),
          href: behind('answered'),
        },
        {
          label: t('headline.disputed'),
          value: format.count(measures.disputed),
          note: counted('headline.ofAnswered', measures.answered),
          href: behind('disputed'),
        },
        {
          label: t('headline.money'),
          value: format.moneyInTile(measures.money_returned_minor),
          note: counted('headline.moneyCases', measures.money_cases),
          href: behind('money_cases'),
        },
        {
          label: t('headline.rate'),
          value: format.rateOf(total.rate),
          note:
            total.rate === null
              ? t('rate.unknown')
              : t('rate.interval', {
                  low: format.rate(total.rate.low),
                  high: format.rate(total.rate.high),
                }),
          href: behind('filed'),
        },
      ]}
    />
  );
}
