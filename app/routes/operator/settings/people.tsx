import { data, redirect } from 'react-router';
import { DESK_ROLES } from '#app/domain/access/desk-roles.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Invitations } from '#app/ui/people/invitations.tsx';
import { InviteForm } from '#app/ui/people/invite-form.tsx';
import { PeopleTable } from '#app/ui/people/people-table.tsx';
import { StaffLog } from '#app/ui/people/staff-log.tsx';
import { invitePerson, withdrawInvitation } from '#app/usecases/staff/invite-person.server.ts';
import {
  listInvitations,
  listPeople,
  readStaffLog,
  scopeOf,
} from '#app/usecases/staff/queries/list-people.server.ts';
import { nameOf, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/people.ts';
import { requireDeskAdministrator } from './require-desk-administrator.server.ts';
import { SettingsPage } from './settings-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  const loaded = {
    staff: nameOf(staff),
    people: await listPeople(scopeOf(staff)),
    invitations: await listInvitations(staff, now()),
    log: await readStaffLog(staff),
    done: new URL(request.url).searchParams.get('done'),
  };
  return data(loaded, { headers: PRIVATE_PAGE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireDeskAdministrator(request);
  await requireStepUp(request);
  const form = Object.fromEntries(await readForm(request));
  try {
    if (form.intent === 'withdraw') await withdrawInvitation(staff, String(form.id), now());
    else await invitePerson(staff, form, now());
  } catch (error) {
    return refuse(error, form);
  }
  return redirect(
    `/operator/settings/people?done=${form.intent === 'withdraw' ? 'withdrawn' : 'invited'}`,
    303,
  );
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('people');
  const { staff, people, invitations, log, done } = loaderData;
  return (
    <SettingsPage staff={staff} current="people">
      {done === null || actionData !== undefined ? null : (
        <Notice kind="success" live>
          {t(done === 'withdrawn' ? 'invitation.withdrawn' : 'invitation.sent')}
        </Notice>
      )}
      <PeopleTable people={people} hrefOf={({ id }) => `/operator/settings/people/${id}`} />
      <InviteForm
        values={actionData?.values}
        errors={actionData?.errors}
        roleFields={({ field }) => (
          <SelectField
            {...field('deskRole')}
            label={t('role')}
            options={DESK_ROLES.map(value => ({ value, label: t(`deskRole.${value}`) }))}
            required
          />
        )}
      />
      <Invitations invitations={invitations} />
      <StaffLog entries={log} />
    </SettingsPage>
  );
}
