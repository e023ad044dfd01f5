import type { ComponentProps } from 'react';
import type { FigureSet } from '#app/domain/statistics/figure-set.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useFigureFormat } from '../figure-format.ts';
import { CounterTiles } from '../navigation.tsx';
import type { LinkToCases } from './link-to-cases.ts';

interface TilesProps {
  readonly total: FigureSet;
  readonly linkTo: LinkToCases;
}

type Tiles = ComponentProps<typeof CounterTiles>['tiles'];

/** How operators kept their time: met, missed, and how long it took. */
function useTimeliness({ total, linkTo }: TilesProps): Tiles {
  const t = useT('figures');
  const format = useFigureFormat();
  const { measures } = total;
  return [
    {
      label: t('headline.deadlinesMet'),
      value: format.exactShare(total.deadlinesMet),
      note: t('headline.ofEnded', {
        count: measures.deadline_ended,
        met: format.count(measures.answered_in_time),
        formatted: format.count(measures.deadline_ended),
      }),
      href: linkTo({ measure: 'deadline_ended' }),
    },
    {
      label: t('headline.missed'),
      value: format.count(measures.breached),
      note: t('headline.missedHow', {
        late: format.count(measures.answered_late),
        unanswered: format.count(measures.missed_unanswered),
      }),
      href: linkTo({ measure: 'breached' }),
    },
    {
      label: t('headline.median'),
      value: format.days(total.medianDays),
      note: t('headline.ninetieth', { days: format.days(total.ninetiethDays) }),
      href: linkTo({ measure: 'answered' }),
    },
  ];
}

/** What became of the complaints, and how many there are for their number of subscribers. */
function useResults({ total, linkTo }: TilesProps): Tiles {
  const t = useT('figures');
  const format = useFigureFormat();
  const { measures, rate } = total;
  const counted = (key: string, count: number) => t(key, { count, formatted: format.count(count) });
  return [
    {
      label: t('headline.disputed'),
      value: format.count(measures.disputed),
      note: counted('headline.ofAnswered', measures.answered),
      href: linkTo({ measure: 'disputed' }),
    },
    {
      label: t('headline.money'),
      value: format.moneyInTile(measures.money_returned_minor),
      note: counted('headline.moneyCases', measures.money_cases),
      href: linkTo({ measure: 'money_cases' }),
    },
    {
      label: t('headline.rate'),
      value: format.rateOf(rate),
      note:
        rate === null
          ? t('rate.unknown')
          : t('rate.interval', {
              low: format.rate(rate.low),
              high: format.rate(rate.high),
            }),
      href: linkTo({ measure: 'filed' }),
    },
  ];
}

/** The figures that one looks at first, each opening the cases that it counts. */
export function HeadlineTiles(props: TilesProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { total, linkTo } = props;
  const filed = {
    label: t('headline.filed'),
    value: format.count(total.measures.filed),
    href: linkTo({ measure: 'filed' }),
  };
  return (
    <CounterTiles
      label={t('headline.label')}
      tiles={[filed, ...useTimeliness(props), ...useResults(props)]}
    />
  );
}
