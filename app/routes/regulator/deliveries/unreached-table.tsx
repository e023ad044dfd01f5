import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { UnreachedDeskRow } from '#app/usecases/service/queries/unreached-desks.server.ts';

/** Desks that cases don't reach, with the reason in plain words. */
export function UnreachedTable({ rows }: { readonly rows: readonly UnreachedDeskRow[] }) {
  const t = useT('service');
  const { language, timeZone } = useApp();
  const moment = (at: Date) => formatDateTime(at, language, timeZone);
  const columns: Column<UnreachedDeskRow>[] = [
    {
      key: 'operator',
      header: t('page.operator'),
      rowHeader: true,
      cell: row => <bdi>{row.operator_name}</bdi>,
    },
    {
      key: 'state',
      header: t('panel.state'),
      tight: true,
      cell: row =>
        row.closed_at === null ? <Tag tone="bad">{t('page.open')}</Tag> : <Tag>{t('page.closed')}</Tag>,
    },
    { key: 'problem', header: t('page.problem'), cell: row => t(`unreached.${row.kind}`) },
    { key: 'affected', header: t('page.affected'), numeric: true, cell: row => row.cases_affected },
    { key: 'since', header: t('page.since'), tight: true, cell: row => moment(row.opened_at) },
    {
      key: 'closed',
      header: t('page.closed'),
      tight: true,
      cell: row => (row.closed_at === null ? null : moment(row.closed_at)),
    },
  ];
  return (
    <DataTable
      id="unreached"
      stack
      caption={t('page.unreached')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      empty={t('page.everyDeskReached')}
    />
  );
}
