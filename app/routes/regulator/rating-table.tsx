import { formatDecimal, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import type { RatingRow } from '#app/usecases/statistics/queries/read-ratings.server.ts';

const MARKED = ['ease', 'information', 'treatment'] as const;

/** What complainants say of the procedure and of the operator once their case is over. */
export function RatingTable({ ratings }: { ratings: readonly RatingRow[] }) {
  const t = useT('figures');
  const { language } = useApp();
  return (
    <DataTable
      id="ratings"
      caption={t('ratings.title')}
      columns={[
        { key: 'operator', header: t('ratings.operator'), cell: row => row.operator, rowHeader: true },
        {
          key: 'count',
          header: t('ratings.count'),
          cell: row => formatNumber(row.count, language),
          numeric: true,
        },
        ...MARKED.map(mark => ({
          key: mark,
          header: t(`ratings.${mark}`),
          cell: (row: RatingRow) => formatDecimal(row[mark], language, 1),
          numeric: true,
        })),
      ]}
      rows={ratings}
      rowKey={row => row.operator}
      empty={t('ratings.none')}
    />
  );
}
