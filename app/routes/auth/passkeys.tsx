import { data, redirect } from 'react-router';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details, EmptyState, Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { changePasskeys } from '#app/usecases/accounts/change-passkeys.server.ts';
import { listPasskeys, type OwnPasskey } from '#app/usecases/accounts/passkeys.server.ts';
import type { Route } from './+types/passkeys.ts';
import { AccountPage, ownerOf } from './account-page.tsx';
import { NO_STORE } from './cookie-headers.ts';
import { PasskeyForm, SignInScript } from './passkey-form.tsx';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStepUp(request);
  const done = new URL(request.url).searchParams.has('done');
  return data({ owner: ownerOf(staff), passkeys: await listPasskeys(staff.id), done }, { headers: NO_STORE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStepUp(request);
  const form = Object.fromEntries(await readForm(request));
  try {
    await changePasskeys({ staff, headers: request.headers, given: form });
  } catch (error) {
    return refuse(error, form);
  }
  return redirect('/account/passkeys?done', 303);
}

export function headers() {
  return NO_STORE;
}

function PasskeyItem({ passkey }: { passkey: OwnPasskey }) {
  const t = useT('auth');
  const { language, timeZone } = useApp();
  const { id, name, since } = passkey;
  return (
    <li className="panel">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {since === null ? null : <span className="muted">{formatDate(since, language, timeZone)}</span>}
      </p>
      <Details summary={t('passkey.change')}>
        <PostForm inline>
          <HiddenFields values={{ intent: 'rename', id }} />
          <TextField name={`name-${id}`} label={t('passkey.name')} defaultValue={name} required />
          <Button look="secondary" small>
            {t('passkey.rename')}
          </Button>
        </PostForm>
        <PostForm confirm={t('passkey.removeQuestion', { name })}>
          <HiddenFields values={{ intent: 'remove', id }} />
          <Button look="danger" small>
            {t('passkey.remove')}
          </Button>
        </PostForm>
      </Details>
    </li>
  );
}

export default function Passkeys({
  loaderData: { owner, passkeys, done },
  actionData,
}: Route.ComponentProps) {
  const t = useT('auth');
  const { field } = useFormFields({ values: actionData?.values, errors: actionData?.errors });
  return (
    <AccountPage owner={owner}>
      <PageTitle lead={t('passkey.lead')}>{t('passkey.title')}</PageTitle>
      {done && actionData === undefined ? (
        <Notice kind="success" live>
          {t('account.saved')}
        </Notice>
      ) : null}
      {actionData?.errors.credential === undefined ? null : (
        <Notice kind="error" live>
          {t('passkey.failed')}
        </Notice>
      )}
      {passkeys.length === 0 ? (
        <EmptyState title={t('passkey.none')} />
      ) : (
        <ul className="plain">
          {passkeys.map(passkey => (
            <PasskeyItem key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <Section title={t('passkey.addTitle')}>
        <PasskeyForm purpose="new" look="primary" label={t('passkey.add')}>
          <HiddenFields values={{ intent: 'add' }} />
          <TextField {...field('name')} label={t('passkey.name')} hint={t('passkey.nameHint')} required />
        </PasskeyForm>
        <noscript>
          <p>{t('passkey.needsScript')}</p>
        </noscript>
      </Section>
      <SignInScript />
    </AccountPage>
  );
}
