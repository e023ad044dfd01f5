import { useT } from '#app/i18n/use-translation.ts';
import { BarList } from '#app/ui/charts/bar-list.tsx';
import { useFigureFormat } from '#app/ui/figure-format.ts';
import { OutcomeCharts } from '#app/ui/figures/outcome-charts.tsx';
import type { Figures } from '#app/usecases/statistics/figures.ts';
import { behindFigures } from './case-links.ts';

interface ChartProps {
  readonly figures: Figures;
}

/** Operators drawn beside the whole; the tables have them all. */
const OPERATORS_DRAWN = 6;

/** The outcomes of all, and of the operators with most complaints beside them. */
export function OutcomeComparison({ figures }: ChartProps) {
  const t = useT('figures');
  const drawn = figures.operators
    .filter(({ measures }) => measures.answered > 0 || measures.deemed_upheld > 0)
    .sort((a, b) => b.measures.filed - a.measures.filed)
    .slice(0, OPERATORS_DRAWN);
  const compared = figures.filter.operator === undefined ? drawn : [];
  return (
    <OutcomeCharts
      rows={[
        { label: t('operators.all'), figures: figures.total },
        ...compared.map(operator => ({ label: operator.name, operator: operator.id, figures: operator })),
      ]}
      linkTo={behindFigures(figures.filter)}
    />
  );
}

/** Complaints by the operator's size, with the interval that chance alone would explain. */
export function RateChart({ figures }: ChartProps) {
  const t = useT('figures');
  const format = useFigureFormat();
  const linkTo = behindFigures(figures.filter);
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
            href: linkTo({ operator: id }),
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
