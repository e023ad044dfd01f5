import { COUNTERS, type CountedMeasure } from '#app/domain/statistics/contribution.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { useFigureFormat } from '#app/ui/figure-format.ts';
import type { Figures } from '#app/usecases/statistics/figures.ts';
import { behindOwnFigures } from './performance-links.ts';

/** Every counter that the regulator has of the operator, with the list behind it. */
export function CounterTable({ figures }: { figures: Figures }) {
  const t = useT('figures');
  const format = useFigureFormat();
  const { measures } = figures.total;
  const linkTo = behindOwnFigures(figures.filter);
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
      cell: measure => <a href={linkTo({ measure })}>{format.count(measures[measure])}</a>,
    },
  ];
  return (
    <DataTable
      id="counter-table"
      caption={t('performance:counters.title')}
      captionHidden
      columns={columns}
      rows={COUNTERS}
      rowKey={measure => measure}
    />
  );
}
