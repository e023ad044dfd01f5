import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import type { NoticeKind } from '#app/ui/notice.tsx';

type State = 'draft' | 'copy' | 'refused' | 'waiting' | 'sent';

const KINDS: Readonly<Record<State, NoticeKind>> = {
  draft: 'info',
  copy: 'info',
  refused: 'error',
  waiting: 'warning',
  sent: 'success',
};

interface CardProps {
  readonly state: State;
  readonly actions: readonly ('edit' | 'send' | 'forget')[];
  readonly children?: ReactNode;
}

/** What is known of one complaint on this device; the script fills the slots and shows a card for each. */
function Card({ state, actions, children }: CardProps) {
  const t = useT('offline');
  const kind = KINDS[state];
  return (
    <template id={`card-${state}`}>
      <section className={`notice notice-${kind}`} data-card={state}>
        <h2 tabIndex={-1}>
          <span className="sr-only">{t(`ui:notice.${kind}`)} </span>
          {t(`${state}.title`)}
        </h2>
        <p className="mt-1">{t(`${state}.text`)}</p>
        {children}
        <p className="button-row">
          {actions.map((action, index) => (
            <button
              key={action}
              type="button"
              className={`btn ${index === 0 ? 'btn-primary' : 'btn-secondary'}`}
              data-action={action}
            >
              {t(`${state}.${action}`)}
            </button>
          ))}
        </p>
      </section>
    </template>
  );
}

export function CardTemplates() {
  const t = useT('offline');
  return (
    <>
      <Card state="draft" actions={['edit', 'forget']} />
      <Card state="copy" actions={['edit', 'forget']} />
      <Card state="refused" actions={['edit', 'forget']}>
        <p className="mt-2 font-semibold" data-slot="reason" />
      </Card>
      <Card state="waiting" actions={['send', 'edit']}>
        <p className="muted mt-2" data-slot="tried" />
      </Card>
      <Card state="sent" actions={['forget']}>
        <p className="mt-2 font-semibold" data-slot="earlier" />
        <dl className="definitions mt-3">
          <dt>{t('filing:receipt.reference')}</dt>
          <dd>
            <bdi className="reference reference-large" dir="ltr" data-slot="reference" />
          </dd>
          <dt>{t('filing:receipt.code')}</dt>
          <dd>
            <bdi className="reference reference-large" dir="ltr" data-slot="code" />
          </dd>
        </dl>
        <p>
          <a href="/track" className="inline-flex min-h-11 items-center">
            {t('ui:layout.track')}
          </a>
        </p>
      </Card>
    </>
  );
}
