import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { toneOf } from '#app/ui/case/state-tag.tsx';
import { type ClockState, DueCell } from '#app/ui/clock-panel.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/notice.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import type { QueueRow } from '#app/usecases/complaints/queries/operator-queue.server.ts';
import { type QueueLabels, queueLabels } from './queue-labels.ts';

const SOON_DAYS = 2;

function hrefOf({ reference }: QueueRow): string {
  return `/operator/cases/${reference}`;
}

function dueState({ state, overdue, due }: QueueRow): ClockState {
  if (state === 'returned') return 'paused';
  if (overdue) return 'overdue';
  return due !== null && due.daysLeft <= SOON_DAYS ? 'soon' : 'running';
}

/** Why the case has this date, or none: what is due, and what moved it. */
function reasonsOf(row: QueueRow, labels: QueueLabels): string {
  const waits = row.state === 'returned' || row.state === 'disputed' ? row.state : row.due_clock;
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

type Heading = (key: string) => string;

function columnsFor(
  t: Heading,
  labels: QueueLabels,
  regions: Readonly<Record<string, string>>,
): Column<QueueRow>[] {
  return [
    {
      key: 'reference',
      header: t('queue.column.reference'),
      rowHeader: true,
      tight: true,
      cell: row => (
        <a href={hrefOf(row)}>
          <Reference>{row.reference}</Reference>
        </a>
      ),
    },
    {
      key: 'due',
      header: t('queue.column.due'),
      cell: row => <DueText row={row} labels={labels} none={t('queue.noDeadline')} />,
    },
    {
      key: 'about',
      header: t('queue.column.about'),
      cell: row => (
        <>
          {labels.category(row.category)}
          <br />
          <span className="muted">{row.issues.map(labels.issue).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('queue.column.state'),
      cell: row => (
        <>
          <Tag tone={toneOf(row.state)}>{labels.state(row.state)}</Tag>
          {row.urgent ? <Tag tone="attention">{t('case.urgent')}</Tag> : null}
        </>
      ),
    },
    { key: 'who', header: t('queue.column.who'), cell: row => labels.track(row.track) },
    { key: 'region', header: t('queue.column.region'), cell: row => regions[row.region] ?? row.region },
    { key: 'filed', header: t('queue.column.filed'), tight: true, cell: row => labels.day(row.filed_on) },
  ];
}

interface QueueTableProps {
  readonly rows: readonly QueueRow[];
  readonly regions: Readonly<Record<string, string>>;
}

export function QueueTable({ rows, regions }: QueueTableProps) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  const labels = queueLabels(language, timeZone);
  return (
    <DataTable
      id="queue"
      caption={t('queue.title')}
      captionHidden
      columns={columnsFor(t, labels, regions)}
      rows={rows}
      rowKey={row => row.id}
      rowHref={hrefOf}
      empty={<EmptyState title={t('queue.empty')}>{t('queue.emptyHint')}</EmptyState>}
    />
  );
}
