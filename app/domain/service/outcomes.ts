/** How an operator hears of a case. */
export const DELIVERY_CHANNELS = ['mail', 'webhook', 'api', 'portal'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/** What becomes of a delivery, in the order in which it can happen; `failed` may be taken up again. */
export const DELIVERY_STATES = ['queued', 'sent', 'delivered', 'opened', 'acknowledged', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What can prove a service, by channel. */
export const PROOFS = {
  mail: 'mail-accepted',
  webhook: 'webhook-answered',
  api: 'pulled',
  portal: 'opened',
} as const satisfies Record<DeliveryChannel, string>;

/** What came of one attempt. Texts are in the catalogue `service` under `outcome.<key>`. */
export const OUTCOMES = [
  'taken',
  /** The other side asked to come back later, or failed on its own. */
  'refused-for-now',
  /** The other side said no for good. */
  'refused',
  'slow',
  'unreachable',
  'insecure',
  'redirected',
  /** The address belongs to a private network: no request was made. */
  'forbidden-address',
  'error-answer',
  /** The endpoint was switched off while the message waited. */
  'endpoint-off',
  /** The case went elsewhere before the message went out. */
  'not-wanted',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function isOutcome(value: string | null): value is Outcome {
  return OUTCOMES.some(outcome => outcome === value);
}

const FINAL: readonly Outcome[] = ['refused', 'endpoint-off', 'not-wanted'];

/** Whether trying again is of no use. */
export function isFinal(outcome: Outcome): boolean {
  return FINAL.includes(outcome);
}
