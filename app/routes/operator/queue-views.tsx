import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { CounterTiles, Tabs } from '#app/ui/navigation.tsx';
import { Details } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import type { QueueCounters } from '#app/usecases/complaints/queries/queue-counters.server.ts';
import { type QueueFilter, queueAddress, queueQuery } from '#app/usecases/complaints/queue-filter.schema.ts';
import type { CountedView } from '#app/usecases/desk/queries/desk-page.server.ts';

/** The list without filters; named in full where an empty address opens one's own view. */
export function homeAddress(views: readonly CountedView[]): string {
  return views.some(({ isDefault }) => isDefault) ? '/operator?show=open' : '/operator';
}

const TILES = [
  ['open', 'neutral', { show: 'open' }],
  ['today', 'attention', { show: 'today' }],
  ['week', 'neutral', { show: 'week' }],
  ['overdue', 'bad', { show: 'overdue' }],
  ['disputed', 'bad', { show: 'disputed' }],
  ['mine', 'neutral', { show: 'open', assignee: 'me' }],
  ['unassigned', 'neutral', { show: 'open', assignee: 'nobody' }],
] as const satisfies readonly (readonly [string, 'neutral' | 'attention' | 'bad', QueueFilter])[];

interface CountersProps {
  readonly counters: QueueCounters;
  readonly filter: QueueFilter;
  readonly home: string;
}

function sameList(a: Partial<QueueFilter>, b: Partial<QueueFilter>): boolean {
  const [first, second] = [queueQuery(a), queueQuery(b)];
  first.sort();
  second.sort();
  return first.toString() === second.toString();
}

export function QueueTiles({ counters, filter, home }: CountersProps) {
  const t = useT('operator');
  return (
    <CounterTiles
      compact
      label={t('queue.counters')}
      tiles={TILES.map(([view, tone, shown]) => ({
        label: t(`queue.view.${view}`),
        value: counters[view],
        href: view === 'open' ? home : queueAddress(shown),
        tone: counters[view] > 0 ? tone : 'neutral',
        current: sameList(shown, filter),
      }))}
    />
  );
}

interface ViewsProps {
  readonly views: readonly CountedView[];
  readonly filter: QueueFilter;
  readonly home: string;
}

/** The views that are saved, each with its address and how many cases it shows. */
export function QueueViews({ views, filter, home }: ViewsProps) {
  const t = useT('desk');
  const chosen = views.find(view => sameList(view.filter, filter));
  if (views.length === 0) return null;
  return (
    <Tabs
      label={t('views.label')}
      tabs={[
        { href: home, label: t('views.all'), current: sameList({}, filter) },
        ...views.map(view => ({
          href: sameList({}, view.filter) ? home : queueAddress(view.filter),
          label: view.name,
          current: view === chosen,
          ...(view.count === null ? {} : { count: view.count }),
        })),
      ]}
    />
  );
}

/** Keeps the present filter under a name. */
export function SaveView({ filter }: { filter: QueueFilter }) {
  const t = useT('desk');
  return (
    <Details summary={t('views.save')}>
      <PostForm action="/operator/views" inline>
        <HiddenFields values={{ intent: 'save', query: queueQuery(filter).toString() }} />
        <TextField name="name" label={t('views.name')} required maxLength={60} />
        <Checkbox name="shared" label={t('views.share')} />
        <Button look="secondary" small>
          {t('views.keep')}
        </Button>
      </PostForm>
      <p>
        <a href="/operator/views">{t('views.manage')}</a>
      </p>
    </Details>
  );
}
