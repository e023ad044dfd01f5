import type { SeenDelivery } from '#app/domain/access/seen-case.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { Details } from '../notice.tsx';
import { Reference } from '../tag.tsx';

interface ServicePartProps {
  readonly deliveries: readonly SeenDelivery[] | undefined;
  readonly servedAt: string | null;
}

function useMoment() {
  const { language, timeZone } = useApp();
  return (at: string) => formatDateTime(at, language, timeZone);
}

/** Proof of service: the delivery with which the clock began, each delivery with its attempts and what came of them. */
export function ServicePart({ deliveries = [], servedAt }: ServicePartProps) {
  const t = useT('service');
  const moment = useMoment();
  if (deliveries.length === 0) return null;
  const proof = deliveries.find(({ deliveredAt }) => deliveredAt !== null && deliveredAt === servedAt);
  return (
    <Details summary={t('panel.title')}>
      {proof?.deliveredAt == null ? null : (
        <p>
          {t('panel.served', {
            at: moment(proof.deliveredAt),
            proof:
              proof.proof === null ? t(`domain:deliveryChannel.${proof.channel}`) : t(`proof.${proof.proof}`),
          })}{' '}
          {t('panel.started')} (<Reference>{proof.id.slice(0, 8)}</Reference>).
        </p>
      )}
      <DeliveryTable deliveries={deliveries} />
      {deliveries.map(delivery =>
        delivery.tries.length === 0 ? null : <Attempts key={delivery.id} delivery={delivery} />,
      )}
    </Details>
  );
}

function DeliveryTable({ deliveries }: { deliveries: readonly SeenDelivery[] }) {
  const t = useT('service');
  const moment = useMoment();
  const columns: Column<SeenDelivery>[] = [
    { key: 'channel', header: t('panel.channel'), cell: row => t(`domain:deliveryChannel.${row.channel}`) },
    { key: 'recipient', header: t('panel.recipient'), cell: row => <Reference>{row.recipient}</Reference> },
    {
      key: 'state',
      header: t('panel.state'),
      cell: row => (
        <>
          {t(`domain:deliveryState.${row.state}`)}
          {row.reason === null ? null : <p className="text-sm">{t(`outcome.${row.reason}`)}</p>}
          {row.nextAttemptAt === null ? null : (
            <p className="text-sm">{t('panel.next', { at: moment(row.nextAttemptAt) })}</p>
          )}
        </>
      ),
    },
    { key: 'queued', header: t('panel.queued'), cell: row => moment(row.queuedAt) },
    {
      key: 'proven',
      header: t('panel.proven'),
      cell: row => (row.deliveredAt === null ? null : moment(row.deliveredAt)),
    },
  ];
  return (
    <DataTable
      id="deliveries"
      caption={t('panel.title')}
      captionHidden
      rows={deliveries}
      rowKey={row => row.id}
      columns={columns}
    />
  );
}

function Attempts({ delivery }: { delivery: SeenDelivery }) {
  const t = useT('service');
  const moment = useMoment();
  const caption = `${t('panel.attempts')}: ${t(`domain:deliveryChannel.${delivery.channel}`)}`;
  return (
    <DataTable
      id={`attempts-${delivery.id}`}
      caption={caption}
      rows={delivery.tries}
      rowKey={row => row.at}
      columns={[
        { key: 'time', header: t('panel.time'), cell: row => moment(row.at) },
        { key: 'result', header: t('panel.result'), cell: row => t(`outcome.${row.outcome}`) },
        {
          key: 'answer',
          header: t('panel.answer'),
          cell: row => (
            <bdi dir="ltr">{[row.status, row.answer].filter(part => part !== null).join(' ')}</bdi>
          ),
        },
      ]}
    />
  );
}
