import { useT } from '#app/i18n/use-translation.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { OfficerCommand } from './case-command.server.ts';
import type { CaseQueue } from './case-queue.server.ts';

interface CaseStepsProps {
  readonly queue: CaseQueue | null;
}

/** The way back to the list, and on to its next case: `j` and `k` follow the same links. */
export function CaseSteps({ queue }: CaseStepsProps) {
  const t = useT('regulator');
  return (
    <nav className="case-steps" aria-label={t('steps.label')}>
      <a href={queue?.back ?? '/regulator/cases'}>{t(queue === null ? 'steps.all' : 'steps.back')}</a>
      {queue?.previous ? (
        <a rel="prev" href={queue.previous}>
          {t('steps.previous')}
        </a>
      ) : null}
      {queue?.next ? (
        <a rel="next" href={queue.next}>
          {t('steps.next')}
        </a>
      ) : null}
    </nav>
  );
}

/** Says that a command was carried out, and leads on. */
export function CommandDone({ command, queue }: CaseStepsProps & { readonly command: OfficerCommand }) {
  const t = useT('regulator');
  return (
    <Notice kind="success" live>
      <p>
        {t(`done.${command}`)} {queue?.next ? <a href={queue.next}>{t('steps.next')}</a> : null}
      </p>
    </Notice>
  );
}
