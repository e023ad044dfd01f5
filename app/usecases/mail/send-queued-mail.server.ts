import { SYSTEM } from '#app/domain/case/states.ts';
import { openSealedText } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { MailOutbox } from '#app/platform/db/generated/client.ts';
import { executeIn } from '../complaints/execute-command.server.ts';
import { completeService } from '../complaints/serve-case.server.ts';
import {
  isNote,
  keepsSecrets,
  type NoteOccasion,
  noteOccasions,
} from '../notifications/note-occasion.server.ts';
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
  /** Whether no further attempt follows: a refusal is then final. */
  readonly lastAttempt: boolean;
  readonly compose: (occasion: MailOccasion) => ComposedMail;
  readonly composeNote: (occasion: NoteOccasion) => ComposedMail;
  /** Hands the mail to the mail server. @returns the instant (ISO) at which it was taken */
  readonly deliver: (mail: AddressedMail) => Promise<string>;
  /** Puts a refusal into words that name no address. */
  readonly describe: (error: unknown) => string;
}

/**
 * Locks the mail against other workers for the time of its delivery; undefined when it has been sent, or when
 * another one is sending it.
 */
async function lockMail(tx: Tx, mailId: string): Promise<MailOutbox | undefined> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "mail_outbox" WHERE id = ${mailId}::uuid AND state = 'queued' FOR UPDATE SKIP LOCKED`;
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

/** A case returned to the complainant before its service is served once it is back. */
function wantedWhen(
  { state, returnedFrom, operatorId }: { state: string; returnedFrom: string | null; operatorId: string },
  delivery: { operatorId: string },
): 'now' | 'later' | 'never' {
  if (operatorId !== delivery.operatorId) return 'never';
  if (state === 'filed') return 'now';
  return state === 'returned' && returnedFrom === 'filed' ? 'later' : 'never';
}

/** Withdrawn, refused or re-routed before the mail went out: the operator must not hear of the case any more. */
async function dropMail(tx: Tx, mail: MailOutbox): Promise<void> {
  const lastError = 'not sent: the case no longer waits for this operator';
  await tx.mailOutbox.update({ where: { id: mail.id }, data: { state: 'failed', lastError } });
  await tx.delivery.update({ where: { id: mail.deliveryId ?? '' }, data: { state: 'failed', lastError } });
}

async function noteRefusal(
  tx: Tx,
  mail: MailOutbox,
  { now, lastAttempt }: MailSending,
  reason: string,
): Promise<void> {
  const state = lastAttempt ? 'failed' : 'queued';
  await tx.mailOutbox.update({
    where: { id: mail.id },
    data: { state, attempts: { increment: 1 }, lastError: reason },
  });
  if (mail.deliveryId === null) return;
  const delivery = await tx.delivery.update({
    where: { id: mail.deliveryId },
    data: { state, attempts: { increment: 1 }, lastError: reason },
  });
  if (!lastAttempt) return;
  const { caseId, operatorId } = delivery;
  await executeIn(tx, { actor: SYSTEM, caseId, command: 'note-failed-delivery', now }, () => ({
    events: [{ type: 'delivery-failed', payload: { deliveryId: delivery.id, operatorId, error: reason } }],
  }));
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

async function sendLocked(tx: Tx, mail: MailOutbox, sending: MailSending): Promise<unknown> {
  const service = mail.deliveryId === null ? undefined : await lockDelivery(tx, mail.deliveryId);
  if (service?.wanted === 'later') return;
  if (service?.wanted === 'never') return dropMail(tx, mail);
  const { sent, stored } = await composedMails(tx, mail, sending);
  const { id, recipient: to, language } = mail;
  let sentAt: string;
  try {
    sentAt = await sending.deliver({ id, to, language, ...sent });
  } catch (error) {
    await noteRefusal(tx, mail, sending, sending.describe(error));
    return error;
  }
  await tx.mailOutbox.update({
    where: { id },
    data: {
      state: 'sent',
      subject: stored.subject,
      text: stored.text,
      secret: isNote(mail) && keepsSecrets() ? mail.secret : null,
      sentAt,
      lastError: null,
      attempts: { increment: 1 },
    },
  });
  if (service !== undefined) await completeService(tx, service.delivery, sentAt);
  return undefined;
}

/**
 * Sends one mail of the outbox, composed from the case as it now stands. The mail is locked meanwhile, so that it is
 * sent once; what follows from it (the text is kept without the code, a served case gets its clocks) is one
 * transaction. A crash after the mail server took the mail and before that transaction ended repeats it under the
 * same Message-ID.
 * @throws the mail server's refusal, after noting it, so that the job is tried again
 */
export async function sendQueuedMail(sending: MailSending): Promise<void> {
  const refusal = await withActor(SYSTEM, async tx => {
    const mail = await lockMail(tx, sending.mailId);
    return mail === undefined ? undefined : sendLocked(tx, mail, sending);
  });
  if (refusal !== undefined && !sending.lastAttempt) throw refusal;
}
