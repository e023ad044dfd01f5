import { data, redirect } from 'react-router';
import { homeOf } from '#app/domain/access/areas.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { isolateLtr } from '#app/i18n/format.ts';
import { languageCookie } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { env } from '#app/platform/env.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { pageHeaders } from '#app/platform/http/page-headers.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { localPath } from '#app/platform/session/local-path.ts';
import { findStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { signInWithPasskey } from '#app/usecases/accounts/passkeys.server.ts';
import { signIn } from '#app/usecases/accounts/sign-in.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/sign-in.ts';
import { cookieHeaders, NO_STORE, withNext } from './cookie-headers.ts';
import { PasskeyForm, SignInScript } from './passkey-form.tsx';

/** Who is signed in goes on to where they wanted, or to their own area, in their own language. */
export async function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get('next'));
  const staff = await findStaff(request);
  if (staff !== null) {
    const secure = env().PUBLIC_URL.startsWith('https:');
    const headers = cookieHeaders(staff.language === null ? [] : [languageCookie(staff.language, secure)]);
    throw redirect(next ?? homeOf(staff.role), { headers });
  }
  const { email } = activeProfile().regulator.contact;
  return data(
    { next, signedOut: searchParams.has('out'), ready: searchParams.has('ready'), contact: email },
    { headers: NO_STORE },
  );
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const email = String(form.get('email') ?? '');
  const password = String(form.get('password') ?? '');
  const next = localPath(form.get('next'));
  try {
    if (form.has('credential')) {
      const opened = await signInWithPasskey(request.headers, form.get('credential'));
      return redirect(withNext('/sign-in', next), { headers: cookieHeaders(opened.cookies) });
    }
    const { secondFactor, cookies } = await signIn({
      email,
      password,
      address: clientAddress(request),
      headers: request.headers,
    });
    const way = secondFactor ? '/sign-in/verify' : '/sign-in';
    return redirect(withNext(way, next), { headers: cookieHeaders(cookies) });
  } catch (error) {
    return refuseSignIn(error, email);
  }
}

/** The password is never sent back, and no word says which of the two was wrong. */
function refuseSignIn(error: unknown, email: string) {
  if (!(error instanceof AppError) || error.status >= 500) return toErrorPage(error);
  const seconds = Number(error.params.seconds ?? 0);
  const headers = { ...NO_STORE, ...(seconds > 0 && { 'Retry-After': String(seconds) }) };
  return data(
    { email, minutes: Math.ceil(seconds / 60), reason: reasonOf(error) },
    { status: error.status, headers },
  );
}

function reasonOf(error: AppError): 'refused' | 'passkeyRefused' | 'ssoOnly' {
  if (error.code === 'single-sign-on-only') return 'ssoOnly';
  return 'credential' in error.fields ? 'passkeyRefused' : 'refused';
}

export function headers(given: Route.HeadersArgs) {
  return pageHeaders(given);
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('auth');
  const { regulator } = useApp();
  const { next, signedOut, ready, contact } = loaderData;
  return (
    <PublicLayout>
      <PageTitle lead={t('signIn.lead', { regulator })}>{t('signIn.title')}</PageTitle>
      {(signedOut || ready) && actionData === undefined ? (
        <Notice kind="success" live>
          {t(ready ? 'signIn.ready' : 'signIn.signedOut')}
        </Notice>
      ) : null}
      <ErrorSummary>
        {actionData === undefined ? null : (
          <p>
            {actionData.minutes > 0
              ? t('signIn.wait', { count: actionData.minutes })
              : t(`signIn.${actionData.reason}`)}{' '}
            {actionData.minutes > 0 ? <a href="/sign-in/device">{t('device.link')}</a> : null}
          </p>
        )}
      </ErrorSummary>
      <PostForm>
        <HiddenFields values={{ next }} />
        <TextField
          name="email"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          defaultValue={actionData?.email}
          required
        />
        <TextField
          name="password"
          type="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          required
        />
        <Button>{t('signIn.submit')}</Button>
      </PostForm>
      <p className="mt-6">
        <LinkButton look="secondary" href={withNext('/sign-in/organisation', next)}>
          {t('sso:begin.link')}
        </LinkButton>
      </p>
      <div className="mt-3">
        <PasskeyForm purpose="any" label={t('signIn.passkey')}>
          <HiddenFields values={{ next }} />
        </PasskeyForm>
      </div>
      <p className="muted mt-6">{t('signIn.help', { email: isolateLtr(contact) })}</p>
      <SignInScript />
    </PublicLayout>
  );
}
