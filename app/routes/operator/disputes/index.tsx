import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { issueTexts } from '#app/ui/case/complaint-part.tsx';
import { StateTag } from '#app/ui/case/state-tag.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { listDisputesFiled } from '#app/usecases/complaints/queries/disputes-filed.server.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/index.ts';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  return { staff: nameOf(staff), disputes: await listDisputesFiled(staff) };
}

type Dispute = Route.ComponentProps['loaderData']['disputes'][number];

function hrefOf({ reference }: Dispute): string {
  return `/operator/disputes/${reference}`;
}

export default function Disputes({ loaderData }: Route.ComponentProps) {
  const t = useT('wholesale');
  const { language, timeZone } = useApp();
  const { staff, disputes } = loaderData;
  const day = (instant: string | null) =>
    instant === null ? '' : formatDate(instant, language, timeZone, 'medium');
  return (
    <OperatorPage staff={staff} current="disputes">
      <PageTitle
        lead={t('list.lead')}
        aside={<LinkButton href="/operator/disputes/new">{t('list.new')}</LinkButton>}
      >
        {t('list.title')}
      </PageTitle>
      <DataTable
        stack
        id="disputes"
        caption={t('list.title')}
        captionHidden
        rows={disputes}
        rowKey={({ reference }) => reference}
        rowHref={hrefOf}
        empty={t('list.empty')}
        columns={[
          {
            key: 'reference',
            header: t('column.reference'),
            rowHeader: true,
            tight: true,
            cell: row => (
              <a href={hrefOf(row)}>
                <Reference>{row.reference}</Reference>
              </a>
            ),
          },
          {
            key: 'respondent',
            header: t('column.respondent'),
            cell: ({ respondent }) => <bdi>{respondent}</bdi>,
          },
          {
            key: 'issues',
            header: t('column.issues'),
            cell: ({ issues }) => issueTexts(t, issues).join(' · '),
          },
          { key: 'state', header: t('column.state'), cell: ({ state }) => <StateTag state={state} /> },
          {
            key: 'interim',
            header: t('column.interim'),
            cell: ({ interim }) => (interim === null ? '' : t(`domain:interimDecision.${interim}`)),
          },
          { key: 'filed', header: t('column.filed'), tight: true, cell: ({ filedAt }) => day(filedAt) },
          { key: 'due', header: t('column.due'), tight: true, cell: ({ dueAt }) => day(dueAt) },
        ]}
      />
    </OperatorPage>
  );
}
