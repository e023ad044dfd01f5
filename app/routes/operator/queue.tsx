import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { isQueue, sortOf } from '#app/usecases/complaints/queue-filter.schema.ts';
import type { Route } from './+types/queue.ts';
import { OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';
import { QueueList } from './queue-list.tsx';
import { readDesk } from './read-desk.server.ts';
import { UnservedNotice } from './unserved-notice.tsx';

const DONE = ['view-saved', 'flagged', 'unflagged'] as const;

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const wanted = new URL(request.url).searchParams.get('done');
  const { staff, desk } = await readDesk(request, { opens: true });
  return { staff, desk, done: DONE.find(done => done === wanted) ?? null };
}

export default function Queue({ loaderData: { staff, desk, done } }: Route.ComponentProps) {
  const t = useT('operator');
  const queue = isQueue(desk.filter);
  const operator = staff.organisationName ?? '';
  const byDeadline = sortOf(desk.filter) === 'due';
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle lead={t(byDeadline ? 'queue.lead' : 'queue.allLead', { operator })}>
        {t(queue ? 'queue.title' : 'queue.allTitle')}
      </PageTitle>
      {done === null ? null : (
        <Notice kind="success" live>
          {t(`desk:done.${done}`)}
        </Notice>
      )}
      <UnservedNotice count={desk.page.unserved} />
      <QueueList {...desk} />
      <p className="mt-6">
        <a href="/operator/csv">{t('api:csv.link')}</a>
      </p>
    </OperatorPage>
  );
}
