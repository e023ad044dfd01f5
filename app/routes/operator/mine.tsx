import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { EmptyState } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import { type InboxEntry, readDeskInbox } from '#app/usecases/casework/queries/desk-inbox.server.ts';
import type { Route } from './+types/mine.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  return { staff: nameOf(staff), entries: await readDeskInbox(staff) };
}

const KINDS = ['mentions', 'toRead', 'returned', 'drafts', 'followed'] as const;
/** Where each leads: to the note, to the answer, to the case. */
const PLACES = {
  mentions: '#notes',
  toRead: '/answer',
  returned: '/answer',
  drafts: '/answer',
  followed: '',
};

function Entry({ entry }: { entry: InboxEntry }) {
  const t = useT('answering');
  const { language, timeZone } = useApp();
  const { kind, reference, state, by, at } = entry;
  const date = formatDateTime(at, language, timeZone);
  return (
    <li className="mb-3">
      <a href={`/operator/cases/${reference}${PLACES[kind]}`}>
        <Reference>{reference}</Reference>
      </a>{' '}
      <Tag>{t(`domain:state.${state}`)}</Tag>{' '}
      <span className="muted">
        {by === null ? t('inbox.on', { date }) : t('inbox.by', { name: by, date })}
      </span>
    </li>
  );
}

export default function Mine({ loaderData: { staff, entries } }: Route.ComponentProps) {
  const t = useT('answering');
  return (
    <OperatorPage staff={staff} current="mine">
      <PageTitle>{t('inbox.title')}</PageTitle>
      {entries.length === 0 ? <EmptyState title={t('inbox.empty')} /> : null}
      {KINDS.filter(kind => entries.some(entry => entry.kind === kind)).map(kind => (
        <Section key={kind} title={t(`inbox.${kind}`)}>
          <ul className="m-0 list-none p-0">
            {entries
              .filter(entry => entry.kind === kind)
              .map(entry => (
                <Entry key={`${entry.reference}/${entry.at}`} entry={entry} />
              ))}
          </ul>
        </Section>
      ))}
    </OperatorPage>
  );
}
