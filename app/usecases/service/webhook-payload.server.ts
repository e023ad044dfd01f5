import type { WebhookPayload } from '#app/domain/service/webhook-events.ts';
import { env } from '#app/platform/env.server.ts';

type Data = Omit<WebhookPayload['data'], 'url'>;

/** The body of a message, byte for byte as it is signed, stored and sent. `timestamp` is an ISO instant. */
export function webhookPayload(type: WebhookPayload['type'], timestamp: string, data: Data): string {
  const { reference } = data;
  const url =
    reference === undefined ? {} : { url: `${env().PUBLIC_URL}/api/v1/operator/cases/${reference}` };
  const payload: WebhookPayload = { type, timestamp, data: { ...data, ...url } };
  return JSON.stringify(payload);
}
