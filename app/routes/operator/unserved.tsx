import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { unservedCases } from '#app/usecases/service/queries/unserved-cases.server.ts';
import type { Route } from './+types/unserved.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  return { staff: nameOf(staff), cases: await unservedCases(staff) };
}

/** What no channel has brought to the desk: to be taken here. */
export default function Unserved({ loaderData: { staff, cases } }: Route.ComponentProps) {
  const t = useT('service');
  const { language, timeZone } = useApp();
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle lead={t('unserved.lead')}>{t('unserved.title')}</PageTitle>
      <DataTable
        stack
        id="unserved"
        caption={t('unserved.title')}
        captionHidden
        rows={cases}
        rowKey={row => row.reference}
        empty={t('unserved.none')}
        columns={[
          {
            key: 'reference',
            header: t('page.case'),
            rowHeader: true,
            cell: row => <Reference>{row.reference}</Reference>,
          },
          {
            key: 'category',
            header: t('unserved.category'),
            cell: row => t(`taxonomy:category.${row.category}.label`),
          },
          {
            key: 'filed',
            header: t('unserved.filed'),
            cell: row => formatDateTime(row.filed_at, language, timeZone),
          },
          {
            key: 'open',
            header: t('page.action'),
            cell: row => (
              <LinkButton href={`/operator/cases/${row.reference}`} look="secondary" small>
                {t('unserved.open')}
              </LinkButton>
            ),
          },
        ]}
      />
    </OperatorPage>
  );
}
