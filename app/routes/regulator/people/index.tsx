import { data, redirect } from 'react-router';
import { mayEnter } from '#app/domain/access/areas.ts';
import { mayManage, REGULATOR_ROLES } from '#app/domain/access/person.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { SelectField } from '#app/ui/choice-fields.tsx';
import type { useFormFields } from '#app/ui/form-fields.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { Invitations } from '#app/ui/people/invitations.tsx';
import { InviteForm } from '#app/ui/people/invite-form.tsx';
import { PeopleTable } from '#app/ui/people/people-table.tsx';
import { StaffLog } from '#app/ui/people/staff-log.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { invitePerson, withdrawInvitation } from '#app/usecases/staff/invite-person.server.ts';
import { listInvitations, listPeople, readStaffLog } from '#app/usecases/staff/queries/list-people.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/index.ts';

const NO_STORE = { 'Cache-Control': 'private, no-store' } as const;

export function headers() {
  return NO_STORE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'staff');
  const loaded = {
    viewer: { name: staff.name, role: staff.role },
    people: await listPeople('regulator'),
    invitations: staff.role === 'administrator' ? await listInvitations(staff, now()) : [],
    log: await readStaffLog(staff),
    operators: activeProfile()
      .operators.filter(({ hidden }) => hidden !== true)
      .map(({ id, name }) => ({ value: id, label: name })),
    done: new URL(request.url).searchParams.get('done'),
  };
  return data(loaded, { headers: NO_STORE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'staff-commands');
  await requireStepUp(request);
  const form = Object.fromEntries(await readForm(request));
  try {
    if (form.intent === 'withdraw') await withdrawInvitation(staff, String(form.id), now());
    else await invitePerson(staff, form, now());
  } catch (error) {
    return refuse(error, form);
  }
  return redirect(`/regulator/people?done=${form.intent === 'withdraw' ? 'withdrawn' : 'invited'}`, 303);
}

interface RoleFieldsProps {
  readonly fields: ReturnType<typeof useFormFields>;
  readonly operators: readonly { readonly value: string; readonly label: string }[];
}

function RoleFields({ fields, operators }: RoleFieldsProps) {
  const t = useT('people');
  const roles = REGULATOR_ROLES.map(value => ({ value: String(value), label: t(`domain:role.${value}`) }));
  return (
    <>
      <SelectField
        {...fields.field('role')}
        label={t('role')}
        options={[...roles, { value: 'liaison', label: t('deskRole.administrator') }]}
        required
      />
      <SelectField
        {...fields.field('operatorId')}
        label={t('operator')}
        hint={t('invitation.operatorHint')}
        options={operators}
      />
    </>
  );
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('people');
  const { viewer, people, invitations, log, operators, done } = loaderData;
  const manager = { role: viewer.role, organisation: null, deskRole: null };
  const mayChange = mayEnter(viewer.role, 'staff-commands');
  return (
    <RegulatorFrame viewer={viewer} current="people">
      <PageTitle lead={t('regulatorLead')}>{t('regulatorTitle')}</PageTitle>
      {done === null || actionData !== undefined ? null : (
        <Notice kind="success" live>
          {t(done === 'withdrawn' ? 'invitation.withdrawn' : 'invitation.sent')}
        </Notice>
      )}
      <PeopleTable
        people={people}
        {...(people.some(person => mayManage(manager, person)) && {
          hrefOf: ({ id }) => `/regulator/people/${id}`,
        })}
      />
      {mayChange ? (
        <InviteForm
          values={actionData?.values}
          errors={actionData?.errors}
          roleFields={fields => <RoleFields fields={fields} operators={operators} />}
        />
      ) : null}
      <Invitations invitations={invitations} />
      <StaffLog entries={log} />
    </RegulatorFrame>
  );
}
