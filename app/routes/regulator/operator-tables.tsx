import type { ReactNode } from 'react';
import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import type { FigureSet } from '#app/domain/statistics/figure-set.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { useFigureFormat } from '#app/ui/figure-format.ts';
import { type CaseFilter, MEASURE_FILTERS } from '#app/usecases/complaints/case-filter.schema.ts';
import type { Figures } from '#app/usecases/statistics/figures.ts';
import { casesHref } from './case-links.ts';

interface Line extends FigureSet {
  readonly key: string;
  readonly label: string;
  readonly filter: CaseFilter;
}

type LineColumn = Column<Line>;

/** Headings of many narrow columns may take several lines. */
function heading(text: string): ReactNode {
  return <span className="whitespace-normal">{text}</span>;
}

function useLines(figures: Figures): readonly Line[] {
  const t = useT('figures');
  const { filter, operators, total } = figures;
  const lines = operators.map(operator => ({
    ...operator,
    key: operator.id,
    label: operator.name,
    filter: { ...filter, operator: operator.id },
  }));
  if (lines.length === 1) return lines;
  return [...lines, { ...total, key: 'all', label: t('operators.all'), filter }];
}

/** A counter whose figure opens its list. */
function useCountColumn() {
  const t = useT('figures');
  const format = useFigureFormat();
  return (measure: CountedMeasure): LineColumn => ({
    key: measure,
    header: heading(t(`measure.${measure}`)),
    numeric: true,
    cell: line => (
      <a href={casesHref({ ...line.filter, ...MEASURE_FILTERS[measure] })}>
        {format.count(line.measures[measure])}
      </a>
    ),
  });
}

function useNameColumn(): LineColumn {
  const t = useT('figures');
  return { key: 'operator', header: t('operators.operator'), rowHeader: true, cell: line => line.label };
}

/** How fast operators answer. */
export function TimelinessTable({ figures }: { figures: Figures }) {
  const t = useT('figures');
  const format = useFigureFormat();
  const count = useCountColumn();
  const lines = useLines(figures);
  const columns: LineColumn[] = [
    useNameColumn(),
    count('filed'),
    {
      key: 'rate',
      header: heading(t('rate.short')),
      numeric: true,
      cell: line => format.rateOf(line.rate),
    },
    count('served'),
    count('answered'),
    count('answered_in_time'),
    {
      key: 'share',
      header: heading(t('operators.inTime')),
      numeric: true,
      cell: line => format.share(line.inTimeOfAnswered),
    },
    {
      key: 'served-share',
      header: heading(t('operators.inTimeOfServed')),
      numeric: true,
      cell: line => format.share(line.inTimeOfServed),
    },
    count('answered_late'),
    count('breached'),
    {
      key: 'median',
      header: heading(t('operators.median')),
      numeric: true,
      cell: line => format.bareDays(line.medianDays),
    },
    {
      key: 'ninetieth',
      header: heading(t('operators.ninetieth')),
      numeric: true,
      cell: line => format.bareDays(line.ninetiethDays),
    },
  ];
  return (
    <DataTable
      id="timeliness"
      caption={t('operators.timeliness')}
      columns={columns}
      rows={lines}
      rowKey={line => line.key}
    />
  );
}

/** What operators declare, complainants confirm and the regulator decides, in columns of their own. */
export function OutcomeTable({ figures }: { figures: Figures }) {
  const t = useT('figures');
  const format = useFigureFormat();
  const count = useCountColumn();
  const lines = useLines(figures);
  const columns: LineColumn[] = [
    useNameColumn(),
    ...(
      [
        'remedied_with_money',
        'remedied_without_money',
        'explained',
        'rejected',
        'confirmed',
        'unconfirmed',
        'disputed',
        'upheld',
        'partly_upheld',
        'not_upheld',
        'deemed_upheld',
      ] as const
    ).map(count),
    {
      key: 'money',
      header: heading(t('operators.money')),
      numeric: true,
      cell: line => (
        <a href={casesHref({ ...line.filter, ...MEASURE_FILTERS.money_cases })}>
          {format.money(line.measures.money_returned_minor)}
        </a>
      ),
    },
  ];
  return (
    <DataTable
      id="outcomes"
      caption={t('operators.outcomes')}
      columns={columns}
      rows={lines}
      rowKey={line => line.key}
    />
  );
}
