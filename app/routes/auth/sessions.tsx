import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { OpenSession } from '#app/usecases/accounts/sessions.server.ts';

function DeviceText({ session, since }: { session: OpenSession; since: string }) {
  const t = useT('auth');
  const { browser, system } = session.device;
  const known = browser !== '' && system !== '';
  return (
    <>
      {known ? t('account.browserOn', { browser, system }) : browser || system || t('account.unknownDevice')}{' '}
      {session.current ? <strong>({t('account.here')})</strong> : null}
      <br />
      <span className="muted">
        {t('account.since')} {since}
      </span>
    </>
  );
}

function EndButton({ session }: { session: OpenSession }) {
  const t = useT('auth');
  if (session.current) return null;
  return (
    <PostForm>
      <HiddenFields values={{ intent: 'end-one', id: session.id }} />
      <Button look="secondary" small>
        {t('account.endOne')}
      </Button>
    </PostForm>
  );
}

/** Where the person is signed in, with the way out of each. */
export function Sessions({ sessions }: { sessions: readonly OpenSession[] }) {
  const t = useT('auth');
  const { language, timeZone } = useApp();
  const time = (instant: string) => formatDateTime(instant, language, timeZone);
  return (
    <Section title={t('account.sessions')}>
      <DataTable
        stack
        id="sessions"
        caption={t('account.sessions')}
        captionHidden
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            header: t('account.browser'),
            cell: row => <DeviceText session={row} since={time(row.since)} />,
            rowHeader: true,
          },
          {
            key: 'method',
            header: t('account.method'),
            cell: ({ method }) => t(`account.methods.${method}`),
          },
          {
            key: 'network',
            header: t('account.network'),
            cell: ({ network }) => <bdi dir="ltr">{network}</bdi>,
          },
          { key: 'seen', header: t('account.seen'), tight: true, cell: ({ seenAt }) => time(seenAt) },
          {
            key: 'end',
            header: <span className="sr-only">{t('account.endOne')}</span>,
            tight: true,
            cell: row => <EndButton session={row} />,
          },
        ]}
      />
      {sessions.length > 1 ? (
        <PostForm>
          <HiddenFields values={{ intent: 'end-others' }} />
          <p>
            <Button look="secondary">{t('account.endOthers')}</Button>
          </p>
        </PostForm>
      ) : null}
    </Section>
  );
}
