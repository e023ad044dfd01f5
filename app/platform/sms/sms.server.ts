import { env } from '../env.server.ts';
import { smsLength } from './sms-length.ts';

/** An SMS ready to go. */
export interface OutgoingSms {
  /** The same for every attempt: the gateway sends once what it is given twice. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** Milliseconds that the gateway may take to answer. */
const PATIENCE = 10_000;

/** What the gateway answers when another attempt makes sense: too early, too many, too slow. */
const PASSING = [408, 409, 425, 429];

/** A gateway that did not take an SMS; `final` when it never will. The message names neither number nor text. */
export class SmsRefused extends Error {
  readonly final: boolean;

  constructor(reason: string, final: boolean) {
    super(reason);
    this.final = final;
  }
}

/** Whether SMS leave this instance. */
export function hasSmsGateway(): boolean {
  return env().SMS_URL !== undefined;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

function requestOf({ id, to, text }: OutgoingSms, timeout: number): RequestInit {
  const { SMS_TOKEN, SMS_FROM } = env();
  return {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': id,
      ...(SMS_TOKEN === undefined ? {} : { authorization: `Bearer ${SMS_TOKEN}` }),
    },
    body: JSON.stringify({ id, from: SMS_FROM, to, text, ...smsLength(text) }),
  };
}

/**
 * Hands an SMS to the gateway by the request that docs/sms.md describes; any 2xx means that it was taken.
 * @param timeout milliseconds
 * @throws SmsRefused without number or text in its message: `final` after a 4xx answer that no attempt would change
 */
export async function deliverSms(sms: OutgoingSms, timeout: number = PATIENCE): Promise<void> {
  const { SMS_URL } = env();
  if (SMS_URL === undefined) throw new SmsRefused('no SMS gateway is set (SMS_URL)', true);
  let response: Response;
  try {
    response = await fetch(SMS_URL, requestOf(sms, timeout));
  } catch (error) {
    throw new SmsRefused(causeOf(error), false);
  }
  await response.body?.cancel();
  if (response.ok) return;
  const { status } = response;
  throw new SmsRefused(`HTTP ${status}`, status >= 400 && status < 500 && !PASSING.includes(status));
}
