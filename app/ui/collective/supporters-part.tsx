import { formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { Details } from '../notice.tsx';
import { Section } from '../page-title.tsx';

interface SupportersPartProps {
  readonly supporters: number;
  readonly page: {
    readonly slug: string;
    readonly title: string;
    readonly body: string;
    readonly language: string;
  } | null;
  /** A proposed text waits for an officer. */
  readonly waits: boolean;
  /** The page on which an officer decides, where the reader has one. */
  readonly manageHref?: string;
}

/** On a case's page: how many stand behind it, and the approved text. */
export function SupportersPart({ supporters, page, waits, manageHref }: SupportersPartProps) {
  const t = useT('collective');
  const { language } = useApp();
  return (
    <Section title={t('staff.title')} id="supporters">
      {page === null ? (
        <p className="muted">{t('staff.noPage')}</p>
      ) : (
        <>
          <p>{t('supporters', { count: supporters, formatted: formatNumber(supporters, language) })}</p>
          <Details summary={<span dir="auto">{page.title}</span>}>
            <p className="whitespace-pre-line" lang={page.language} dir="auto">
              {page.body}
            </p>
            <p>
              <a href={`/collective/${page.slug}`}>{t('own.toPage')}</a>
            </p>
          </Details>
        </>
      )}
      {waits ? <p>{t('staff.waits')}</p> : null}
      {manageHref === undefined ? null : (
        <p>
          <a href={manageHref}>{t('staff.manage')}</a>
        </p>
      )}
    </Section>
  );
}
