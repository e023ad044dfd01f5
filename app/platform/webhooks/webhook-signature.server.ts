import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** A new signing secret in the notation of Standard Webhooks: 32 random bytes. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

export interface MessageToSign {
  readonly id: string;
  /** When this attempt is made. */
  readonly at: Date;
  readonly payload: string;
}

/**
 * The headers of Standard Webhooks for one attempt, with a signature for each secret: while a secret is being
 * replaced, receivers that know the old one and receivers that know the new one both accept the message.
 */
export function signedHeaders(
  { id, at, payload }: MessageToSign,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map(secret => new Webhook(secret).sign(id, at, payload)).join(' '),
  };
}
