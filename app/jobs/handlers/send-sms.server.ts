import { composeNoteSms } from '#app/mail/compose-note.ts';
import { composeSms } from '#app/mail/compose-sms.ts';
import { now } from '#app/platform/clock.server.ts';
import { deliverSms, hasSmsGateway, SmsRefused } from '#app/platform/sms/sms.server.ts';
import { keepsSecrets } from '#app/usecases/notifications/note-occasion.server.ts';
import { type SmsRefusal, sendQueuedSms } from '#app/usecases/notifications/send-queued-sms.server.ts';
import type { JobData } from '../contracts.ts';
import type { Attempt } from './handlers.server.ts';

async function handOver(sms: { id: string; to: string; text: string }): Promise<SmsRefusal | undefined> {
  // Without a gateway, a demonstration's SMS goes no further than the outbox page.
  if (!hasSmsGateway() && keepsSecrets()) return undefined;
  try {
    await deliverSms(sms);
    return undefined;
  } catch (error) {
    if (!(error instanceof SmsRefused)) throw error;
    return { reason: error.message, final: error.final };
  }
}

/** Sends one SMS of the outbox. */
export async function sendSms({ messageId }: JobData<'send-sms'>, { isLast }: Attempt): Promise<void> {
  await sendQueuedSms({
    messageId,
    now: now().toISOString(),
    lastAttempt: isLast,
    compose: composeSms,
    composeNote: composeNoteSms,
    deliver: handOver,
  });
}
