import { data, redirect } from 'react-router';
import { DESK_ROLES } from '#app/domain/access/desk-roles.ts';
import { REGULATOR_ROLES } from '#app/domain/access/person.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PersonCommands } from '#app/ui/people/person-commands.tsx';
import { PersonSummary } from '#app/ui/people/person-summary.tsx';
import { managePerson } from '#app/usecases/staff/manage-person.server.ts';
import { findPerson } from '#app/usecases/staff/queries/list-people.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/person.ts';

const NO_STORE = { 'Cache-Control': 'private, no-store' } as const;

export function headers() {
  return NO_STORE;
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'staff-commands');
  const person = await findPerson('regulator', params.id);
  if (person === null) toErrorPage(new AppError('not-found'));
  const viewer = { name: staff.name, role: staff.role };
  const done = new URL(request.url).searchParams.has('done');
  return data({ viewer, person, done }, { headers: NO_STORE });
}

export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const manager = await requireStaff(request, 'staff-commands');
  await requireStepUp(request);
  const given = Object.fromEntries(await readForm(request));
  try {
    await managePerson({ manager, personId: params.id, given, now: now() });
  } catch (error) {
    return toErrorPage(error);
  }
  return redirect(
    given.command === 'role' ? '/regulator/people' : `/regulator/people/${params.id}?done`,
    303,
  );
}

export default function PersonPage({ loaderData: { viewer, person, done } }: Route.ComponentProps) {
  const t = useT('people');
  const roles =
    person.role === 'liaison'
      ? DESK_ROLES.map(value => ({ value: String(value), label: t(`deskRole.${value}`) }))
      : REGULATOR_ROLES.map(value => ({ value: String(value), label: t(`domain:role.${value}`) }));
  return (
    <RegulatorFrame viewer={viewer} current="people">
      <PageTitle>{t('regulatorTitle')}</PageTitle>
      {done ? (
        <Notice kind="success" live>
          {t('saved')}
        </Notice>
      ) : null}
      <PersonSummary person={person} />
      <PersonCommands person={person} roles={roles} />
      <p className="mt-6">
        <a href="/regulator/people">{t('back')}</a>
      </p>
    </RegulatorFrame>
  );
}
