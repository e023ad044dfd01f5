import { SYSTEM } from '#app/domain/case/states.ts';
import { isFinal } from '#app/domain/service/outcomes.ts';
import { nextAttemptAt } from '#app/domain/service/retry-schedule.ts';
import { openSealedText } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { MailOutbox } from '#app/platform/db/generated/client.ts';
import { completeService } from '../complaints/serve-case.server.ts';
import {
  isNote,
  keepsSecrets,
  type NoteOccasion,
  noteOccasions,
} from '../notifications/note-occasion.server.ts';
import { noteFailedAttempt } from '../service/note-failed-attempt.server.ts';
import { type AttemptResult, jitterOf, recordAttempt } from '../service/record-attempt.server.ts';
import { type MailOccasion, readMailOccasion } from './mail-occasion.server.ts';

/** What the stored text has in the place of a receipt code. */
export const HIDDEN_CODE = '••••-••••-••••-••••';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly stopUrl?: string;
}

/** A mail with what its delivery needs. */
export interface AddressedMail extends ComposedMail {
  readonly id: string;
  readonly to: string;
  readonly language: string;
}

export interface MailSending {
  readonly mailId: string;
  /** ISO instant. */
  readonly now: string;
  readonly compose: (occasion: MailOccasion) => ComposedMail;
  readonly composeNote: (occasion: NoteOccasion) => ComposedMail;
  /** Hands the mail to the mail server. @returns what came of it, in words that name no address */
  readonly deliver: (mail: AddressedMail) => Promise<MailHandover>;
}

/** What came of handing a mail to the mail server. */
export interface MailHandover extends AttemptResult {
  /** ISO instant at which the mail server answered. */
  readonly at: string;
}

/**
 * Locks the mail against other workers for the time of its delivery; undefined when it has been sent, when another one
 * is sending it, or when its next attempt is still to come.
 */
async function lockMail(tx: Tx, { mailId, now }: MailSending): Promise<MailOutbox | undefined> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "mail_outbox" WHERE id = ${mailId}::uuid AND state = 'queued'
      AND coalesce(next_attempt_at <= ${now}::timestamptz, true) FOR UPDATE SKIP LOCKED`;
  if (locked.length === 0) return undefined;
  return tx.mailOutbox.findUniqueOrThrow({ where: { id: mailId } });
}

/** The delivery that a mail serves, with its case locked so that the service can't fail after the mail is out. */
async function lockDelivery(tx: Tx, deliveryId: string) {
  const delivery = await tx.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  await tx.$queryRaw`SELECT 1 FROM "case" WHERE id = ${delivery.caseId}::uuid FOR UPDATE`;
  const found = await tx.case.findUniqueOrThrow({ where: { id: delivery.caseId } });
  return { delivery, wanted: wantedWhen(found, delivery) };
}

/**
 * A case returned to the complainant before its service is served once it is back; one that another channel served
 * first is still announced.
 */
function wantedWhen(
  { state, returnedFrom, operatorId }: { state: string; returnedFrom: string | null; operatorId: string },
  delivery: { operatorId: string },
): 'now' | 'later' | 'never' {
  if (operatorId !== delivery.operatorId) return 'never';
  if (state === 'filed' || state === 'served') return 'now';
  return state === 'returned' && returnedFrom === 'filed' ? 'later' : 'never';
}

/** Withdrawn, refused or re-routed before the mail went out: the operator must not hear of the case any more. */
async function dropMail(tx: Tx, mail: MailOutbox): Promise<void> {
  const lastError = 'not sent: the case no longer waits for this operator';
  await tx.mailOutbox.update({ where: { id: mail.id }, data: { state: 'failed', lastError } });
  await tx.delivery.update({
    where: { id: mail.deliveryId ?? '' },
    data: { state: 'failed', lastError, reason: 'not-wanted', nextAttemptAt: null },
  });
}

/** Notes an attempt that failed, and when the next one comes. */
async function noteRefusal(tx: Tx, mail: MailOutbox, handover: MailHandover): Promise<void> {
  const attempts = mail.attempts + 1;
  const startedAt = (mail.startedAt ?? mail.createdAt).toISOString();
  const schedule = { startedAt, attempts, now: handover.at, jitter: jitterOf(mail.id, attempts) };
  const next = isFinal(handover.outcome) ? null : nextAttemptAt(schedule);
  const { outcome, status, answer } = handover;
  const lastError = [outcome, status, answer].filter(part => part !== null).join(' ');
  await tx.mailOutbox.update({
    where: { id: mail.id },
    data: { state: next === null ? 'failed' : 'queued', attempts, lastError, nextAttemptAt: next },
  });
  if (mail.deliveryId === null) return;
  await noteFailedAttempt(tx, mail.deliveryId, { at: handover.at, next, outcome, error: lastError });
}

/** The mail as it goes out, and as it is stored: without any code. */
async function composedMails(
  tx: Tx,
  mail: MailOutbox,
  sending: MailSending,
): Promise<{ readonly sent: ComposedMail; readonly stored: ComposedMail }> {
  if (isNote(mail)) {
    const { sent, stored } = noteOccasions(mail);
    return { sent: sending.composeNote(sent), stored: sending.composeNote(stored) };
  }
  const stored = sending.compose(await readMailOccasion(tx, mail, sending.now));
  const code = mail.secret === null ? HIDDEN_CODE : openSealedText(mail.secret);
  return { sent: { ...stored, text: stored.text.replaceAll(HIDDEN_CODE, code) }, stored };
}

async function sendLocked(tx: Tx, mail: MailOutbox, sending: MailSending): Promise<void> {
  const service = mail.deliveryId === null ? undefined : await lockDelivery(tx, mail.deliveryId);
  if (service?.wanted === 'later') return;
  if (service?.wanted === 'never') return dropMail(tx, mail);
  const { sent, stored } = await composedMails(tx, mail, sending);
  const { id, recipient: to, language } = mail;
  const handover = await sending.deliver({ id, to, language, ...sent });
  if (service !== undefined) {
    const { id: deliveryId, operatorId, attempts } = service.delivery;
    await recordAttempt(tx, { deliveryId, operatorId, number: attempts + 1, at: sending.now }, handover);
  }
  if (handover.outcome !== 'taken') return noteRefusal(tx, mail, handover);
  await tx.mailOutbox.update({
    where: { id },
    data: {
      state: 'sent',
      subject: stored.subject,
      text: stored.text,
      secret: isNote(mail) && keepsSecrets() ? mail.secret : null,
      sentAt: handover.at,
      lastError: null,
      nextAttemptAt: null,
      attempts: { increment: 1 },
    },
  });
  if (service !== undefined) await completeService(tx, service.delivery, handover.at, handover.answer);
}

/**
 * Sends one mail of the outbox, composed from the case as it now stands. The mail is locked meanwhile, so that it is
 * sent once; what follows from it (the text is kept without the code, a served case gets its clocks) is one
 * transaction. A mail server that doesn't take it is asked again on the schedule of `nextAttemptAt`. A crash after the
 * mail server took the mail and before that transaction ended repeats it under the same Message-ID.
 */
export async function sendQueuedMail(sending: MailSending): Promise<void> {
  await withActor(SYSTEM, async tx => {
    const mail = await lockMail(tx, sending);
    if (mail !== undefined) await sendLocked(tx, mail, sending);
  });
}
