import type { SeenDelivery } from '#app/domain/access/seen-case.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { DataTable } from '../data-table.tsx';
import { Details } from '../notice.tsx';
import { Reference } from '../tag.tsx';

/** Proof of service: each delivery with its way, its recipient and what became of it. */
export function ServicePart({ deliveries }: { deliveries: readonly SeenDelivery[] | undefined }) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  if (deliveries === undefined || deliveries.length === 0) return null;
  const moment = (at: string | null) => (at === null ? null : formatDateTime(at, language, timeZone));
  return (
    <Details summary={t('case.serviceProof')}>
      <DataTable
        id="deliveries"
        caption={t('case.serviceProof')}
        captionHidden
        rows={deliveries}
        rowKey={row => row.id}
        columns={[
          {
            key: 'channel',
            header: t('delivery.channel'),
            cell: row => t(`domain:deliveryChannel.${row.channel}`),
          },
          {
            key: 'recipient',
            header: t('delivery.recipient'),
            cell: row => <Reference>{row.recipient}</Reference>,
          },
          { key: 'state', header: t('delivery.state'), cell: row => t(`domain:deliveryState.${row.state}`) },
          { key: 'queued', header: t('delivery.queued'), cell: row => moment(row.queuedAt) },
          { key: 'delivered', header: t('delivery.delivered'), cell: row => moment(row.deliveredAt) },
        ]}
      />
    </Details>
  );
}
