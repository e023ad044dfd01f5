import { data, redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import {
  confirmSecondFactor,
  prepareSecondFactor,
  removeSecondFactor,
  type SecondFactorSecret,
} from '#app/usecases/accounts/manage-second-factor.server.ts';
import type { Route } from './+types/second-factor.ts';
import { AccountPage, ownerOf } from './account-page.tsx';
import { cookieHeaders, NO_STORE } from './cookie-headers.ts';

export async function loader({ request }: Route.LoaderArgs) {
  return { owner: ownerOf(await requireStaff(request)) };
}

/** Three forms: the password that starts, the code that switches on, the password that switches off. */
async function change(request: Request, form: FormData): Promise<SecondFactorSecret | null> {
  const { headers } = request;
  const password = String(form.get('password') ?? '');
  switch (form.get('intent')) {
    case 'start':
      return prepareSecondFactor({ password, headers });
    case 'confirm': {
      const cookies = await confirmSecondFactor(String(form.get('code') ?? ''), headers);
      throw redirect('/account?done=second-on', { headers: cookieHeaders(cookies) });
    }
    case 'remove': {
      const cookies = await removeSecondFactor({ password, headers });
      throw redirect('/account?done=second-off', { headers: cookieHeaders(cookies) });
    }
    default:
      throw new AppError('malformed-request');
  }
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  await requireStaff(request);
  const form = await readForm(request);
  try {
    return data({ secret: await change(request, form), wrong: null });
  } catch (error) {
    if (!(error instanceof AppError) || Object.keys(error.fields).length === 0) {
      if (error instanceof AppError) return toErrorPage(error);
      throw error;
    }
    return data({ secret: null, wrong: 'code' in error.fields ? 'code' : 'password' } as const, {
      status: error.status,
    });
  }
}

export function headers() {
  return NO_STORE;
}

type Wrong = 'code' | 'password' | null;

function PasswordForm({ intent, wrong }: { intent: 'start' | 'remove'; wrong: Wrong }) {
  const t = useT('auth');
  return (
    <>
      <p>{t(intent === 'start' ? 'second.start' : 'second.offText')}</p>
      <PostForm>
        <HiddenFields values={{ intent }} />
        <TextField
          name="password"
          type="password"
          label={t('second.password')}
          error={wrong === 'password' ? t('second.wrongPassword') : undefined}
          autoComplete="current-password"
          required
        />
        <Button look={intent === 'start' ? 'primary' : 'danger'}>
          {t(intent === 'start' ? 'second.continue' : 'second.switchOff')}
        </Button>
      </PostForm>
    </>
  );
}

function Secret({ secret }: { secret: SecondFactorSecret }) {
  const t = useT('auth');
  return (
    <>
      <Section title={t('second.addTitle')}>
        <p>{t('second.addText')}</p>
        <p>
          {t('second.key')}: <Reference large>{secret.secret.match(/.{1,4}/gu)?.join(' ')}</Reference>
        </p>
        <p>
          <a href={secret.address}>{t('second.link')}</a>
        </p>
      </Section>
      <Section title={t('second.backupTitle')}>
        <p>{t('second.backupText')}</p>
        <ul className="columns-2">
          {secret.backupCodes.map(code => (
            <li key={code}>
              <Reference>{code}</Reference>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function ConfirmForm({ wrong }: { wrong: Wrong }) {
  const t = useT('auth');
  return (
    <Section title={t('second.confirmTitle')}>
      <PostForm>
        <HiddenFields values={{ intent: 'confirm' }} />
        <TextField
          name="code"
          label={t('second.code')}
          error={wrong === 'code' ? t('second.wrongCode') : undefined}
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          width="short"
          required
        />
        <Button>{t('second.confirm')}</Button>
      </PostForm>
    </Section>
  );
}

export default function SecondFactor({ loaderData: { owner }, actionData }: Route.ComponentProps) {
  const t = useT('auth');
  const wrong = actionData?.wrong ?? null;
  const secret = actionData?.secret ?? null;
  const confirming = secret !== null || wrong === 'code';
  return (
    <AccountPage owner={owner}>
      <PageTitle>{t('second.title')}</PageTitle>
      {confirming ? null : <PasswordForm intent={owner.secondFactor ? 'remove' : 'start'} wrong={wrong} />}
      {secret === null ? null : <Secret secret={secret} />}
      {confirming ? <ConfirmForm wrong={wrong} /> : null}
    </AccountPage>
  );
}
