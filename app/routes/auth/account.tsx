import { data, redirect } from 'react-router';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { languageCookie } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { changeAccount } from '#app/usecases/accounts/change-account.server.ts';
import { endOtherSessions, endSession, listSessions } from '#app/usecases/accounts/sessions.server.ts';
import type { Route } from './+types/account.ts';
import { AccountPage, ownerOf } from './account-page.tsx';
import { cookieHeaders, NO_STORE } from './cookie-headers.ts';
import { Sessions } from './sessions.tsx';

const NOTICES = {
  saved: 'account.saved',
  others: 'account.othersEnded',
  one: 'account.oneEnded',
  'second-on': 'second.isOn',
  'second-off': 'second.isOff',
  password: 'password.done',
} as const;

function isNotice(value: string | null): value is keyof typeof NOTICES {
  return value !== null && Object.hasOwn(NOTICES, value);
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request);
  const done = new URL(request.url).searchParams.get('done');
  const loaded = {
    owner: ownerOf(staff),
    sessions: await listSessions(staff, now()),
    done: isNotice(done) ? done : null,
  };
  return data(loaded, { headers: NO_STORE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request);
  const form = Object.fromEntries(await readForm(request));
  if (form.intent === 'end-one') {
    await endSession(staff, String(form.id ?? ''));
    throw redirect('/account?done=one');
  }
  if (form.intent === 'end-others') {
    await endOtherSessions(staff);
    throw redirect('/account?done=others');
  }
  try {
    const language = await changeAccount(staff.id, form);
    const secure = env().PUBLIC_URL.startsWith('https:');
    return redirect('/account?done=saved', { headers: cookieHeaders([languageCookie(language, secure)]) });
  } catch (error) {
    return refuse(error, form);
  }
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('auth');
  const { owner, sessions, done } = loaderData;
  const values = actionData?.values ?? { name: owner.name, language: owner.language ?? undefined };
  const { field } = useFormFields({ values, errors: actionData?.errors });
  return (
    <AccountPage owner={owner}>
      <PageTitle lead={<bdi dir="ltr">{owner.email}</bdi>}>{t('account.title')}</PageTitle>
      {done === null || actionData !== undefined ? null : (
        <Notice kind="success" live>
          {t(NOTICES[done])}
        </Notice>
      )}
      <ErrorSummary
        errors={actionData?.errors}
        labels={{ name: t('account.name'), language: t('account.language') }}
      />
      <Section title={t('account.person')}>
        <PostForm>
          <TextField {...field('name')} label={t('account.name')} autoComplete="name" required />
          <SelectField
            {...field('language')}
            label={t('account.language')}
            options={LANGUAGES.map(value => ({ value, label: t(`common:language.${value}`) }))}
            required
          />
          <Button>{t('account.save')}</Button>
        </PostForm>
      </Section>
      <Section title={t('second.title')}>
        <p>{t(owner.secondFactor ? 'second.on' : 'second.off')}</p>
        <p>
          <LinkButton look="secondary" href="/account/second-factor">
            {t(owner.secondFactor ? 'second.switchOff' : 'second.switchOn')}
          </LinkButton>
        </p>
      </Section>
      <Section title={t('password.title')}>
        <p>{t('password.accountText')}</p>
        <p>
          <LinkButton look="secondary" href="/account/password">
            {t('password.change')}
          </LinkButton>
        </p>
      </Section>
      <Section title={t('passkey.title')}>
        <p>{t('passkey.accountText')}</p>
        <p>
          <LinkButton look="secondary" href="/account/passkeys">
            {t('passkey.manage')}
          </LinkButton>
        </p>
      </Section>
      {owner.role === 'liaison' ? (
        <Section title={t('desk:nav')}>
          <p>
            <LinkButton look="secondary" href="/operator/absence">
              {t('desk:absence.link')}
            </LinkButton>
          </p>
        </Section>
      ) : null}
      <Sessions sessions={sessions} />
    </AccountPage>
  );
}
