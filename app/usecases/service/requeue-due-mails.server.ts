import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { enqueue, QUEUE_SCHEMA } from '#app/platform/queue/queue.server.ts';

/** Mails taken up again by one run. */
const LIMIT = 200;

/**
 * Queues the mails whose next attempt has come.
 * @param now ISO instant
 * @returns how many
 */
export async function requeueDueMails(now: string): Promise<number> {
  return withActor(SYSTEM, async tx => {
    const due = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT m.id FROM "mail_outbox" m
       WHERE m.state = 'queued' AND m.channel = 'mail' AND m.next_attempt_at <= $1::timestamptz AND NOT EXISTS (
         SELECT 1 FROM ${QUEUE_SCHEMA}.job j WHERE j.name = 'send-mail'
           AND j.state IN ('created', 'retry', 'active') AND j.data ->> 'mailId' = m.id::text)
       ORDER BY m.next_attempt_at LIMIT ${LIMIT}`,
      now,
    );
    await enqueue(
      tx,
      due.map(({ id }) => ({ name: 'send-mail', data: { mailId: id } })),
    );
    return due.length;
  });
}
