import { useT } from '#app/i18n/use-translation.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { listPeople } from '#app/usecases/staff/queries/list-people.server.ts';
import { nameOf, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/people.ts';
import { requireDeskAdministrator } from './require-desk-administrator.server.ts';
import { SettingsPage } from './settings-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  return { staff: nameOf(staff), people: await listPeople(staff.organisation) };
}

export default function People({ loaderData: { staff, people } }: Route.ComponentProps) {
  const t = useT('people');
  return (
    <SettingsPage staff={staff} current="people">
      <DataTable
        id="people"
        caption={t('caption')}
        captionHidden
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('name'), cell: ({ name }) => <bdi>{name}</bdi>, rowHeader: true },
          { key: 'email', header: t('email'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
          { key: 'role', header: t('role'), cell: ({ deskRole }) => t(`deskRole.${deskRole}`) },
          {
            key: 'second',
            header: t('secondFactor'),
            cell: ({ secondFactor }) => t(secondFactor ? 'on' : 'off'),
            tight: true,
          },
          {
            key: 'state',
            header: t('state'),
            cell: ({ suspended }) => (
              <Tag tone={suspended ? 'bad' : 'good'}>{t(suspended ? 'suspended' : 'active')}</Tag>
            ),
            tight: true,
          },
        ]}
      />
    </SettingsPage>
  );
}
