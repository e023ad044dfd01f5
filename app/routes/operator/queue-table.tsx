import type { ReactNode } from 'react';
import type { QueueColumn } from '#app/domain/desk/columns.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { toneOf } from '#app/ui/case/state-tag.tsx';
import { type ClockState, DueCell } from '#app/ui/clock-panel.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import type { QueueRow } from '#app/usecases/complaints/queries/operator-queue.server.ts';
import {
  isQueue,
  type QueueFilter,
  type QueueSort,
  queueAddress,
  queueQuery,
  sortOf,
} from '#app/usecases/complaints/queue-filter.schema.ts';
import { type QueueLabels, queueLabels } from './queue-labels.ts';

const SOON_DAYS = 2;

/** The form that the rows' boxes belong to. */
export const BULK_FORM = 'bulk';

function hrefOf({ reference }: Pick<QueueRow, 'reference'>): string {
  return `/operator/cases/${reference}`;
}

function dueState({ state, overdue, due }: QueueRow): ClockState {
  // A pause that has used up its cap protects nobody any more.
  if (overdue) return 'overdue';
  if (state === 'returned') return 'paused';
  return due !== null && due.daysLeft <= SOON_DAYS ? 'soon' : 'running';
}

/** Why the case has this date, or none: what is due, and what moved it. */
function reasonsOf(row: QueueRow, labels: QueueLabels): string {
  const paused = row.state === 'returned' && !row.overdue;
  const waits = paused || row.state === 'disputed' ? row.state : row.due_clock;
  const reasons = [
    waits === null ? null : labels.reason(waits),
    row.extended && row.due_clock === 'respond' ? labels.reason('extended') : null,
    row.state === 'served' && !row.acknowledged ? labels.reason('unacknowledged') : null,
  ];
  return reasons.filter(reason => reason !== null).join(' · ');
}

function DueText({ row, labels, none }: { row: QueueRow; labels: QueueLabels; none: string }) {
  const reasons = reasonsOf(row, labels);
  if (row.due === null) return <span className="muted">{reasons === '' ? none : reasons}</span>;
  return (
    <DueCell
      state={dueState(row)}
      due={row.due.dueOn}
      dueText={labels.day(row.due.dueOn)}
      leftText={[labels.left(row.due.daysLeft), reasons].filter(text => text !== '').join(' · ')}
    />
  );
}

/** What the cells of one page need. */
interface Cells {
  readonly t: (key: string, values?: Readonly<Record<string, string>>) => string;
  readonly labels: QueueLabels;
  readonly regions: Readonly<Record<string, string>>;
  readonly filter: QueueFilter;
}

function State({ row, cells: { t, labels } }: { row: QueueRow; cells: Cells }) {
  return (
    <>
      <Tag tone={toneOf(row.state)}>{labels.state(row.state)}</Tag>
      {row.urgent ? <Tag tone="attention">{t('case.urgent')}</Tag> : null}
      {row.flagged ? <Tag tone="accent">{t('desk:flagged')}</Tag> : null}
    </>
  );
}

function cellOf(column: QueueColumn, row: QueueRow, cells: Cells): ReactNode {
  const { t, labels, regions } = cells;
  switch (column) {
    case 'due':
      return <DueText row={row} labels={labels} none={t('queue.noDeadline')} />;
    case 'about':
      return (
        <>
          {labels.category(row.category)}
          <br />
          <span className="muted">{row.issues.map(labels.issue).join(' · ')}</span>
        </>
      );
    case 'state':
      return <State row={row} cells={cells} />;
    case 'assignee':
      return row.assignee_name === null ? (
        <span className="muted">{t('desk:nobody')}</span>
      ) : (
        <bdi>{row.assignee_name}</bdi>
      );
    case 'who':
      return labels.track(row.track);
    case 'region':
      return regions[row.region] ?? row.region;
    case 'filed':
      return labels.day(row.filed_on);
    case 'service':
      return labels.service(row.service);
    case 'source':
      return labels.source(row.source);
  }
}

/** By which order a click on a column's heading asks for the list, seen from the present one. */
function nextSort(column: QueueColumn, filter: QueueFilter): QueueSort | null {
  if (column === 'due') return isQueue(filter) ? 'due' : null;
  if (column !== 'filed') return null;
  return sortOf(filter) === 'newest' ? 'oldest' : 'newest';
}

function sortedBy(column: QueueColumn, filter: QueueFilter): 'ascending' | 'descending' | undefined {
  const sort = sortOf(filter);
  if (column === 'due' && sort === 'due') return 'ascending';
  if (column !== 'filed' || sort === 'due') return undefined;
  return sort === 'newest' ? 'descending' : 'ascending';
}

function columnOf(column: QueueColumn, cells: Cells): Column<QueueRow> {
  const { t, filter } = cells;
  const label = t(`queue.column.${column}`);
  const sort = nextSort(column, filter);
  return {
    key: column,
    header: sort === null ? label : <a href={queueAddress({ ...filter, sort })}>{label}</a>,
    label,
    sorted: sortedBy(column, filter),
    tight: column === 'filed',
    cell: row => cellOf(column, row, cells),
  };
}

function choosing({ t }: Cells): Column<QueueRow> {
  return {
    key: 'choose',
    header: <span className="sr-only">{t('desk:choose')}</span>,
    tight: true,
    cell: ({ id, version, reference }) => (
      <input
        type="checkbox"
        name="case"
        value={`${id}:${version}`}
        form={BULK_FORM}
        className="row-box"
        aria-label={t('desk:chooseCase', { reference })}
      />
    ),
  };
}

const REFERENCE: Column<QueueRow> = {
  key: 'reference',
  header: null,
  rowHeader: true,
  tight: true,
  cell: row => (
    <a href={hrefOf(row)}>
      <Reference>{row.reference}</Reference>
    </a>
  ),
};

interface QueueTableProps {
  readonly rows: readonly QueueRow[];
  readonly regions: Readonly<Record<string, string>>;
  readonly columns: readonly QueueColumn[];
  readonly filter: QueueFilter;
  /** The place of the page in the list, to come back to it from a case beside it. */
  readonly place?: Readonly<Record<string, string>>;
  /** The case that stands beside the list. */
  readonly current?: string;
}

export function QueueTable({ rows, regions, columns, filter, place = {}, current }: QueueTableProps) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  const cells: Cells = { t, labels: queueLabels(language, timeZone), regions, filter };
  const query = new URLSearchParams([...queueQuery(filter), ...Object.entries(place)]);
  const search = query.size === 0 ? '' : `?${query}`;
  return (
    <DataTable
      id="queue"
      caption={t('queue.title')}
      captionHidden
      columns={[
        ...(current === undefined ? [choosing(cells)] : []),
        { ...REFERENCE, header: t('queue.column.reference') },
        ...columns.map(column => columnOf(column, cells)),
      ]}
      rows={rows}
      rowKey={row => row.id}
      rowHref={hrefOf}
      stack
      rowBeside={row => `/operator/beside/${row.reference}${search}`}
      isCurrent={row => row.reference === current}
      emptyTitle={t('queue.empty')}
      empty={t('queue.emptyHint')}
    />
  );
}
