import { Temporal } from 'temporal-polyfill';
import { SYSTEM } from '#app/domain/case/states.ts';
import type { JobName, JobRequest } from '#app/jobs/contracts.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { log } from '#app/platform/log.server.ts';
import { enqueue, QUEUE_SCHEMA } from '#app/platform/queue/queue.server.ts';

/** Work of each kind taken up again at once; the next run takes the rest. */
const LIMIT = 500;

/** What is younger is still on its way. */
const PATIENCE = { minutes: 1 };

/** What should have a job: a query of ids (`id`) of work older than $1, without regard to jobs. */
const WAITING = {
  'process-filing': `
    SELECT c.id, c.filed_at AS since FROM "case" c
    WHERE c.state = 'filed' AND c.filed_at < $1::timestamptz AND NOT EXISTS (
      SELECT 1 FROM "delivery" d
      WHERE d.case_id = c.id AND d.operator_id = c.operator_id
        AND d.queued_at >= coalesce(
          (SELECT max(e.at) FROM "case_event" e WHERE e.case_id = c.id AND e.type = 'rerouted'), c.filed_at))`,
  'send-mail': `
    SELECT m.id, m.created_at AS since FROM "mail_outbox" m
    WHERE m.state = 'queued' AND m.channel = 'mail' AND coalesce(m.next_attempt_at, m.created_at) < $1::timestamptz`,
  'send-sms': `
    SELECT m.id, m.created_at AS since FROM "mail_outbox" m
    WHERE m.state = 'queued' AND m.channel = 'sms' AND m.created_at < $1::timestamptz`,
  'make-viewing-copy': `
    SELECT e.id, e.uploaded_at AS since FROM "evidence" e
    WHERE e.copy_state = 'pending' AND e.scan_state <> 'infected' AND e.uploaded_at < $1::timestamptz AND (e.case_id IS NOT NULL OR e.held_for IS NOT NULL)
    UNION
    SELECT e.id, e.uploaded_at AS since FROM "evidence" e
    WHERE e.scan_state = 'pending' AND e.uploaded_at < $1::timestamptz AND (e.case_id IS NOT NULL OR e.held_for IS NOT NULL)`,
} as const satisfies Record<JobName, string>;

/** Under which key each job carries its id. */
const KEYS = {
  'process-filing': 'caseId',
  'send-mail': 'mailId',
  'send-sms': 'messageId',
  'make-viewing-copy': 'evidenceId',
} as const satisfies Record<JobName, string>;

async function idsWithoutJob(tx: Tx, name: JobName, olderThan: string): Promise<readonly string[]> {
  const found = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT w.id FROM (${WAITING[name]}) w
     WHERE NOT EXISTS (
       SELECT 1 FROM ${QUEUE_SCHEMA}.job j
       WHERE j.name = '${name}' AND j.state IN ('created', 'retry', 'active')
         AND j.data ->> '${KEYS[name]}' = w.id::text)
     ORDER BY w.since LIMIT ${LIMIT}`,
    olderThan,
  );
  return found.map(({ id }) => id);
}

/**
 * Finds what waits without a job (a case that nobody serves, a mail that nobody sends, evidence without its copy)
 * and queues it again. Jobs are idempotent, so one too many does nothing.
 * @param now ISO instant
 * @returns how many jobs it queued
 */
export async function requeueLost(now: string): Promise<number> {
  const olderThan = Temporal.Instant.from(now).subtract(PATIENCE).toString();
  return withActor(SYSTEM, async tx => {
    const jobs: JobRequest[] = [];
    for (const caseId of await idsWithoutJob(tx, 'process-filing', olderThan)) {
      jobs.push({ name: 'process-filing', data: { caseId } });
    }
    for (const mailId of await idsWithoutJob(tx, 'send-mail', olderThan)) {
      jobs.push({ name: 'send-mail', data: { mailId } });
    }
    for (const messageId of await idsWithoutJob(tx, 'send-sms', olderThan)) {
      jobs.push({ name: 'send-sms', data: { messageId } });
    }
    for (const evidenceId of await idsWithoutJob(tx, 'make-viewing-copy', olderThan)) {
      jobs.push({ name: 'make-viewing-copy', data: { evidenceId } });
    }
    if (jobs.length > 0) {
      await enqueue(tx, jobs);
      log.info({ jobs: jobs.length }, 'queued lost work again');
    }
    return jobs.length;
  });
}
