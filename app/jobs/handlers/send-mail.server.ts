import { composeMail } from '#app/mail/compose-mail.ts';
import { composeNoteMail } from '#app/mail/compose-note.ts';
import { now } from '#app/platform/clock.server.ts';
import { deliver, mailFailure } from '#app/platform/mailer/mailer.server.ts';
import { HIDDEN_CODE, sendQueuedMail } from '#app/usecases/mail/send-queued-mail.server.ts';
import type { JobData } from '../contracts.ts';
import type { Attempt } from './handlers.server.ts';

/** Sends one mail of the outbox. */
export async function sendMail({ mailId }: JobData<'send-mail'>, { isLast }: Attempt): Promise<void> {
  await sendQueuedMail({
    mailId,
    now: now().toISOString(),
    lastAttempt: isLast,
    compose: occasion => composeMail(occasion, HIDDEN_CODE),
    composeNote: composeNoteMail,
    describe: mailFailure,
    deliver: async ({ id, ...mail }) => {
      await deliver({ messageId: id, ...mail });
      return now().toISOString();
    },
  });
}
