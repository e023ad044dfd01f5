import { data, redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { finishSingleSignOn } from '#app/usecases/single-sign-on/finish-single-sign-on.server.ts';
import { SignOnRefused } from '#app/usecases/single-sign-on/refusal.server.ts';
import type { Route } from './+types/organisation-callback.ts';
import { cookieHeaders, NO_STORE, withNext } from './cookie-headers.ts';

/** Where identity providers send people back to. What they say is checked; why it was refused is told. */
export async function loader({ request }: Route.LoaderArgs) {
  try {
    const { cookies, next } = await finishSingleSignOn({
      request,
      address: clientAddress(request),
      now: now(),
    });
    throw redirect(withNext('/sign-in', next), { headers: cookieHeaders(cookies) });
  } catch (error) {
    if (!(error instanceof SignOnRefused)) throw error;
    return data({ reason: error.reason }, { status: 403, headers: NO_STORE });
  }
}

export function headers() {
  return NO_STORE;
}

export default function Refused({ loaderData: { reason } }: Route.ComponentProps) {
  const t = useT('sso');
  return (
    <PublicLayout>
      <PageTitle>{t('refused.title')}</PageTitle>
      <Notice kind="error">{t(`refused.${reason}`)}</Notice>
      <p>
        <LinkButton href="/sign-in">{t('refused.back')}</LinkButton>
      </p>
    </PublicLayout>
  );
}
