import { type CountedMeasure, MEASURES } from '#app/domain/statistics/contribution.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { useFigureFormat } from '#app/ui/figure-format.ts';
import { CounterTiles } from '#app/ui/navigation.tsx';
import { MEASURE_FILTERS } from '#app/usecases/complaints/case-filter.schema.ts';
import type { Figures } from '#app/usecases/statistics/figures.ts';
import { ownCasesHref } from './performance-links.ts';

interface FiguresProps {
  readonly figures: Figures;
}

const COUNTED: readonly CountedMeasure[] = MEASURES.filter(measure => measure !== 'money_returned_minor');

/** The main figures, worked out and worded as on the regulator's page, each opening the own cases behind it. */
export function OwnTiles({ figures }: FiguresProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { filter, total } = figures;
  const { measures } = total;
  const behind = (measure: CountedMeasure) => ownCasesHref({ ...filter, ...MEASURE_FILTERS[measure] });
  const counted = (key: string, count: number) => t(key, { count, formatted: format.count(count) });
  return (
    <CounterTiles
      label={t('headline.label')}
      tiles={[
        { label: t('headline.filed'), value: format.count(measures.filed), href: behind('filed') },
        {
          label: t('headline.inTime'),
          value: format.share(total.inTimeOfAnswered),
          note: `${counted('headline.inTimeCount', measures.answered_in_time)} ${t('headline.ofServed', {
            share: format.share(total.inTimeOfServed),
          })}`,
          href: behind('answered_in_time'),
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
          value: format.money(measures.money_returned_minor),
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

/** Every counter that the regulator has of the operator, with the list behind it. */
export function CounterTable({ figures }: FiguresProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { filter, total } = figures;
  const columns: Column<CountedMeasure>[] = [
    {
      key: 'measure',
      header: t('performance:counters.measure'),
      cell: measure => t(`measure.${measure}`),
      rowHeader: true,
    },
    {
      key: 'count',
      header: t('performance:counters.cases'),
      numeric: true,
      cell: measure => (
        <a href={ownCasesHref({ ...filter, ...MEASURE_FILTERS[measure] })}>
          {format.count(total.measures[measure])}
        </a>
      ),
    },
  ];
  return (
    <DataTable
      id="counter-table"
      caption={t('performance:counters.title')}
      captionHidden
      columns={columns}
      rows={COUNTED}
      rowKey={measure => measure}
    />
  );
}
