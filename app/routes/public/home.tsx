import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/home.ts';

const HOW = ['how1', 'how2', 'how3', 'how4'] as const;
const READY = ['ready1', 'ready2', 'ready3', 'ready4'] as const;

export function loader({ request }: Route.LoaderArgs) {
  const profile = activeProfile();
  return { emergencyNote: profile.emergencyNote?.[requestLanguage(request, profile)] };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const t = useT('ui');
  return (
    <PublicLayout wide>
      <PageTitle lead={t('home.lead')}>{t('home.title')}</PageTitle>
      {loaderData.emergencyNote ? <Notice kind="warning">{loaderData.emergencyNote}</Notice> : null}
      <div className="task-grid">
        <div className="task task-main">
          <h2>{t('home.fileTitle')}</h2>
          <p>{t('home.fileText')}</p>
          <LinkButton href="/complaint/start">{t('home.fileButton')}</LinkButton>
        </div>
        <div className="task">
          <h2>{t('home.trackTitle')}</h2>
          <p>{t('home.trackText')}</p>
          <LinkButton href="/track" look="secondary">
            {t('home.trackButton')}
          </LinkButton>
        </div>
      </div>
      <div className="task-grid">
        <Section title={t('home.howTitle')}>
          <ol className="how">
            {HOW.map(key => (
              <li key={key}>{t(`home.${key}`)}</li>
            ))}
          </ol>
        </Section>
        <div>
          <Section title={t('home.readyTitle')}>
            <ul className="plain">
              {READY.map(key => (
                <li key={key}>{t(`home.${key}`)}</li>
              ))}
            </ul>
          </Section>
          <Section title={t('home.firstTitle')}>
            <p>{t('home.firstText')}</p>
          </Section>
        </div>
      </div>
    </PublicLayout>
  );
}
