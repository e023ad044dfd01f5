import { data } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { isAddressLinkGood, verifyAddress } from '#app/usecases/receipts/verify-address.server.ts';
import type { Route } from './+types/address.ts';
import { SpentLink } from './link-page.tsx';
import { privateHeaders, tokenOf } from './link-token.server.ts';
import { PRIVATE_PAGE } from './open-case.server.ts';

/** A mail scanner that opens the link changes nothing: only the form confirms. */
export async function loader({ request }: Route.LoaderArgs) {
  const token = tokenOf(new URL(request.url).searchParams);
  const good = await isAddressLinkGood(token, now().toISOString());
  return data({ token, good }, { headers: PRIVATE_PAGE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const verified = await verifyAddress(tokenOf(await readForm(request)), now().toISOString());
  return data({ verified }, { status: verified ? 200 : 410, headers: PRIVATE_PAGE });
}

export const headers = privateHeaders;

export default function VerifyAddress({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('receipt');
  if (actionData?.verified === true) {
    return (
      <PublicLayout current="track">
        <PageTitle>{t('address.doneTitle')}</PageTitle>
        <p className="mb-6">{t('address.doneText')}</p>
        <ButtonRow>
          <LinkButton href="/track">{t('renew.open')}</LinkButton>
        </ButtonRow>
      </PublicLayout>
    );
  }
  if (actionData !== undefined || !loaderData.good) return <SpentLink />;
  return (
    <PublicLayout current="track">
      <PageTitle lead={t('address.lead')}>{t('address.title')}</PageTitle>
      <PostForm action="/track/address">
        <HiddenFields values={{ token: loaderData.token }} />
        <ButtonRow>
          <Button>{t('address.submit')}</Button>
        </ButtonRow>
      </PostForm>
    </PublicLayout>
  );
}
