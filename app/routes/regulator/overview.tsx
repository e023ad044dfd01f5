import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { StateTag } from '#app/ui/case/state-tag.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { type CounterTile, CounterTiles } from '#app/ui/navigation.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import { type CaseFilter, caseQuery, OLDEST } from '#app/usecases/complaints/case-filter.schema.ts';
import {
  type RegulatorCounters,
  regulatorOverview,
  type WaitingCase,
} from '#app/usecases/complaints/queries/regulator-overview.server.ts';
import { deskAlarm } from '#app/usecases/service/queries/unreached-desks.server.ts';
import type { Route } from './+types/overview.ts';
import { caseHref, casesHref } from './case-links.ts';
import { DeskAlarmNotice } from './deliveries/desk-alarm-notice.tsx';
import { RegulatorFrame } from './frame.tsx';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'regulator');
  const overview = await regulatorOverview(staff, now().toISOString());
  return { viewer: { name: staff.name, role: staff.role }, ...overview, alarm: await deskAlarm(staff) };
}

/** Who decides begins with the complaint that is oldest. */
const TO_DECIDE: CaseFilter = { state: 'under_review', order: OLDEST };

const TILES: readonly {
  readonly key: keyof RegulatorCounters;
  readonly filter: CaseFilter;
  readonly tone: CounterTile['tone'];
}[] = [
  { key: 'overdue', filter: { is: 'overdue' }, tone: 'bad' },
  { key: 'filed', filter: { state: 'filed' }, tone: 'attention' },
  { key: 'misdirected', filter: { state: 'misdirected' }, tone: 'attention' },
  { key: 'disputed', filter: { state: 'disputed' }, tone: 'attention' },
  { key: 'under_review', filter: TO_DECIDE, tone: 'attention' },
  { key: 'decided', filter: { state: 'decided' }, tone: 'neutral' },
];

export default function Overview({ loaderData }: Route.ComponentProps) {
  const t = useT('regulator');
  const { viewer, counters, waiting, alarm } = loaderData;
  return (
    <RegulatorFrame viewer={viewer} current="overview">
      <PageTitle lead={t('overview.lead')}>{t('overview.title')}</PageTitle>
      <DeskAlarmNotice alarm={alarm} />
      <CounterTiles
        label={t('overview.counters')}
        tiles={TILES.map(({ key, filter, tone }) => ({
          label: t(`overview.counter.${key}`),
          note: t(`overview.note.${key}`),
          value: counters[key],
          href: casesHref(filter),
          tone: counters[key] === 0 ? 'neutral' : (tone ?? 'neutral'),
        }))}
      />
      <Section
        title={t('overview.waiting')}
        aside={waiting.length === 0 ? null : <a href={casesHref(TO_DECIDE)}>{t('overview.allToDecide')}</a>}
      >
        <WaitingTable rows={waiting} />
      </Section>
    </RegulatorFrame>
  );
}

const waitingHref = ({ reference, state }: WaitingCase) =>
  caseHref(reference, caseQuery({ state, order: OLDEST }));

function useWaitingColumns(): Column<WaitingCase>[] {
  const t = useT('regulator');
  const { language, timeZone } = useApp();
  return [
    {
      key: 'reference',
      header: t('column.reference'),
      rowHeader: true,
      tight: true,
      cell: row => (
        <a href={waitingHref(row)}>
          <Reference>{row.reference}</Reference>
        </a>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: row => (
        <>
          <StateTag state={row.state} /> {row.urgent ? <Tag tone="bad">{t('list.urgent')}</Tag> : null}
        </>
      ),
    },
    { key: 'operator', header: t('column.operator'), cell: row => row.operator_name },
    {
      key: 'category',
      header: t('column.category'),
      cell: row => t(`taxonomy:category.${row.category}.label`),
    },
    {
      key: 'since',
      header: t('column.since'),
      tight: true,
      cell: row => formatDate(row.since, language, timeZone, 'medium'),
    },
    {
      key: 'filed',
      header: t('column.filed'),
      tight: true,
      cell: row => formatDate(row.filed_at, language, timeZone, 'medium'),
    },
  ];
}

function WaitingTable({ rows }: { rows: readonly WaitingCase[] }) {
  const t = useT('regulator');
  return (
    <DataTable
      id="waiting"
      stack
      caption={t('overview.waiting')}
      captionHidden
      columns={useWaitingColumns()}
      rows={rows}
      rowKey={row => row.reference}
      rowHref={waitingHref}
      empty={t('overview.nothingWaits')}
    />
  );
}
