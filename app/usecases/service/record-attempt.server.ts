import { randomUUID } from 'node:crypto';
import type { Outcome } from '#app/domain/service/outcomes.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';

/** What came of one attempt, as the other side answered. */
export interface AttemptResult {
  readonly outcome: Outcome;
  /** HTTP or SMTP status. */
  readonly status: number | null;
  /** The other side's words, cut short; null where it said nothing. */
  readonly answer: string | null;
  /** Milliseconds from the beginning to the answer. */
  readonly took: number;
}

/** What an attempt belongs to: a service, a webhook message, or a webhook message that carries out a service. */
export interface AttemptOf {
  readonly deliveryId: string | null;
  readonly webhookDeliveryId?: string;
  readonly operatorId: string;
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
}

const KEPT_CHARACTERS = 300;

/** Keeps one attempt for good. Call it as the system. */
export async function recordAttempt(tx: Tx, of: AttemptOf, result: AttemptResult): Promise<void> {
  const { outcome, status, took } = result;
  const answer = result.answer?.slice(0, KEPT_CHARACTERS) ?? null;
  await tx.deliveryAttempt.create({ data: { id: randomUUID(), ...of, outcome, status, answer, took } });
}

/** Spreads retries: from 0 to 1, the same for the same attempt. */
export function jitterOf(id: string, attempt: number): number {
  return Number.parseInt(sha256(`${id}/${attempt}`).slice(0, 8), 16) / 0xffff_ffff;
}
