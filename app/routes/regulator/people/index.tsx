import { data, redirect } from 'react-router';
import { mayEnter } from '#app/domain/access/areas.ts';
import { mayManage, REGULATOR_ROLES } from '#app/domain/access/person.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';
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
import {
  approveDomain,
  listDomains,
  removeDomain,
} from '#app/usecases/single-sign-on/sign-in-settings.server.ts';
import { invitePerson, withdrawInvitation } from '#app/usecases/staff/invite-person.server.ts';
import { listInvitations, listPeople, readStaffLog } from '#app/usecases/staff/queries/list-people.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/index.ts';
import { DomainApprovals } from './domain-approvals.tsx';

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
    domains: await listDomains(staff),
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
    return redirect(`/regulator/people?done=${await change(staff, form)}`, 303);
  } catch (error) {
    return refuse(error, form);
  }
}

const NOTICES = { invited: 'invitation.sent', withdrawn: 'invitation.withdrawn', saved: 'saved' } as const;

function isNotice(value: string): value is keyof typeof NOTICES {
  return Object.hasOwn(NOTICES, value);
}

/** What was done, for the notice on the page. */
async function change(
  staff: StaffMember,
  form: Readonly<Record<string, FormDataEntryValue>>,
): Promise<keyof typeof NOTICES> {
  const operatorId = String(form.operatorId);
  const domain = String(form.domain);
  switch (form.intent) {
    case 'withdraw':
      await withdrawInvitation(staff, String(form.id), now());
      return 'withdrawn';
    case 'approve-domain':
      await approveDomain(staff, { operatorId, domain }, now());
      return 'saved';
    case 'remove-domain':
      await removeDomain(staff, operatorId, domain);
      return 'saved';
    default:
      await invitePerson(staff, form, now());
      return 'invited';
  }
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
  const { viewer, people, invitations, log, operators, domains, done } = loaderData;
  const manager = { role: viewer.role, organisation: null, deskRole: null };
  const mayChange = mayEnter(viewer.role, 'staff-commands');
  return (
    <RegulatorFrame viewer={viewer} current="people">
      <PageTitle lead={t('regulatorLead')}>{t('regulatorTitle')}</PageTitle>
      {done === null || actionData !== undefined || !isNotice(done) ? null : (
        <Notice kind="success" live>
          {t(NOTICES[done])}
        </Notice>
      )}
      {actionData?.errors.domain === undefined ? null : (
        <Notice kind="error" live>
          {t('sso:domains.taken')}
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
          errors={actionData?.errors.domain === undefined ? actionData?.errors : undefined}
          roleFields={fields => <RoleFields fields={fields} operators={operators} />}
        />
      ) : null}
      <Invitations invitations={invitations} />
      <DomainApprovals domains={domains} operators={operators} mayChange={mayChange} />
      <StaffLog entries={log} />
    </RegulatorFrame>
  );
}
