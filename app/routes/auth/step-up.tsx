import { data, redirect } from 'react-router';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { localPath } from '#app/platform/session/local-path.ts';
import { requireStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';
import { type HeldForm, takeHeldForm } from '#app/platform/session/step-up.server.ts';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import {
  confirmPerson,
  type WaysToConfirm,
  waysToConfirm,
} from '#app/usecases/accounts/confirm-person.server.ts';
import type { Route } from './+types/step-up.ts';
import { AccountPage, ownerOf } from './account-page.tsx';
import { NO_STORE } from './cookie-headers.ts';
import { PasskeyForm, SignInScript } from './passkey-form.tsx';

const FIELDS = ['password', 'code', 'credential'] as const;

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const where = { next: localPath(searchParams.get('next')) ?? '/account', form: searchParams.get('form') };
  const held = searchParams.has(RETURNED) ? await heldOnReturn(staff, where) : null;
  const page = { owner: ownerOf(staff), ways: await waysToConfirm(staff), where, held };
  return data(page, { headers: NO_STORE });
}

/** Names the address to which the identity provider leads back. */
const RETURNED = 'returned';

/** So long ago at most the identity provider has vouched for who comes back from there. */
const RETURN_SECONDS = 120;

/**
 * The form of somebody who comes back from the identity provider.
 * @throws a redirect to the page where no form waits; null for who has not confirmed there
 */
async function heldOnReturn(staff: StaffMember, { next, form }: ConfirmProps['where']) {
  if (staff.confirmedAgo > RETURN_SECONDS) return null;
  const held = await takeHeldForm(staff, form ?? '');
  if (held === null) throw redirect(next, 303);
  return held;
}

function returnAddress({ next, form }: ConfirmProps['where']): string {
  return `/step-up?${new URLSearchParams({ next, [RETURNED]: '', ...(form !== null && { form }) })}`;
}

function proofIn(form: FormData) {
  const field = FIELDS.find(name => form.has(name));
  if (field === undefined) return toErrorPage(new AppError('malformed-request'));
  return { field, value: String(form.get(field)) };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request);
  const form = await readForm(request);
  try {
    await confirmPerson({ staff, headers: request.headers, ...proofIn(form) });
  } catch (error) {
    return refusal(error);
  }
  const held = await takeHeldForm(staff, String(form.get('form') ?? ''));
  if (held === null) throw redirect(localPath(form.get('next')) ?? '/account', 303);
  return data(confirmed(held), { headers: NO_STORE });
}

interface Outcome {
  readonly held: HeldForm | null;
  readonly errors: FieldErrors;
  readonly minutes: number;
}

function confirmed(held: HeldForm): Outcome {
  return { held, errors: {}, minutes: 0 };
}

function refusal(error: unknown) {
  if (!(error instanceof AppError) || error.status >= 500) return toErrorPage(error);
  const minutes = Math.ceil(Number(error.params.seconds ?? 0) / 60);
  const refused: Outcome = { held: null, errors: error.fields, minutes };
  return data(refused, { status: error.status, headers: NO_STORE });
}

export function headers() {
  return NO_STORE;
}

/** The form that was held back, to be sent once more: by the script at once, by the button without it. */
function SendOn({ held }: { held: HeldForm }) {
  const t = useT('auth');
  return (
    <form method="post" action={held.path} data-send-on="">
      <HiddenFields values={held.fields} />
      <Button>{t('stepUp.sendOn')}</Button>
    </form>
  );
}

interface ConfirmProps {
  readonly ways: WaysToConfirm;
  readonly where: { readonly next: string; readonly form: string | null };
  readonly error: (field: string) => string | undefined;
}

function Confirm({ ways, where, error }: ConfirmProps) {
  const t = useT('auth');
  const kept = <HiddenFields values={{ next: where.next, form: where.form }} />;
  return (
    <>
      {ways.passkey ? (
        <PasskeyForm purpose="own" look="primary" label={t('stepUp.passkey')}>
          {kept}
        </PasskeyForm>
      ) : null}
      {ways.passkey && !ways.code && !ways.singleSignOn ? (
        <p className="muted">{t('stepUp.elsewhere')}</p>
      ) : null}
      {ways.code ? (
        <Section title={t('stepUp.byCode')}>
          <PostForm>
            {kept}
            <TextField
              name="code"
              label={t('verify.code')}
              hint={t('stepUp.codeHint')}
              error={error('code')}
              autoComplete="one-time-code"
              dir="ltr"
              width="short"
              required
            />
            <Button>{t('stepUp.submit')}</Button>
          </PostForm>
        </Section>
      ) : null}
      {ways.password ? (
        <Section title={t('stepUp.byPassword')}>
          <PostForm>
            {kept}
            <TextField
              name="password"
              type="password"
              label={t('second.password')}
              error={error('password')}
              autoComplete="current-password"
              required
            />
            <Button>{t('stepUp.submit')}</Button>
          </PostForm>
        </Section>
      ) : null}
      {ways.singleSignOn ? (
        <Section title={t('stepUp.bySso')}>
          <PostForm action="/sign-in/organisation">
            <HiddenFields values={{ next: returnAddress(where), again: 'yes' }} />
            <Button>{t('stepUp.sso')}</Button>
          </PostForm>
        </Section>
      ) : null}
    </>
  );
}

export default function StepUp({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('auth');
  const { owner, ways, where } = loaderData;
  const held = actionData?.held ?? loaderData.held;
  const error = (field: string) => {
    const code = actionData?.errors[field]?.code;
    if (code !== undefined) return t(code === 'code-used' ? 'errors:field.code-used' : 'stepUp.refused');
    return actionData !== undefined && actionData.minutes > 0
      ? t('signIn.wait', { count: actionData.minutes })
      : undefined;
  };
  return (
    <AccountPage owner={owner}>
      <PageTitle lead={t(held === null ? 'stepUp.lead' : 'stepUp.confirmed')}>{t('stepUp.title')}</PageTitle>
      {held === null ? <Confirm ways={ways} where={where} error={error} /> : <SendOn held={held} />}
      <SignInScript />
    </AccountPage>
  );
}
