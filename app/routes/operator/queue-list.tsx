import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { queueAddress } from '#app/usecases/complaints/queue-filter.schema.ts';
import { BulkBar } from './bulk-bar.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueTable } from './queue-table.tsx';
import { homeAddress, QueueTiles, QueueViews, SaveView } from './queue-views.tsx';
import type { Desk } from './read-desk.server.ts';

function Found({ page }: Pick<Desk, 'page'>) {
  const t = useT('operator');
  if (page.found === 'mistyped-reference') return <Notice kind="warning">{t('queue.mistyped')}</Notice>;
  if (page.looked === null) return null;
  return <Notice>{t('desk:looked', { count: page.looked })}</Notice>;
}

function Pages({ filter, page }: Pick<Desk, 'filter' | 'page'>) {
  return (
    <Pagination
      previousHref={page.previous === null ? undefined : queueAddress(filter, { before: page.previous })}
      nextHref={page.next === null ? undefined : queueAddress(filter, { after: page.next })}
    />
  );
}

/** The whole of the queue: views, counters, filters, what can be done with many, and the rows. */
export function QueueList(desk: Desk) {
  const { filter, page, regions, categories, place } = desk;
  const { people, views } = page;
  const home = homeAddress(views);
  return (
    <>
      <div className="queue-views">
        <QueueViews views={views} filter={filter} home={home} />
        <SaveView filter={filter} />
      </div>
      <div data-live="counters">
        <QueueTiles counters={page.counters} filter={filter} home={home} />
      </div>
      <QueueFilters filter={filter} home={home} categories={categories} regions={regions} people={people} />
      <Found page={page} />
      <BulkBar filter={filter} people={people} />
      <LiveRows {...desk} place={place} />
      <Pages filter={filter} page={page} />
    </>
  );
}

/** The stream of what happens to the desk's cases after the page was made. */
function liveSource(revision: string): string {
  return `/operator/live?${new URLSearchParams({ since: revision })}`;
}

/** The rows, which follow what happens meanwhile where scripts run. */
function LiveRows({ filter, page, regions, revision, place }: Desk) {
  const t = useT('desk');
  return (
    <div
      data-live="rows"
      data-live-source={liveSource(revision)}
      data-live-new={t('live.new')}
      data-live-show={t('live.show')}
    >
      <QueueTable rows={page.rows} regions={regions} columns={page.columns} filter={filter} place={place} />
    </div>
  );
}

/** The list as it stands beside a case: short rows, and the way back to the whole. */
export function NarrowList({
  filter,
  page,
  regions,
  revision,
  place,
  current,
}: Desk & { readonly current: string }) {
  const t = useT('desk');
  return (
    <>
      <p>
        <a href={queueAddress(filter, place)}>{t('beside.back')}</a>
      </p>
      <div
        data-live="rows"
        data-live-source={liveSource(revision)}
        data-live-new={t('live.new')}
        data-live-show={t('live.show')}
      >
        <QueueTable
          rows={page.rows}
          regions={regions}
          columns={['due']}
          filter={filter}
          place={place}
          current={current}
        />
      </div>
      <Pages filter={filter} page={page} />
    </>
  );
}
