import { fromPrisma, PgBoss } from 'pg-boss';
import type { Tx } from '../db/client.server.ts';
import { env } from '../env.server.ts';
import { log } from '../log.server.ts';
import { onShutdown } from '../shutdown.server.ts';

export const QUEUE_SCHEMA = 'pgboss';

let sending: Promise<PgBoss> | undefined;

/** A job as pg-boss takes it. */
export interface QueuedJob {
  readonly name: string;
  readonly data: object;
  /** When to run it; at once if absent. */
  readonly startAfter?: Date;
}

/** Opens pg-boss as `recours_app`; the schema was made by `prepareQueue`. `supervise` only in workers. */
export function openQueue(options: { supervise: boolean }): PgBoss {
  const boss = new PgBoss({
    connectionString: env().DATABASE_APP_URL,
    schema: QUEUE_SCHEMA,
    application_name: 'recours-queue',
    max: options.supervise ? 6 : 2,
    migrate: false,
    createSchema: false,
    supervise: options.supervise,
    schedule: false,
  });
  boss.on('error', error => log.error({ err: error }, 'queue'));
  return boss;
}

/** The process's connection for sending; opened at first use, closed at shutdown. */
async function sender(): Promise<PgBoss> {
  sending ??= openQueue({ supervise: false })
    .start()
    .catch(error => {
      sending = undefined;
      throw error;
    });
  return sending;
}

onShutdown('queue', () => closeQueue());

/** Closes the sending connection; the next use opens another one. */
export async function closeQueue(): Promise<void> {
  const closing = sending;
  sending = undefined;
  await (await closing)?.stop({ graceful: false });
}

/** Inserts jobs in the caller's transaction: they exist if and only if it commits. */
export async function enqueue(tx: Tx, jobs: readonly QueuedJob[]): Promise<void> {
  const boss = await sender();
  const db = fromPrisma(tx);
  for (const name of new Set(jobs.map(job => job.name))) {
    const inserts = jobs
      .filter(job => job.name === name)
      .map(({ data, startAfter }) => ({ data, startAfter }));
    await boss.insert(name, inserts, { db });
  }
}

/** The insertion of a job as a statement, to be run inside another one. */
export interface JobInsertion {
  /** An INSERT whose only value, `$1`, is `jobs`. */
  readonly text: string;
  readonly jobs: string;
}

/** What `enqueue` would run for a job, as pg-boss writes it. */
export async function jobInsertion({ name, data, startAfter }: QueuedJob): Promise<JobInsertion> {
  const written: JobInsertion[] = [];
  const executeSql = async (text: string, [jobs]: unknown[] = []) => {
    written.push({ text, jobs: String(jobs) });
    return { rows: [] };
  };
  await (await sender()).insert(name, [{ data, startAfter }], { db: { executeSql } });
  const [insertion] = written;
  if (insertion === undefined || written.length > 1 || !/^\s*INSERT\b/.test(insertion.text)) {
    throw new Error('pg-boss no longer inserts a job by one INSERT');
  }
  return insertion;
}

/** Whether the queue's tables answer: for /readyz. */
export async function queueIsReady(): Promise<boolean> {
  return (await (await sender()).getQueues()).length > 0;
}
