import { data, redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import {
  readSignInSettings,
  removeDomain,
  requestDomain,
  saveSignInSettings,
} from '#app/usecases/single-sign-on/sign-in-settings.server.ts';
import { nameOf, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/sign-in.ts';
import { type DeskAdministrator, requireDeskAdministrator } from './require-desk-administrator.server.ts';
import { SettingsPage } from './settings-page.tsx';
import { DomainSettings, ProviderSettings } from './sign-in-forms.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  const done = new URL(request.url).searchParams.has('done');
  return data(
    { staff: nameOf(staff), settings: await readSignInSettings(staff), done },
    { headers: PRIVATE_PAGE },
  );
}

function change(staff: DeskAdministrator, form: Readonly<Record<string, FormDataEntryValue>>): Promise<void> {
  if (form.intent === 'add-domain') return requestDomain(staff, form.domain, now());
  if (form.intent === 'remove-domain') return removeDomain(staff, staff.organisation, String(form.domain));
  return saveSignInSettings(staff, form, now());
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireDeskAdministrator(request);
  await requireStepUp(request);
  const form = Object.fromEntries(await readForm(request));
  try {
    await change(staff, form);
  } catch (error) {
    const { clientSecret, ...shown } = form;
    return refuse(error, shown);
  }
  return redirect('/operator/settings/sign-in?done', 303);
}

export default function SignInSettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('sso');
  const { staff, settings, done } = loaderData;
  return (
    <SettingsPage staff={staff} current="sign-in">
      {done && actionData === undefined ? (
        <Notice kind="success" live>
          {t('settings.saved')}
        </Notice>
      ) : null}
      <p>{t('settings.lead')}</p>
      <DomainSettings domains={settings.domains} errors={actionData?.errors} values={actionData?.values} />
      <ProviderSettings settings={settings} errors={actionData?.errors} values={actionData?.values} />
    </SettingsPage>
  );
}
