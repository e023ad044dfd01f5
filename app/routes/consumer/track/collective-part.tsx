import { formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { CollectiveCase } from '#app/usecases/collective/queries/collective-case.server.ts';

interface CollectivePartProps {
  readonly collective: CollectiveCase;
  readonly mayPropose: boolean;
}

/** For the spokesperson: the public page, or what stands before it. */
export function CollectivePart({ collective, mayPropose }: CollectivePartProps) {
  const t = useT('collective');
  const { language } = useApp();
  const { page, supporters, texts } = collective;
  const [latest] = texts;
  return (
    <Section title={t('own.title')} id="collective">
      {page === null ? null : (
        <p>
          {t('supporters', { count: supporters, formatted: formatNumber(supporters, language) })}{' '}
          <a href={`/collective/${page.slug}`}>{t('own.toPage')}</a>
        </p>
      )}
      {latest === undefined ? <p>{t('own.none')}</p> : null}
      {latest?.state === 'proposed' ? <Notice>{t('own.waiting')}</Notice> : null}
      {latest?.state === 'refused' ? (
        <Notice kind="warning" title={t('own.refused')}>
          <p className="whitespace-pre-line" dir="auto">
            {latest.reason}
          </p>
        </Notice>
      ) : null}
      {mayPropose ? (
        <LinkButton href="/track/case/public-text" look={latest === undefined ? 'primary' : 'secondary'}>
          {t(latest === undefined ? 'own.propose' : 'own.proposeAnother')}
        </LinkButton>
      ) : null}
    </Section>
  );
}
