import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { useFigureFormat } from '#app/ui/figure-format.ts';
import { Section } from '#app/ui/page-title.tsx';
import { COMPARED, type Compared, type Comparison } from '#app/usecases/statistics/comparison.ts';
import type { PublishedMedians } from '#app/usecases/statistics/queries/published-comparison.server.ts';

/** A published comparison beside the operator's own figures of the same period. */
export interface OwnComparison {
  readonly published: PublishedMedians;
  readonly own: Comparison;
}

function useComparedFormat() {
  const format = useFigureFormat();
  return (key: Compared, value: number | null) => {
    if (key === 'medianDays') return format.days(value);
    return key === 'rate' && value !== null ? format.rate(value) : format.share(value);
  };
}

/** How the operator stands beside the median of all, as far as the regulator has published it. */
export function ComparisonPart({ comparison }: { readonly comparison: OwnComparison | null }) {
  const t = useT('performance');
  const { language, timeZone } = useApp();
  const format = useComparedFormat();
  if (comparison === null) {
    return (
      <Section title={t('comparison.title')} id="comparison">
        <p className="muted">{t('comparison.none')}</p>
      </Section>
    );
  }
  const { published, own } = comparison;
  const day = (date: string) => formatDate(date, language, timeZone, 'medium');
  return (
    <Section title={t('comparison.title')} id="comparison">
      <p className="hint">
        {t('comparison.about', {
          number: formatNumber(published.operators, language),
          from: day(published.from),
          to: day(published.to),
          date: day(published.publishedAt),
        })}
      </p>
      <DataTable
        id="comparison-table"
        caption={t('comparison.title')}
        captionHidden
        columns={[
          {
            key: 'figure',
            header: t('comparison.figure'),
            cell: key => t(`comparison.${key}`),
            rowHeader: true,
          },
          {
            key: 'own',
            header: t('comparison.own'),
            cell: key => format(key, own[key]),
            numeric: true,
          },
          {
            key: 'median',
            header: t('comparison.median'),
            cell: key => format(key, published.medians[key]),
            numeric: true,
          },
        ]}
        rows={COMPARED}
        rowKey={key => key}
      />
    </Section>
  );
}
