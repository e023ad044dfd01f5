import { useT } from '#app/i18n/use-translation.ts';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/privacy.ts';

const SEEN = ['seen1', 'seen2', 'seen3'] as const;

export function loader() {
  return { email: activeProfile().regulator.contact.email };
}

export default function Privacy({ loaderData }: Route.ComponentProps) {
  const t = useT('ui');
  return (
    <PublicLayout>
      <PageTitle lead={t('privacy.lead')}>{t('privacy.title')}</PageTitle>
      <Section title={t('privacy.seenTitle')}>
        <ul className="plain">
          {SEEN.map(key => (
            <li key={key}>{t(`privacy.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('privacy.filesTitle')}>
        <p>{t('privacy.filesText')}</p>
      </Section>
      <Section title={t('privacy.cookiesTitle')}>
        <p>{t('privacy.cookiesText')}</p>
      </Section>
      <Section title={t('privacy.contactTitle')}>
        <p>{t('privacy.contactText', { email: loaderData.email })}</p>
      </Section>
    </PublicLayout>
  );
}
