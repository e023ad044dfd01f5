import { OPERATOR_OUTCOMES } from '#app/domain/case/outcomes.ts';
import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { StateTag } from '#app/ui/case/state-tag.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Reference } from '#app/ui/tag.tsx';
import {
  type CaseFilter,
  caseQuery,
  JUDGEMENTS,
  LATE,
  readCaseFilter,
} from '#app/usecases/complaints/case-filter.schema.ts';
import {
  type CaseListRow,
  listCases,
  readPlace,
} from '#app/usecases/complaints/queries/regulator-cases.server.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/cases.ts';
import { ownChoices } from './own-filter.server.ts';
import { ownCasesHref, PERFORMANCE_PATH } from './performance-links.ts';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const params = new URL(request.url).searchParams;
  const filter = { ...readCaseFilter(params, ownChoices(staff)), operator: staff.organisation ?? '' };
  const page = await listCases({ actor: staff, filter, now: now().toISOString(), place: readPlace(params) });
  const rows = page.rows.map(({ complainant: _name, money_returned_minor: _money, ...row }) => row);
  return { staff: nameOf(staff), filter, page: { ...page, rows } };
}

type Row = Omit<CaseListRow, 'complainant' | 'money_returned_minor'>;

function caseHref({ reference }: Row): string {
  return `/operator/cases/${reference}`;
}

/** A case that went to another operator is known here by what was known at its filing, and opens no more. */
function Named({ row }: { row: Row }) {
  const t = useT('performance');
  if (row.state !== null) {
    return (
      <a href={caseHref(row)}>
        <Reference>{row.reference}</Reference>
      </a>
    );
  }
  return (
    <>
      <Reference>{row.reference}</Reference>
      <br />
      <span className="muted">{t('cases.passedOn')}</span>
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useT('performance');
  const { language, timeZone } = useApp();
  return [
    {
      key: 'reference',
      header: t('regulator:column.reference'),
      rowHeader: true,
      tight: true,
      cell: row => <Named row={row} />,
    },
    {
      key: 'state',
      header: t('regulator:column.state'),
      cell: row => (row.state === null ? null : <StateTag state={row.state} />),
    },
    {
      key: 'category',
      header: t('regulator:column.category'),
      cell: row => t(`taxonomy:category.${row.category}.label`),
    },
    {
      key: 'filed',
      header: t('regulator:column.filed'),
      tight: true,
      cell: row => formatDate(row.filed_on, language, timeZone, 'medium'),
    },
    {
      key: 'inTime',
      header: t('cases.answer'),
      cell: row => <AnswerTime row={row} />,
    },
    { key: 'outcome', header: t('regulator:column.outcome'), cell: row => <Outcomes row={row} /> },
  ];
}

function AnswerTime({ row }: { row: Row }) {
  const t = useT('figures');
  if (row.answered_in_time !== null) {
    return t(row.answered_in_time ? 'measure.answered_in_time' : 'measure.answered_late');
  }
  return row.respond_breached ? t('measure.missed_unanswered') : null;
}

function Outcomes({ row }: { row: Row }) {
  const t = useT('domain');
  const texts = [
    row.operator_outcome && t(`operatorOutcome.${row.operator_outcome}`),
    row.complainant_outcome && t(`complainantOutcome.${row.complainant_outcome}`),
    row.regulator_outcome && t(`regulatorOutcome.${row.regulator_outcome}`),
  ];
  return texts.filter(Boolean).map(text => <div key={text}>{text}</div>);
}

function outcomeNamespace(outcome: string): string {
  if (OPERATOR_OUTCOMES.some(known => known === outcome)) return 'domain:operatorOutcome';
  return JUDGEMENTS.some(known => known === outcome)
    ? 'domain:complainantOutcome'
    : 'domain:regulatorOutcome';
}

/** What the list is narrowed to, in words. */
function useNarrowing({ from, to, is, outcome, state, category, due }: CaseFilter): string {
  const t = useT('performance');
  const { language, timeZone } = useApp();
  const day = (date: string) => formatDate(date, language, timeZone, 'medium');
  return [
    from && to ? t('period', { from: day(from), to: day(to) }) : null,
    due && (due === LATE ? t('cases.late') : t('cases.due', { date: day(due) })),
    category && t(`taxonomy:category.${category}.label`),
    is && t(`regulator:mark.${is}`),
    state && t(`domain:state.${state}`),
    outcome && t(`${outcomeNamespace(outcome)}.${outcome}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The own cases behind a figure, newest first. */
export default function OwnCases({ loaderData: { staff, filter, page } }: Route.ComponentProps) {
  const t = useT('performance');
  const { language } = useApp();
  const columns = useColumns();
  const narrowing = useNarrowing(filter);
  const { total } = page;
  const place = (key: 'after' | 'before', value: string) => {
    const { operator: _own, ...rest } = filter;
    return `${PERFORMANCE_PATH}/cases?${caseQuery({ ...rest, [key]: value })}`;
  };
  return (
    <OperatorPage staff={staff} current="performance">
      <p>
        <a href={`${PERFORMANCE_PATH}?${caseQuery({ from: filter.from, to: filter.to })}`}>
          {t('cases.back')}
        </a>
      </p>
      <PageTitle lead={narrowing}>{t('cases.title')}</PageTitle>
      <p className="list-count">
        {total === null
          ? null
          : t(total.exact ? 'common:count.cases' : 'regulator:list.moreThan', {
              count: total.count,
              formatted: formatNumber(total.count, language),
            })}
      </p>
      <p className="hint">{t('cases.unserved')}</p>
      <DataTable
        stack
        id="cases"
        caption={t('cases.title')}
        captionHidden
        columns={columns}
        rows={page.rows}
        rowKey={row => row.id}
        rowHref={row => (row.state === null ? undefined : caseHref(row))}
        empty={t('regulator:list.empty')}
      />
      <Pagination
        previousHref={page.previous === null ? undefined : place('before', page.previous)}
        nextHref={page.next === null ? undefined : place('after', page.next)}
      />
      <p className="mt-4">
        <a href={ownCasesHref({ from: filter.from, to: filter.to })}>{t('cases.all')}</a>
      </p>
    </OperatorPage>
  );
}
