import { useT } from '#app/i18n/use-translation.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';

/** Kept on the device and shown in the place of a page that the network did not bring. */
export default function NetworkGone() {
  const t = useT('offline');
  return (
    <PublicLayout>
      <PageTitle lead={t('gone.lead')}>{t('gone.title')}</PageTitle>
      <h2>{t('gone.worksTitle')}</h2>
      <ul className="plain">
        <li>{t('gone.works')}</li>
        <li>{t('gone.kept')}</li>
      </ul>
      <h2 className="mt-6">{t('gone.waitsTitle')}</h2>
      <ul className="plain">
        <li>{t('gone.waits')}</li>
        <li>{t('gone.form')}</li>
      </ul>
      <p className="button-row">
        <LinkButton href="/complaint/offline">{t('gone.button')}</LinkButton>
      </p>
    </PublicLayout>
  );
}
