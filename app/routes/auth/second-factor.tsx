import { data, redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { QrCode } from '#app/ui/receipt/qr-code.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { hasSecondFactor } from '#app/usecases/accounts/confirm-person.server.ts';
import {
  confirmSecondFactor,
  countRecoveryCodes,
  prepareSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  type SecondFactorSecret,
} from '#app/usecases/accounts/manage-second-factor.server.ts';
import { logStaffChange } from '#app/usecases/staff/log-staff-change.server.ts';
import type { Route } from './+types/second-factor.ts';
import { AccountPage, ownerOf } from './account-page.tsx';
import { cookieHeaders, NO_STORE } from './cookie-headers.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request);
  return { owner: ownerOf(staff), codesLeft: await countRecoveryCodes(staff.id) };
}

interface Shown {
  readonly secret: SecondFactorSecret | null;
  readonly codes: readonly string[] | null;
}

/** The password that starts, the code that switches on, the password that renews the codes or switches off. */
async function change(staff: StaffMember, headers: Headers, form: FormData): Promise<Shown> {
  const password = String(form.get('password') ?? '');
  switch (form.get('intent')) {
    case 'start':
      return { secret: await prepareSecondFactor({ password, headers }), codes: null };
    case 'confirm': {
      const cookies = await confirmSecondFactor(String(form.get('code') ?? ''), headers);
      await logStaffChange(staff, { action: 'second-factor-on', subject: staff });
      throw redirect('/account?done=second-on', { headers: cookieHeaders(cookies) });
    }
    case 'renew': {
      const codes = await renewRecoveryCodes({ password, headers });
      await logStaffChange(staff, { action: 'recovery-codes-renewed', subject: staff });
      return { secret: null, codes };
    }
    case 'remove': {
      const cookies = await removeSecondFactor({ password, headers });
      await logStaffChange(staff, { action: 'second-factor-off', subject: staff });
      throw redirect('/account?done=second-off', { headers: cookieHeaders(cookies) });
    }
    default:
      throw new AppError('malformed-request');
  }
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request);
  // Or the password alone would switch off what stands beside it, or get new recovery codes.
  if (await hasSecondFactor(staff)) await requireStepUp(request);
  const form = await readForm(request);
  try {
    return data({ ...(await change(staff, request.headers, form)), wrong: null });
  } catch (error) {
    if (!(error instanceof AppError) || Object.keys(error.fields).length === 0) {
      if (error instanceof AppError) return toErrorPage(error);
      throw error;
    }
    return data({ secret: null, codes: null, wrong: 'code' in error.fields ? 'code' : 'password' } as const, {
      status: error.status,
    });
  }
}

export function headers() {
  return NO_STORE;
}

type Wrong = 'code' | 'password' | null;

function PasswordField({ wrong }: { wrong: Wrong }) {
  const t = useT('auth');
  return (
    <TextField
      name="password"
      type="password"
      label={t('second.password')}
      error={wrong === 'password' ? t('second.wrongPassword') : undefined}
      autoComplete="current-password"
      required
    />
  );
}

function StartForm({ wrong }: { wrong: Wrong }) {
  const t = useT('auth');
  return (
    <>
      <p>{t('second.start')}</p>
      <PostForm>
        <HiddenFields values={{ intent: 'start' }} />
        <PasswordField wrong={wrong} />
        <Button>{t('second.continue')}</Button>
      </PostForm>
    </>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useT('auth');
  return (
    <Section title={t('second.backupTitle')}>
      <p>{t('second.backupText')}</p>
      <ul className="columns-2">
        {codes.map(code => (
          <li key={code}>
            <Reference>{code}</Reference>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Secret({ secret }: { secret: SecondFactorSecret }) {
  const t = useT('auth');
  return (
    <>
      <Section title={t('second.addTitle')}>
        <p>{t('second.addText')}</p>
        <QrCode text={secret.address} label={t('second.picture')} />
        <p>
          {t('second.key')}: <Reference large>{secret.secret.match(/.{1,4}/gu)?.join(' ')}</Reference>
        </p>
        <p>
          <a href={secret.address}>{t('second.link')}</a>
        </p>
      </Section>
      <RecoveryCodes codes={secret.backupCodes} />
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

/** What is on, and how to change it; the codes themselves were shown once. */
function SwitchedOn({ codesLeft, wrong }: { codesLeft: number; wrong: Wrong }) {
  const t = useT('auth');
  return (
    <Section title={t('second.codesTitle')}>
      <p>{t('second.codesLeft', { count: codesLeft })}</p>
      <p>{t('second.renewText')}</p>
      <p>{t('second.offText')}</p>
      <PostForm>
        <PasswordField wrong={wrong} />
        <ButtonRow>
          <Button look="secondary" name="intent" value="renew">
            {t('second.renew')}
          </Button>
          <Button look="danger" name="intent" value="remove">
            {t('second.switchOff')}
          </Button>
        </ButtonRow>
      </PostForm>
    </Section>
  );
}

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('auth');
  const { owner, codesLeft } = loaderData;
  const wrong = actionData?.wrong ?? null;
  const secret = actionData?.secret ?? null;
  const codes = actionData?.codes ?? null;
  const confirming = secret !== null || wrong === 'code';
  const quiet = confirming || codes !== null;
  return (
    <AccountPage owner={owner}>
      <PageTitle>{t('second.title')}</PageTitle>
      {quiet || owner.secondFactor ? null : <StartForm wrong={wrong} />}
      {quiet || !owner.secondFactor ? null : <SwitchedOn codesLeft={codesLeft} wrong={wrong} />}
      {secret === null ? null : <Secret secret={secret} />}
      {codes === null ? null : <RecoveryCodes codes={codes} />}
      {confirming ? <ConfirmForm wrong={wrong} /> : null}
    </AccountPage>
  );
}
