import { data, redirect } from 'react-router';
import { DESK_ROLES } from '#app/domain/access/desk-roles.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PersonCommands } from '#app/ui/people/person-commands.tsx';
import { PersonSummary } from '#app/ui/people/person-summary.tsx';
import { managePerson } from '#app/usecases/staff/manage-person.server.ts';
import { findPerson, scopeOf } from '#app/usecases/staff/queries/list-people.server.ts';
import { nameOf, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/person.ts';
import { requireDeskAdministrator } from './require-desk-administrator.server.ts';
import { SettingsPage } from './settings-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  const person = await findPerson(scopeOf(staff), params.id);
  if (person === null) toErrorPage(new AppError('not-found'));
  const done = new URL(request.url).searchParams.has('done');
  return data({ staff: nameOf(staff), person, done }, { headers: PRIVATE_PAGE });
}

export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const manager = await requireDeskAdministrator(request);
  await requireStepUp(request);
  const given = Object.fromEntries(await readForm(request));
  try {
    await managePerson({ manager, personId: params.id, given, now: now() });
  } catch (error) {
    return toErrorPage(error);
  }
  return redirect(`/operator/settings/people/${params.id}?done`, 303);
}

export default function PersonPage({ loaderData: { staff, person, done } }: Route.ComponentProps) {
  const t = useT('people');
  return (
    <SettingsPage staff={staff} current="people">
      {done ? (
        <Notice kind="success" live>
          {t('saved')}
        </Notice>
      ) : null}
      <PersonSummary person={person} />
      <PersonCommands
        person={person}
        roles={DESK_ROLES.map(value => ({ value, label: t(`deskRole.${value}`) }))}
      />
      <p className="mt-6">
        <a href="/operator/settings/people">{t('back')}</a>
      </p>
    </SettingsPage>
  );
}
