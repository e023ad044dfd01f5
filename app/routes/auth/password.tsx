import { data, redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { changePassword } from '#app/usecases/accounts/change-password.server.ts';
import type { Route } from './+types/password.ts';
import { AccountPage, ownerOf } from './account-page.tsx';
import { NO_STORE } from './cookie-headers.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request);
  return data({ owner: ownerOf(staff), due: staff.mustChangePassword }, { headers: NO_STORE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request);
  const form = await readForm(request);
  const current = String(form.get('current') ?? '');
  const password = String(form.get('password') ?? '');
  try {
    await changePassword({ staff, headers: request.headers, current, password });
  } catch (error) {
    return refuse(error);
  }
  return redirect('/account?done=password', 303);
}

export function headers() {
  return NO_STORE;
}

export default function Password({ loaderData: { owner, due }, actionData }: Route.ComponentProps) {
  const t = useT('auth');
  const { field } = useFormFields({ values: {}, errors: actionData?.errors });
  const labels = { current: t('password.current'), password: t('password.new') };
  return (
    <AccountPage owner={owner}>
      <PageTitle lead={t('password.lead')}>{t('password.title')}</PageTitle>
      {due ? <Notice kind="warning">{t('password.due')}</Notice> : null}
      <ErrorSummary errors={actionData?.errors} labels={labels} />
      <PostForm>
        <TextField
          {...field('current')}
          type="password"
          label={labels.current}
          autoComplete="current-password"
          required
        />
        <TextField
          {...field('password')}
          type="password"
          label={labels.password}
          hint={t('password.hint')}
          autoComplete="new-password"
          required
        />
        <Button>{t('password.submit')}</Button>
      </PostForm>
    </AccountPage>
  );
}
