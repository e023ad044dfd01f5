import { SYSTEM } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { MailOutbox } from '#app/platform/db/generated/client.ts';
import { type MailOccasion, readMailOccasion } from '../mail/mail-occasion.server.ts';
import { isNote, keepsSecrets, type NoteOccasion, noteOccasions } from './note-occasion.server.ts';

/** Why the gateway didn't take an SMS, in words that name no number and no text. */
export interface SmsRefusal {
  readonly reason: string;
  /** Whether no further attempt makes sense. */
  readonly final: boolean;
}

export interface SmsSending {
  readonly messageId: string;
  /** ISO instant. */
  readonly now: string;
  /** Whether no further attempt follows. */
  readonly lastAttempt: boolean;
  readonly compose: (occasion: MailOccasion) => string;
  readonly composeNote: (occasion: NoteOccasion) => string;
  /** Hands the SMS to the gateway. @returns why it was not taken, or undefined */
  readonly deliver: (sms: { id: string; to: string; text: string }) => Promise<SmsRefusal | undefined>;
}

/** Locks the SMS for the time of its delivery; undefined when it has been sent or another worker is sending it. */
async function lockSms(tx: Tx, id: string): Promise<MailOutbox | undefined> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "mail_outbox" WHERE id = ${id}::uuid AND channel = 'sms' AND state = 'queued' FOR UPDATE SKIP LOCKED`;
  return locked.length === 0 ? undefined : tx.mailOutbox.findUniqueOrThrow({ where: { id } });
}

async function composed(tx: Tx, row: MailOutbox, { compose, composeNote, now }: SmsSending) {
  if (isNote(row)) {
    const { sent, stored } = noteOccasions(row);
    return { sent: composeNote(sent), stored: composeNote(stored) };
  }
  const text = compose(await readMailOccasion(tx, row, now));
  return { sent: text, stored: text };
}

async function sendLocked(tx: Tx, row: MailOutbox, sending: SmsSending): Promise<SmsRefusal | undefined> {
  const { id, recipient: to } = row;
  const { sent, stored } = await composed(tx, row, sending);
  const refusal = await sending.deliver({ id, to, text: sent });
  const isOver = refusal === undefined || refusal.final || sending.lastAttempt;
  const outcome =
    refusal === undefined
      ? ({ state: 'sent', text: stored, sentAt: sending.now, lastError: null } as const)
      : ({ state: isOver ? 'failed' : 'queued', lastError: refusal.reason } as const);
  const secret = isOver && !(isNote(row) && keepsSecrets()) ? null : row.secret;
  await tx.mailOutbox.update({ where: { id }, data: { ...outcome, secret, attempts: { increment: 1 } } });
  return isOver ? undefined : refusal;
}

/**
 * Sends one SMS of the outbox under the id that lets the gateway send it once. What a gateway refuses for good is
 * failed at once; everything else is tried again by the queue with growing pauses.
 * @throws the refusal's reason, after noting it, when another attempt follows
 */
export async function sendQueuedSms(sending: SmsSending): Promise<void> {
  const refusal = await withActor(SYSTEM, async tx => {
    const row = await lockSms(tx, sending.messageId);
    return row === undefined ? undefined : sendLocked(tx, row, sending);
  });
  if (refusal !== undefined) throw new Error(`the SMS was not taken: ${refusal.reason}`);
}
