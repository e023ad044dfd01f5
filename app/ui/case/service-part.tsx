import type { SeenDelivery, SeenTry } from '#app/domain/access/seen-case.ts';
import { formatDateTime, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { DataTable } from '../data-table.tsx';
import { DefinitionList } from '../lists.tsx';
import { Details } from '../notice.tsx';
import { Reference, Tag } from '../tag.tsx';

export interface ServicePartProps {
  readonly deliveries: readonly SeenDelivery[] | undefined;
  readonly servedAt: string | null;
}

function useMoment() {
  const { language, timeZone } = useApp();
  return (at: string) => formatDateTime(at, language, timeZone);
}

interface ProvingDelivery {
  readonly delivery: SeenDelivery;
  /** Its place among the case's deliveries, from 1. */
  readonly number: number;
}

/** The delivery that served the case, with which the operator's clocks began. */
export function provingDelivery({ deliveries = [], servedAt }: ServicePartProps): ProvingDelivery | null {
  const index = deliveries.findIndex(({ deliveredAt }) => deliveredAt !== null && deliveredAt === servedAt);
  const delivery = deliveries[index];
  return delivery === undefined ? null : { delivery, number: index + 1 };
}

/** What proves a delivery, or by which channel it went. */
export function useProofText() {
  const t = useT('service');
  return ({ proof, channel }: SeenDelivery) =>
    proof === null ? t(`domain:deliveryChannel.${channel}`) : t(`proof.${proof}`);
}

/** Proof of service: the delivery with which the clock began, each delivery with its attempts and what came of them. */
export function ServicePart({ deliveries = [], servedAt }: ServicePartProps) {
  const t = useT('service');
  const { language } = useApp();
  if (deliveries.length === 0) return null;
  const proof = provingDelivery({ deliveries, servedAt });
  return (
    <Details summary={t('panel.title')}>
      {proof === null ? null : <Proof delivery={proof.delivery} />}
      {deliveries.map((delivery, index) => (
        <Delivery key={delivery.id} delivery={delivery} number={formatNumber(index + 1, language)} />
      ))}
    </Details>
  );
}

function Proof({ delivery }: { readonly delivery: SeenDelivery }) {
  const t = useT('service');
  const moment = useMoment();
  const proofText = useProofText();
  const { id, deliveredAt } = delivery;
  if (deliveredAt === null) return null;
  return (
    <p>
      {t('panel.served', { at: moment(deliveredAt), proof: proofText(delivery) })} {t('panel.started')} (
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
      stack
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
