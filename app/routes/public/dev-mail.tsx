import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Panel } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Tag, type TagTone } from '#app/ui/tag.tsx';
import {
  type OutboxLine,
  type OutboxMail,
  readOutbox,
  readOutboxMail,
} from '#app/usecases/mail/queries/outbox.server.ts';
import type { Route } from './+types/dev-mail.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function loader({ params, request }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? '';
  return orErrorPage(async () =>
    params.mailId === undefined
      ? { page: await readOutbox(UUID.test(after) ? after : undefined), mail: null }
      : { page: null, mail: await readOutboxMail(UUID.test(params.mailId) ? params.mailId : NO_MAIL) },
  );
}

const NO_MAIL = '00000000-0000-0000-0000-000000000000';

export default function DevMail({ loaderData }: Route.ComponentProps) {
  const { page, mail } = loaderData;
  return <PublicLayout wide>{mail === null ? <Outbox page={page} /> : <OneMail mail={mail} />}</PublicLayout>;
}

const TITLE_LENGTH = 70;

/** An SMS has no subject: its first words stand for it, once they are written. */
function titleOf({ subject, text }: OutboxLine, unwritten: string): string {
  const words = subject === '' ? text : subject;
  if (words === '') return unwritten;
  return subject === '' && words.length > TITLE_LENGTH ? `${words.slice(0, TITLE_LENGTH)}…` : words;
}

const TONES: Readonly<Record<string, TagTone>> = { queued: 'attention', sent: 'good', failed: 'bad' };

function MailState({ state }: { state: string }) {
  const t = useT('mail');
  return <Tag tone={TONES[state] ?? 'neutral'}>{t(`outbox.state.${state}`)}</Tag>;
}

function useColumns(): readonly Column<OutboxLine>[] {
  const t = useT('mail');
  const { language, timeZone } = useApp();
  return [
    {
      key: 'created',
      header: t('outbox.column.created'),
      cell: mail => formatDateTime(mail.createdAt, language, timeZone, 'short'),
      tight: true,
    },
    {
      key: 'subject',
      header: t('outbox.column.subject'),
      cell: mail => <a href={`/dev/mail/${mail.id}`}>{titleOf(mail, t('outbox.notComposed'))}</a>,
      rowHeader: true,
    },
    { key: 'channel', header: t('outbox.column.channel'), cell: mail => t(`outbox.channel.${mail.channel}`) },
    {
      key: 'recipient',
      header: t('outbox.column.recipient'),
      cell: mail => <bdi dir="ltr">{mail.recipient}</bdi>,
    },
    { key: 'state', header: t('outbox.column.state'), cell: mail => <MailState state={mail.state} /> },
  ];
}

function Outbox({ page }: { page: Awaited<ReturnType<typeof readOutbox>> | null }) {
  const t = useT('mail');
  const columns = useColumns();
  return (
    <>
      <PageTitle lead={t('outbox.lead')}>{t('outbox.title')}</PageTitle>
      <DataTable
        stack
        id="outbox"
        caption={t('outbox.caption')}
        captionHidden
        columns={columns}
        rows={page?.mails ?? []}
        rowKey={mail => mail.id}
        empty={t('outbox.empty')}
      />
      <Pagination nextHref={page?.next === undefined ? undefined : `/dev/mail?after=${page.next}`} />
    </>
  );
}

function OneMail({ mail }: { mail: OutboxMail }) {
  const t = useT('mail');
  const { language, timeZone } = useApp();
  const time = (instant: string) => formatDateTime(instant, language, timeZone);
  const items = [
    { term: t('outbox.column.recipient'), value: <bdi dir="ltr">{mail.recipient}</bdi> },
    { term: t('outbox.column.channel'), value: t(`outbox.channel.${mail.channel}`) },
    { term: t('outbox.column.kind'), value: <bdi dir="ltr">{mail.kind}</bdi> },
    { term: t('outbox.column.state'), value: <MailState state={mail.state} /> },
    { term: t('outbox.column.created'), value: time(mail.createdAt) },
    { term: t('outbox.column.sent'), value: mail.sentAt === null ? null : time(mail.sentAt) },
    { term: t('outbox.column.attempts'), value: String(mail.attempts) },
    ...(mail.lastError === null ? [] : [{ term: t('outbox.column.error'), value: mail.lastError }]),
  ];
  return (
    <>
      <p>
        <a href="/dev/mail">{t('outbox.back')}</a>
      </p>
      <PageTitle caption={t('outbox.title')}>{titleOf(mail, t('outbox.notComposed'))}</PageTitle>
      <DefinitionList items={items} />
      <Panel>
        <div lang={mail.language} dir="auto" className="whitespace-pre-line">
          {mail.text === '' ? t('outbox.notComposed') : mail.text}
        </div>
      </Panel>
    </>
  );
}
