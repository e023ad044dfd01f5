import { data } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { pageHeaders } from '#app/platform/http/page-headers.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { localPath } from '#app/platform/session/local-path.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { beginSingleSignOn } from '#app/usecases/single-sign-on/begin-single-sign-on.server.ts';
import { SignOnRefused } from '#app/usecases/single-sign-on/refusal.server.ts';
import type { Route } from './+types/organisation.ts';
import { cookieHeaders, NO_STORE } from './cookie-headers.ts';

export function loader({ request }: Route.LoaderArgs) {
  return data({ next: localPath(new URL(request.url).searchParams.get('next')) }, { headers: NO_STORE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const staff = form.has('again') ? await requireStaff(request) : null;
  const email = String(form.get('email') ?? '');
  const next = localPath(form.get('next'));
  try {
    const begun = await beginSingleSignOn({ email, staff, next, address: clientAddress(request) });
    return data({ address: begun.address, refused: null, email }, { headers: cookieHeaders([begun.cookie]) });
  } catch (error) {
    if (!(error instanceof SignOnRefused)) return toErrorPage(error);
    return data({ address: null, refused: error.reason, email }, { status: 422, headers: NO_STORE });
  }
}

export function headers(given: Route.HeadersArgs) {
  return pageHeaders(given);
}

/**
 * The way to another site: a page that leads on by itself, because browsers let no form lead to another site under our
 * policy (CSP form-action).
 */
function Onward({ address }: { address: string }) {
  const t = useT('sso');
  return (
    <PublicLayout>
      <meta httpEquiv="refresh" content={`0;url=${address}`} />
      <PageTitle lead={t('onward.lead', { host: new URL(address).host })}>{t('onward.title')}</PageTitle>
      <p>
        <LinkButton href={address}>{t('onward.link')}</LinkButton>
      </p>
    </PublicLayout>
  );
}

export default function Organisation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('sso');
  const address = actionData?.address ?? null;
  const refused = actionData?.refused ?? null;
  if (address !== null) return <Onward address={address} />;
  return (
    <PublicLayout>
      <PageTitle lead={t('begin.lead')}>{t('begin.title')}</PageTitle>
      <PostForm>
        <HiddenFields values={{ next: loaderData.next }} />
        <TextField
          name="email"
          type="email"
          label={t('auth:signIn.email')}
          autoComplete="username"
          defaultValue={actionData?.email}
          error={refused === null ? undefined : t(`refused.${refused}`)}
          required
        />
        <Button>{t('begin.submit')}</Button>
      </PostForm>
      <p className="mt-6">
        <a href="/sign-in">{t('begin.password')}</a>
      </p>
    </PublicLayout>
  );
}
