import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { hrefOf } from './step-paths.ts';

export interface ResumeProps {
  readonly href: string;
  /** ISO instant. */
  readonly expiresAt: string;
}

/** A complaint was begun in this browser: where it goes on, and until when it is kept. */
export function Resume({ href, expiresAt }: ResumeProps) {
  const t = useT('filing');
  const { language, timeZone } = useApp();
  return (
    <Notice title={t('resume.title')}>
      <p>{t('resume.text', { date: formatDate(expiresAt, language, timeZone) })}</p>
      <p className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <LinkButton href={href}>{t('resume.continue')}</LinkButton>
        <a href={hrefOf('delete')} className="inline-flex min-h-11 items-center">
          {t('draft.delete')}
        </a>
      </p>
    </Notice>
  );
}
