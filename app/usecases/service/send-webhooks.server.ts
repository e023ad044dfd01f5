import { SYSTEM } from '#app/domain/case/states.ts';
import { openSealedText } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { WebhookEndpoint } from '#app/platform/db/generated/client.ts';
import {
  type Answer,
  guardedPost,
  PostFailed,
  type PostRules,
} from '#app/platform/webhooks/guarded-post.server.ts';
import { signedHeaders } from '#app/platform/webhooks/webhook-signature.server.ts';
import { type Claimed, claimWebhook } from './claim-webhook.server.ts';
import { outgoingRules } from './outgoing-rules.server.ts';
import type { AttemptResult } from './record-attempt.server.ts';
import { isWanted, recordWebhookAttempt } from './record-webhook-attempt.server.ts';

export interface WebhookRun {
  /** ISO instant: what is due by then is sent. */
  readonly now: string;
  /** Replaces the rules that follow from the settings. */
  readonly rules?: PostRules;
  /** Called between an answer and its record. */
  readonly answered?: () => Promise<void>;
}

/** While a secret is being replaced, both sign: the new one first. */
function secretsOf(
  { secret, formerSecret, formerSecretUntil }: WebhookEndpoint,
  now: string,
): readonly string[] {
  const overlaps = formerSecret !== null && formerSecretUntil !== null && formerSecretUntil > new Date(now);
  return (overlaps ? [secret, formerSecret] : [secret]).map(openSealedText);
}

function resultOf({ status, body }: Answer): Omit<AttemptResult, 'took'> {
  const outcome =
    status >= 200 && status < 300
      ? 'taken'
      : status >= 300 && status < 400
        ? 'redirected'
        : status === 410
          ? 'refused'
          : 'error-answer';
  return { outcome, status, answer: body };
}

/** Posts one message and says what came of it; nothing is thrown for what the other side does. */
async function attempt(
  { message, endpoint }: Claimed,
  now: string,
  rules: PostRules,
): Promise<AttemptResult> {
  const begin = performance.now();
  const took = () => Math.round(performance.now() - begin);
  const signed = signedHeaders(
    { id: message.messageId, at: new Date(now), payload: message.payload },
    secretsOf(endpoint, now),
  );
  const headers = { 'content-type': 'application/json', 'user-agent': 'Recours-Webhooks/1', ...signed };
  try {
    const answer = await guardedPost({ url: endpoint.url, headers, body: message.payload }, rules);
    return { ...resultOf(answer), took: took() };
  } catch (error) {
    if (!(error instanceof PostFailed)) throw error;
    return { outcome: error.reason, status: null, answer: error.message, took: took() };
  }
}

/**
 * Sends one message that is due. It is in this worker's hand while the endpoint answers, without a transaction being
 * open; a worker that dies before the record leaves it to be sent again under the same webhook-id.
 * @returns whether there was one
 */
export async function sendNextWebhook(run: WebhookRun): Promise<boolean> {
  const claimed = await withActor(SYSTEM, async tx => {
    const found = await claimWebhook(tx, run.now);
    return found === undefined ? undefined : { found, wanted: await isWanted(tx, found, run.now) };
  });
  if (claimed === undefined) return false;
  if (!claimed.wanted) return true;
  const { found } = claimed;
  const result = await attempt(found, run.now, run.rules ?? outgoingRules());
  await run.answered?.();
  await withActor(SYSTEM, tx => recordWebhookAttempt(tx, found, result, run.now));
  return true;
}

/** Sends until nothing is due. @param now gives the present instant (ISO) for each message */
export async function sendDueWebhooks(now: () => string): Promise<void> {
  while (await sendNextWebhook({ now: now() }));
}
