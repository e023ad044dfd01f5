import { isOutcome } from '#app/domain/service/outcomes.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import type { DeliveryRow } from '#app/usecases/service/queries/deliveries.server.ts';

interface DeliveryTableProps {
  readonly rows: readonly DeliveryRow[];
  readonly mayRetry: boolean;
}

const UNDELIVERED = ['queued', 'sent', 'failed'];

function Retry({ id }: { readonly id: string }) {
  const t = useT('service');
  return (
    <PostForm inline>
      <HiddenFields values={{ delivery: id }} />
      <Button look="secondary" small>
        {t('page.retry')}
      </Button>
    </PostForm>
  );
}

type DeliveryColumn = Column<DeliveryRow>;

/** Which case goes to whom, and on which channel. */
function useWayColumns(): readonly DeliveryColumn[] {
  const t = useT('service');
  return [
    {
      key: 'reference',
      header: t('page.case'),
      rowHeader: true,
      tight: true,
      cell: row => (
        <a href={`/regulator/cases/${row.reference}`}>
          <Reference>{row.reference}</Reference>
        </a>
      ),
    },
    { key: 'operator', header: t('page.operator'), cell: row => <bdi>{row.operator_name}</bdi> },
    {
      key: 'channel',
      header: t('panel.channel'),
      cell: row => (
        <>
          {t(`domain:deliveryChannel.${row.channel}`)}
          <p className="text-sm wrap-anywhere">
            <bdi dir="ltr">{row.recipient}</bdi>
          </p>
        </>
      ),
    },
  ];
}

/** How far it came, and why not further. */
function useProgressColumns(): readonly DeliveryColumn[] {
  const t = useT('service');
  const { language, timeZone } = useApp();
  const moment = (at: Date) => formatDateTime(at, language, timeZone);
  return [
    {
      key: 'state',
      header: t('panel.state'),
      tight: true,
      cell: row => (
        <Tag tone={row.state === 'failed' ? 'bad' : 'neutral'}>{t(`domain:deliveryState.${row.state}`)}</Tag>
      ),
    },
    { key: 'attempts', header: t('panel.attempts'), numeric: true, cell: row => row.attempts },
    {
      key: 'reason',
      header: t('page.reason'),
      cell: row => (
        <>
          {isOutcome(row.reason) ? t(`outcome.${row.reason}`) : null}
          {row.next_attempt_at === null ? null : (
            <p className="text-sm">{t('panel.next', { at: moment(row.next_attempt_at) })}</p>
          )}
        </>
      ),
    },
    { key: 'queued', header: t('panel.queued'), tight: true, cell: row => moment(row.queued_at) },
  ];
}

function mayBeRetried({ channel, state }: DeliveryRow): boolean {
  return channel !== 'portal' && UNDELIVERED.includes(state);
}

/** Deliveries with the reason in plain words, and a button that tries again. */
export function DeliveryTable({ rows, mayRetry }: DeliveryTableProps) {
  const t = useT('service');
  const retry: DeliveryColumn = {
    key: 'action',
    header: t('page.action'),
    cell: row => (mayBeRetried(row) ? <Retry id={row.id} /> : null),
  };
  const columns = [...useWayColumns(), ...useProgressColumns(), ...(mayRetry ? [retry] : [])];
  return (
    <DataTable
      id="deliveries"
      stack
      caption={t('page.list')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      empty={t('page.none')}
    />
  );
}
