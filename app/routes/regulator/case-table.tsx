import { maySee } from '#app/domain/access/visibility.ts';
import type { Role } from '#app/domain/case/states.ts';
import { formatDate, formatMoney } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { leftText } from '#app/ui/case/case-clocks.tsx';
import { StateTag } from '#app/ui/case/state-tag.tsx';
import { DueCell } from '#app/ui/clock-panel.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import { type CaseFilter, OLDEST } from '#app/usecases/complaints/case-filter.schema.ts';
import type { CaseListRow } from '#app/usecases/complaints/queries/regulator-cases.server.ts';
import { caseHref, casesHref } from './case-links.ts';

/** Calendar days before a deadline from which it counts as near. */
const SOON_DAYS = 2;

interface CaseTableProps {
  readonly rows: readonly CaseListRow[];
  readonly role: Role;
  readonly regions: ReadonlyMap<string, string>;
  readonly filter: CaseFilter;
  /** The query of this page of the list, which its cases carry along. */
  readonly list: string;
}

/** The heading of the day of filing turns the list round. */
function FiledHeading({ filter }: Pick<CaseTableProps, 'filter'>) {
  const t = useT('regulator');
  const { order, ...rest } = filter;
  return (
    <a href={casesHref(order === undefined ? { ...rest, order: OLDEST } : rest)} title={t('list.turn')}>
      {t('column.filed')}
      <span aria-hidden="true">{order === undefined ? ' ↓' : ' ↑'}</span>
    </a>
  );
}

export function CaseTable({ rows, role, regions, filter, list }: CaseTableProps) {
  const t = useT('regulator');
  const { language, timeZone } = useApp();
  const text = (key: string, header: string, cell: Column<CaseListRow>['cell']) => ({ key, header, cell });
  const columns: Column<CaseListRow>[] = [
    {
      ...text('reference', t('column.reference'), row => <ReferenceCell row={row} list={list} />),
      rowHeader: true,
      tight: true,
    },
    text('state', t('column.state'), row => (row.state === null ? null : <StateTag state={row.state} />)),
    ...(maySee(role, 'identity')
      ? [text('complainant', t('column.complainant'), row => <bdi>{row.complainant}</bdi>)]
      : []),
    text('operator', t('column.operator'), row => <OperatorCell row={row} />),
    text('category', t('column.category'), row => t(`taxonomy:category.${row.category}.label`)),
    text('region', t('column.region'), row => regions.get(row.region) ?? row.region),
    {
      key: 'filed',
      header: <FiledHeading filter={filter} />,
      label: t('column.filed'),
      cell: row => formatDate(row.filed_on, language, timeZone, 'short'),
      sorted: filter.order === OLDEST ? 'ascending' : 'descending',
      tight: true,
    },
    text('due', t('column.due'), row => <Due row={row} />),
    text('outcome', t('column.outcome'), row => <Outcomes row={row} />),
  ];
  return (
    <DataTable
      id="cases"
      stack
      caption={t('list.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => caseHref(row.reference, list)}
      empty={t('list.empty')}
    />
  );
}

function ReferenceCell({ row, list }: { row: CaseListRow; list: string }) {
  const t = useT('regulator');
  return (
    <>
      <a href={caseHref(row.reference, list)}>
        <Reference>{row.reference}</Reference>
      </a>
      {row.urgent ? (
        <>
          <br />
          <Tag tone="bad">{t('list.urgent')}</Tag>
        </>
      ) : null}
    </>
  );
}

/** Who is charged with a missed deadline, and whether the case went to another operator since. */
function OperatorCell({ row }: { row: CaseListRow }) {
  const t = useT('regulator');
  if (!row.former) return row.operator_name;
  return (
    <>
      {row.operator_name}
      <br />
      <span className="muted">{t('list.former')}</span>
    </>
  );
}

function dueState(row: CaseListRow, daysLeft: number) {
  if (row.state === 'returned') return 'paused';
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= SOON_DAYS ? 'soon' : 'running';
}

function Due({ row }: { row: CaseListRow }) {
  const t = useT('common');
  const { language, timeZone } = useApp();
  if (row.due === null) return null;
  const { dueOn, daysLeft } = row.due;
  const state = dueState(row, daysLeft);
  return (
    <DueCell
      state={state}
      due={dueOn}
      dueText={formatDate(dueOn, language, timeZone, 'short')}
      leftText={`${t(`domain:clock.${row.due_clock}`)} · ${state === 'paused' ? t('ui:clock.paused') : leftText(t, daysLeft)}`}
    />
  );
}

/** What the operator declares, the complainant confirms and the regulator decides: three lines, never one. */
function Outcomes({ row }: { row: CaseListRow }) {
  const t = useT('domain');
  const { language } = useApp();
  const money = Number(row.money_returned_minor);
  const amount = money > 0 ? formatMoney({ amountMinor: money, currency: row.currency }, language) : null;
  const lines = [
    row.operator_outcome &&
      [t(`operatorOutcome.${row.operator_outcome}`), amount].filter(Boolean).join(' · '),
    row.complainant_outcome && t(`complainantOutcome.${row.complainant_outcome}`),
    row.regulator_outcome && t(`regulatorOutcome.${row.regulator_outcome}`),
  ].filter(line => line !== null);
  return (
    <>
      {lines.map(line => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}
