import type { ReactNode } from 'react';
import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import type { FigureSet } from '#app/domain/statistics/figure-set.ts';
import type { Interval } from '#app/domain/statistics/rates.ts';
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

/** From this many letters on a heading needs a wider column, lest it be a column of words itself. */
const LONG_HEADING = 24;

/** Headings of many narrow columns may take several lines. */
function heading(text: string): ReactNode {
  const width = text.length > LONG_HEADING ? 'block min-w-36' : '';
  return <span className={`whitespace-normal ${width}`}>{text}</span>;
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

/** A share with the limits between which chance alone may move it. */
function ShareWithLimits({ share, limits }: { share: number | null; limits: Interval | null }) {
  const t = useT('ui');
  const format = useFigureFormat();
  if (limits === null) return format.exactShare(share);
  const [low, high] = [format.exactShare(limits.low), format.exactShare(limits.high)];
  return (
    <>
      <strong>{format.exactShare(share)}</strong>
      <br />
      <span className="muted">{t('chart.interval', { low, high })}</span>
    </>
  );
}

/** Whether operators keep the time that the rules give them. */
export function DeadlineTable({ figures }: { figures: Figures }) {
  const t = useT('figures');
  const count = useCountColumn();
  const columns: LineColumn[] = [
    useNameColumn(),
    count('deadline_ended'),
    {
      key: 'met',
      header: heading(t('operators.deadlinesMet')),
      numeric: true,
      cell: line => <ShareWithLimits share={line.deadlinesMet} limits={line.deadlinesMetLimits} />,
    },
    ...(['answered_in_time', 'breached', 'answered_late', 'missed_unanswered'] as const).map(count),
  ];
  return (
    <DataTable
      id="deadlines"
      caption={t('operators.deadlines')}
      columns={columns}
      rows={useLines(figures)}
      rowKey={line => line.key}
    />
  );
}

/** How many complaints operators get, and how fast they answer those that they answer. */
export function TimelinessTable({ figures }: { figures: Figures }) {
  const t = useT('figures');
  const format = useFigureFormat();
  const count = useCountColumn();
  const computed = (key: string, cell: (line: Line) => ReactNode): LineColumn => ({
    key,
    header: heading(t(`operators.${key}`)),
    numeric: true,
    cell,
  });
  const columns: LineColumn[] = [
    useNameColumn(),
    count('filed'),
    computed('rate', line => format.rateOf(line.rate)),
    ...(['served', 'answered'] as const).map(count),
    computed('answersInTime', line => format.exactShare(line.answersInTime)),
    computed('median', line => format.bareDays(line.medianDays)),
    computed('ninetieth', line => format.bareDays(line.ninetiethDays)),
  ];
  return (
    <DataTable
      id="timeliness"
      caption={t('operators.timeliness')}
      columns={columns}
      rows={useLines(figures)}
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
