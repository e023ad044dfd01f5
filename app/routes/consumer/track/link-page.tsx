import { useT } from '#app/i18n/use-translation.ts';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';

/** What a link from a mail shows once it is spent. */
export function SpentLink() {
  const t = useT('receipt');
  return (
    <PublicLayout current="track">
      <PageTitle>{t('link.goneTitle')}</PageTitle>
      <p className="mb-6">{t('link.goneText')}</p>
      <ButtonRow>
        <LinkButton href="/track/recover">{t('link.again')}</LinkButton>
      </ButtonRow>
    </PublicLayout>
  );
}
