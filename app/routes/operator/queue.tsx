import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { CounterTiles, FilterBar } from '#app/ui/navigation.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { operatorQueue, readQueuePlace } from '#app/usecases/complaints/queries/operator-queue.server.ts';
import type { QueueCounters } from '#app/usecases/complaints/queries/queue-counters.server.ts';
import {
  isQueue,
  QUEUE_VIEWS,
  type QueueFilter,
  queueAddress,
  readQueueFilter,
  SEEN_STATES,
} from '#app/usecases/complaints/queue-filter.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { countUnserved } from '#app/usecases/service/queries/unserved-cases.server.ts';
import type { Route } from './+types/queue.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';
import { QueueTable } from './queue-table.tsx';
import { UnservedNotice } from './unserved-notice.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const { searchParams } = new URL(request.url);
  const filter = readQueueFilter(searchParams);
  const place = readQueuePlace(searchParams);
  const page = await operatorQueue({ actor: staff, filter, place, now: now().toISOString() });
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  const regions = Object.fromEntries(profile.regions.map(({ code, name }) => [code, name[language]]));
  const unserved = await countUnserved(staff);
  return { staff: nameOf(staff), unserved, filter, page, regions, categories: profile.categories };
}

const TILES = [
  ['open', 'neutral'],
  ['today', 'attention'],
  ['week', 'neutral'],
  ['overdue', 'bad'],
  ['disputed', 'bad'],
] as const;

function Counters({ counters, filter }: { counters: QueueCounters; filter: QueueFilter }) {
  const t = useT('operator');
  return (
    <CounterTiles
      label={t('queue.counters')}
      tiles={TILES.map(([view, tone]) => ({
        label: t(`queue.view.${view}`),
        value: counters[view],
        href: queueAddress({ show: view }),
        tone: counters[view] > 0 ? tone : 'neutral',
        current: filter.show === view && isQueue(filter) && filter.state === undefined,
      }))}
    />
  );
}

function Filters({ filter, categories }: { filter: QueueFilter; categories: readonly string[] }) {
  const t = useT('operator');
  const filtered = queueAddress(filter) !== queueAddress({});
  return (
    <FilterBar action="/operator" clearHref={filtered ? queueAddress({}) : undefined} auto>
      <TextField name="text" type="search" label={t('queue.search')} defaultValue={filter.text} />
      <SelectField
        name="show"
        label={t('queue.show')}
        defaultValue={filter.show}
        empty={false}
        options={QUEUE_VIEWS.map(value => ({ value, label: t(`queue.view.${value}`) }))}
      />
      <SelectField
        name="state"
        label={t('queue.state')}
        defaultValue={filter.state}
        empty={t('queue.anyState')}
        options={SEEN_STATES.map(value => ({ value, label: t(`domain:state.${value}`) }))}
      />
      <SelectField
        name="category"
        label={t('queue.category')}
        defaultValue={filter.category}
        empty={t('queue.anyCategory')}
        options={categories.map(value => ({ value, label: t(`taxonomy:category.${value}.label`) }))}
      />
    </FilterBar>
  );
}

export default function Queue({
  loaderData: { staff, unserved, filter, page, regions, categories },
}: Route.ComponentProps) {
  const t = useT('operator');
  const queue = isQueue(filter);
  const operator = staff.organisationName ?? '';
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle lead={t(queue ? 'queue.lead' : 'queue.allLead', { operator })}>
        {t(queue ? 'queue.title' : 'queue.allTitle')}
      </PageTitle>
      <UnservedNotice count={unserved} />
      <Counters counters={page.counters} filter={filter} />
      <Filters filter={filter} categories={categories} />
      {page.found === 'mistyped-reference' ? <Notice kind="warning">{t('queue.mistyped')}</Notice> : null}
      <QueueTable rows={page.rows} regions={regions} />
      <Pagination
        previousHref={page.previous === null ? undefined : queueAddress(filter, { before: page.previous })}
        nextHref={page.next === null ? undefined : queueAddress(filter, { after: page.next })}
      />
    </OperatorPage>
  );
}
