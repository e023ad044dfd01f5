import { useT } from '#app/i18n/use-translation.ts';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/accessibility.ts';

export function loader() {
  return { email: activeProfile().regulator.contact.email };
}

export default function Accessibility({ loaderData }: Route.ComponentProps) {
  const t = useT('ui');
  return (
    <PublicLayout>
      <PageTitle lead={t('accessibility.lead')}>{t('accessibility.title')}</PageTitle>
      <Section title={t('accessibility.standardTitle')}>
        <p>{t('accessibility.standardText')}</p>
      </Section>
      <Section title={t('accessibility.limitsTitle')}>
        <p>{t('accessibility.limitsText')}</p>
      </Section>
      <Section title={t('accessibility.contactTitle')}>
        <p>{t('accessibility.contactText', { email: loaderData.email })}</p>
      </Section>
    </PublicLayout>
  );
}
