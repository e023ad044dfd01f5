import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details } from '#app/ui/notice.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import type { LoggedAttempt, LoggedMessage } from '#app/usecases/service/queries/webhook-log.server.ts';
import { eventText } from './endpoint-parts.tsx';

const TONES = { delivered: 'good', failed: 'bad', sent: 'attention', queued: 'neutral' } as const;

function toneOf(state: string) {
  return Object.entries(TONES).find(([key]) => key === state)?.[1] ?? 'neutral';
}

/** The latest messages of an endpoint, what was answered each time, and a button that sends one again. */
export function MessageLog({ messages }: { readonly messages: readonly LoggedMessage[] }) {
  const t = useT('service');
  const { language, timeZone } = useApp();
  return (
    <DataTable
      stack
      id="messages"
      caption={t('endpoint.log')}
      captionHidden
      rows={messages}
      rowKey={({ id }) => id}
      empty={t('endpoint.logEmpty')}
      columns={[
        {
          key: 'event',
          header: t('endpoint.event'),
          rowHeader: true,
          cell: ({ type, reference, messageId }) => (
            <>
              {t(eventText(type))} {reference === null ? null : <Reference>{reference}</Reference>}
              <p className="text-sm break-all">
                <code dir="ltr">{messageId}</code>
              </p>
            </>
          ),
        },
        {
          key: 'state',
          header: t('channels.state'),
          cell: ({ state, nextAttemptAt }) => (
            <>
              <Tag tone={toneOf(state)}>{t(`message.${state}`)}</Tag>
              {nextAttemptAt === null ? null : (
                <p className="text-sm">
                  {t('panel.next', { at: formatDateTime(nextAttemptAt, language, timeZone) })}
                </p>
              )}
            </>
          ),
        },
        {
          key: 'created',
          header: t('endpoint.created'),
          cell: ({ createdAt }) => formatDateTime(createdAt, language, timeZone),
        },
        {
          key: 'answer',
          header: t('endpoint.lastAnswer'),
          cell: ({ attempts }) => <Answers attempts={attempts} />,
        },
        {
          key: 'action',
          header: t('page.action'),
          cell: ({ id, state }) =>
            state === 'delivered' || state === 'failed' ? (
              <PostForm inline>
                <HiddenFields values={{ intent: 'replay', message: id }} />
                <Button small look="secondary">
                  {t('endpoint.replay')}
                </Button>
              </PostForm>
            ) : null,
        },
      ]}
    />
  );
}

function Answer({ outcome, status, took }: LoggedAttempt) {
  const t = useT('service');
  const { language } = useApp();
  const milliseconds = new Intl.NumberFormat(language, { style: 'unit', unit: 'millisecond' }).format(took);
  return (
    <>
      {t(`outcome.${outcome}`)}{' '}
      <bdi dir="ltr">{status === null ? milliseconds : `HTTP ${status}, ${milliseconds}`}</bdi>
    </>
  );
}

function Answers({ attempts }: { readonly attempts: readonly LoggedAttempt[] }) {
  const t = useT('service');
  const { language, timeZone } = useApp();
  const [latest] = attempts;
  if (latest === undefined) return null;
  return (
    <>
      <Answer {...latest} />
      <Details summary={`${t('panel.attempts')}: ${attempts.length}`}>
        <ul>
          {attempts.map(attempt => (
            <li key={attempt.at}>
              {formatDateTime(attempt.at, language, timeZone)}: <Answer {...attempt} />
              {attempt.answer ? (
                <p className="text-sm break-all">
                  <bdi dir="ltr">{attempt.answer}</bdi>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}
