import { data, redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { acceptLink } from '#app/usecases/staff/accept-link.server.ts';
import { readLink } from '#app/usecases/staff/access-links.server.ts';
import type { Route } from './+types/invitation.ts';
import { NO_STORE } from './cookie-headers.ts';

/** The key stands in the query, which no log keeps. Looking at the page uses nothing up: mail scanners do that. */
export async function loader({ request }: Route.LoaderArgs) {
  const key = new URL(request.url).searchParams.get('key') ?? '';
  const { purpose, name, email } = await orErrorPage(() => readLink(key, now()));
  return data({ purpose, name, email }, { headers: NO_STORE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const key = new URL(request.url).searchParams.get('key') ?? '';
  const form = await readForm(request);
  try {
    await acceptLink(key, String(form.get('password') ?? ''), now());
  } catch (error) {
    return refuse(error);
  }
  return redirect('/sign-in?ready', 303);
}

export function headers() {
  return NO_STORE;
}

export default function Invitation({
  loaderData: { purpose, name, email },
  actionData,
}: Route.ComponentProps) {
  const t = useT('auth');
  const { field } = useFormFields({ values: {}, errors: actionData?.errors });
  const key = purpose === 'invitation' ? 'invitation' : 'newPassword';
  return (
    <PublicLayout>
      <PageTitle lead={t(`${key}.lead`, { name })}>{t(`${key}.title`)}</PageTitle>
      <ErrorSummary errors={actionData?.errors} labels={{ password: t('password.new') }} />
      <PostForm>
        <TextField
          name="email"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          defaultValue={email}
          disabled
        />
        <TextField
          {...field('password')}
          type="password"
          label={t('password.new')}
          hint={t('password.hint')}
          autoComplete="new-password"
          required
        />
        <Button>{t(`${key}.submit`)}</Button>
      </PostForm>
    </PublicLayout>
  );
}
