import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { OwnFields } from '#app/usecases/complaints/queries/complainant-view.ts';

/** What people write to each other; other messages explain an event and stand beside it in the timeline. */
const SPOKEN: readonly string[] = ['message', 'information-request', 'reply'];

type Messages = OwnFields['messages'];

/** The messages of a case that belong to the conversation. */
export function spokenOf(messages: Messages): Messages {
  return messages.filter(({ kind, body }) => SPOKEN.includes(kind) && body !== '');
}

interface ConversationProps {
  readonly messages: Messages;
  readonly operator: string;
  readonly mayWrite: boolean;
}

/** Who wrote what and when, one below the other; nobody's address is in it. */
export function Conversation({ messages, operator, mayWrite }: ConversationProps) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const spoken = spokenOf(messages);
  if (spoken.length === 0 && !mayWrite) return null;
  const authors: Readonly<Record<string, string>> = { complainant: t('party.you'), liaison: operator };
  const write = mayWrite ? (
    <LinkButton href="/track/case/message" look="secondary" small>
      {t('conversation.write')}
    </LinkButton>
  ) : null;
  return (
    <Section title={t('conversation.title')} id="conversation" aside={write}>
      {spoken.length === 0 ? <p className="muted">{t('conversation.none')}</p> : null}
      <ol className="conversation">
        {spoken.map(({ id, authorRole, body, at }) => (
          <li key={id} className={authorRole === 'complainant' ? 'said own' : 'said'}>
            <p className="said-by">
              <strong className="inline-block first-letter:uppercase">
                {authors[authorRole] ?? t('party.regulator')}
              </strong>{' '}
              <time dateTime={at}>{formatDateTime(at, language, timeZone)}</time>
            </p>
            <p className="whitespace-pre-line" dir="auto">
              {body}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
