import { data, redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { localPath } from '#app/platform/session/local-path.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { verifySecondFactor } from '#app/usecases/accounts/verify-second-factor.server.ts';
import type { Route } from './+types/verify.ts';
import { cookieHeaders, NO_STORE, withNext } from './cookie-headers.ts';

export function loader({ request }: Route.LoaderArgs) {
  return { next: localPath(new URL(request.url).searchParams.get('next')) };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const next = localPath(form.get('next'));
  try {
    const code = String(form.get('code') ?? '');
    const cookies = await verifySecondFactor({
      code,
      address: clientAddress(request),
      headers: request.headers,
    });
    return redirect(withNext('/sign-in', next), { headers: cookieHeaders(cookies) });
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) return toErrorPage(error);
    const minutes = Math.ceil(Number(error.params.seconds ?? 0) / 60);
    return data(
      { minutes, used: error.fields.code?.code === 'code-used' },
      { status: error.status, headers: NO_STORE },
    );
  }
}

export function headers() {
  return NO_STORE;
}

export default function Verify({ loaderData: { next }, actionData }: Route.ComponentProps) {
  const t = useT('auth');
  const wrong = t(actionData?.used ? 'errors:field.code-used' : 'verify.refused');
  const refused = actionData?.minutes ? t('signIn.wait', { count: actionData.minutes }) : wrong;
  return (
    <PublicLayout>
      <PageTitle lead={t('verify.lead')}>{t('verify.title')}</PageTitle>
      <PostForm>
        <HiddenFields values={{ next }} />
        <TextField
          name="code"
          label={t('verify.code')}
          error={actionData === undefined ? undefined : refused}
          autoComplete="one-time-code"
          dir="ltr"
          width="medium"
          required
        />
        <ButtonRow>
          <Button>{t('verify.submit')}</Button>
          <LinkButton look="plain" href={withNext('/sign-in', next)}>
            {t('verify.again')}
          </LinkButton>
        </ButtonRow>
      </PostForm>
    </PublicLayout>
  );
}
