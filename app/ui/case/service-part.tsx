import type { SeenDelivery, SeenTry } from '#app/domain/access/seen-case.ts';
import { formatDateTime, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { DataTable } from '../data-table.tsx';
import { DefinitionList } from '../lists.tsx';
import { Details } from '../notice.tsx';
import { Reference, Tag } from '../tag.tsx';

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
  const { language } = useApp();
  if (deliveries.length === 0) return null;
  const proof = deliveries.find(({ deliveredAt }) => deliveredAt !== null && deliveredAt === servedAt);
  return (
    <Details summary={t('panel.title')}>
      {proof === undefined ? null : <Proof delivery={proof} />}
      {deliveries.map((delivery, index) => (
        <Delivery key={delivery.id} delivery={delivery} number={formatNumber(index + 1, language)} />
      ))}
    </Details>
  );
}

function Proof({ delivery }: { readonly delivery: SeenDelivery }) {
  const t = useT('service');
  const moment = useMoment();
  const { id, channel, deliveredAt, proof } = delivery;
  if (deliveredAt === null) return null;
  const what = proof === null ? t(`domain:deliveryChannel.${channel}`) : t(`proof.${proof}`);
  return (
    <p>
      {t('panel.served', { at: moment(deliveredAt), proof: what })} {t('panel.started')} (
      <Reference>{id.slice(0, 8)}</Reference>).
    </p>
  );
}

const TONES = { failed: 'bad', queued: 'attention', sent: 'attention' } as const;

function toneOf(state: string) {
  return Object.entries(TONES).find(([key]) => key === state)?.[1] ?? 'good';
}

interface DeliveryProps {
  readonly delivery: SeenDelivery;
  /** Its place among the case's deliveries: two may have the same channel, recipient and minute. */
  readonly number: string;
}

function Delivery({ delivery, number }: DeliveryProps) {
  const t = useT('service');
  const moment = useMoment();
  const { id, channel, recipient, state, reason, queuedAt, deliveredAt, nextAttemptAt, tries } = delivery;
  const given = (key: string, term: string, value: string | null) =>
    value === null ? [] : [{ key, term, value }];
  return (
    <>
      <h3>
        {number}. {t(`domain:deliveryChannel.${channel}`)}{' '}
        <Tag tone={toneOf(state)}>{t(`domain:deliveryState.${state}`)}</Tag>
      </h3>
      <DefinitionList
        dense
        items={[
          { term: t('panel.recipient'), value: <bdi className="break-all">{recipient}</bdi> },
          ...given('reason', t('page.reason'), reason === null ? null : t(`outcome.${reason}`)),
          ...given('queued', t('panel.queued'), moment(queuedAt)),
          ...given('proven', t('panel.proven'), deliveredAt === null ? null : moment(deliveredAt)),
          ...given('next', t('panel.nextAttempt'), nextAttemptAt === null ? null : moment(nextAttemptAt)),
        ]}
      />
      {tries.length === 0 ? null : (
        <Attempts id={id} tries={tries} caption={t('panel.attemptsOf', { number })} />
      )}
    </>
  );
}

/** The other side's words; its status first unless they begin with it. */
function answerOf({ status, answer }: SeenTry): string {
  const said = answer ?? '';
  return status === null || said.startsWith(String(status)) ? said : `${status} ${said}`;
}

interface AttemptsProps {
  readonly id: string;
  readonly caption: string;
  readonly tries: readonly SeenTry[];
}

function Attempts({ id, caption, tries }: AttemptsProps) {
  const t = useT('service');
  const moment = useMoment();
  return (
    <DataTable
      id={`attempts-${id}`}
      caption={caption}
      rows={tries}
      rowKey={row => row.at}
      columns={[
        { key: 'time', header: t('panel.time'), cell: row => moment(row.at) },
        { key: 'result', header: t('panel.result'), cell: row => t(`outcome.${row.outcome}`) },
        {
          key: 'answer',
          header: t('panel.answer'),
          cell: row => (
            <bdi dir="ltr" className="break-words">
              {answerOf(row)}
            </bdi>
          ),
        },
      ]}
    />
  );
}
