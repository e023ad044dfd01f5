import type { Command } from '../case/lifecycle.ts';

/** What an endpoint can be told. Texts are in the catalogue `service` under `webhookEvent.<type>`. */
export const WEBHOOK_EVENTS = [
  'case.served',
  'case.information_provided',
  'case.message',
  'case.evidence_added',
  'case.acknowledged',
  'case.answered',
  'case.accepted',
  'case.disputed',
  'case.under_review',
  'case.decided',
  'case.clock_breached',
  'case.withdrawn',
  'case.inadmissible',
  'case.rerouted',
  'case.closed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent on demand only, to whoever it is asked for. */
export const PING = 'endpoint.ping';

/** Of which commands the operator's system hears, and under which name. Service itself is queued with the deliveries. */
const EVENT_OF_COMMAND: Partial<Record<Command, WebhookEvent>> = {
  'provide-information': 'case.information_provided',
  'send-message': 'case.message',
  'add-evidence': 'case.evidence_added',
  acknowledge: 'case.acknowledged',
  answer: 'case.answered',
  accept: 'case.accepted',
  dispute: 'case.disputed',
  'take-under-review': 'case.under_review',
  escalate: 'case.under_review',
  'deem-upheld': 'case.decided',
  decide: 'case.decided',
  'record-breach': 'case.clock_breached',
  withdraw: 'case.withdrawn',
  'declare-inadmissible': 'case.inadmissible',
  reroute: 'case.rerouted',
  'lapse-confirmation': 'case.closed',
  close: 'case.closed',
};

/** The type under which a command is told; undefined for what endpoints don't hear of. */
export function webhookEventOf(command: Command): WebhookEvent | undefined {
  return EVENT_OF_COMMAND[command];
}

/** The body of a message: which case, never who or what is in it. */
export interface WebhookPayload {
  readonly type: WebhookEvent | typeof PING;
  /** ISO instant of the event. */
  readonly timestamp: string;
  readonly data: {
    readonly reference?: string;
    readonly state?: string;
    /** The number of the event in the case's record. */
    readonly version?: number;
    /** Where the API has the case. */
    readonly url?: string;
  };
}
