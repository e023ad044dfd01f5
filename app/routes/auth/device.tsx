import { data, redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { acceptDeviceLink, sendDeviceLink } from '#app/usecases/accounts/send-device-link.server.ts';
import type { Route } from './+types/device.ts';
import { cookieHeaders, NO_STORE } from './cookie-headers.ts';

export function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return data({ key: searchParams.get('key'), sent: searchParams.has('sent') }, { headers: NO_STORE });
}

/** Without a key a link is asked for; with one, this device becomes known. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const key = form.get('key');
  try {
    if (typeof key === 'string' && key !== '') {
      const cookie = await acceptDeviceLink(key, request.headers, now());
      return redirect('/sign-in', { status: 303, headers: cookieHeaders([cookie]) });
    }
    await sendDeviceLink(String(form.get('email') ?? ''), clientAddress(request), now());
  } catch (error) {
    return toErrorPage(error);
  }
  return redirect('/sign-in/device?sent', 303);
}

export function headers() {
  return NO_STORE;
}

export default function Device({ loaderData: { key, sent } }: Route.ComponentProps) {
  const t = useT('auth');
  return (
    <PublicLayout>
      <PageTitle lead={t(key === null ? 'device.lead' : 'device.useLead')}>{t('device.title')}</PageTitle>
      {sent ? (
        <Notice kind="success" live>
          {t('device.sent')}
        </Notice>
      ) : (
        <PostForm>
          <HiddenFields values={{ key }} />
          {key === null ? (
            <TextField name="email" type="email" label={t('signIn.email')} autoComplete="username" required />
          ) : null}
          <Button>{t(key === null ? 'device.send' : 'device.use')}</Button>
        </PostForm>
      )}
      <p className="mt-6">
        <a href="/sign-in">{t('signIn.title')}</a>
      </p>
    </PublicLayout>
  );
}
