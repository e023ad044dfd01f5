import { composeMail } from '#app/mail/compose-mail.ts';
import { composeNoteMail } from '#app/mail/compose-note.ts';
import { now } from '#app/platform/clock.server.ts';
import { deliver, sortMailFailure } from '#app/platform/mailer/mailer.server.ts';
import {
  type AddressedMail,
  HIDDEN_CODE,
  type MailHandover,
  sendQueuedMail,
} from '#app/usecases/mail/send-queued-mail.server.ts';
import type { JobData } from '../contracts.ts';

/** Hands a mail to the mail server and says what came of it. */
async function handOver({ id, ...mail }: AddressedMail): Promise<MailHandover> {
  const begin = performance.now();
  const ended = () => ({ took: Math.round(performance.now() - begin), at: now().toISOString() });
  try {
    const answer = await deliver({ messageId: id, ...mail });
    return { outcome: 'taken', status: 250, answer, ...ended() };
  } catch (error) {
    return { ...sortMailFailure(error), ...ended() };
  }
}

/** Sends one mail of the outbox. */
export async function sendMail({ mailId }: JobData<'send-mail'>): Promise<void> {
  await sendQueuedMail({
    mailId,
    now: now().toISOString(),
    compose: occasion => composeMail(occasion, HIDDEN_CODE),
    composeNote: composeNoteMail,
    deliver: handOver,
  });
}
