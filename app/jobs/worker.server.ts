import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { log } from '#app/platform/log.server.ts';
import { openQueue } from '#app/platform/queue/queue.server.ts';
import { watchVersions } from '#app/usecases/rules/refresh-versions.server.ts';
import { JOB_NAMES, JOBS, type JobData, type JobName } from './contracts.ts';
import { HANDLERS } from './handlers/handlers.server.ts';
import { RECURRING, repeat } from './recurring.server.ts';

/** Milliseconds that running jobs get to end in when the worker stops; what doesn't is tried again elsewhere. */
const PATIENCE_MILLISECONDS = 6000;

const POLLING_SECONDS = 0.5;

type Outcome = { readonly id: string; readonly status: 'completed' | 'failed'; readonly output?: object };

async function workOn<N extends JobName>(name: N, job: JobWithMetadata): Promise<Outcome> {
  try {
    const data = JOBS[name].parse(job.data) as JobData<N>;
    await HANDLERS[name].handle(data, { isLast: job.retryCount >= job.retryLimit });
    return { id: job.id, status: 'completed' };
  } catch (error) {
    log.warn({ err: error, job: name, id: job.id, attempt: job.retryCount + 1 }, 'a job failed');
    return { id: job.id, status: 'failed', output: { message: String(error).slice(0, 500) } };
  }
}

/** Works on a batch with limited concurrency; each job's outcome is its own. */
async function workOnAll(name: JobName, jobs: readonly JobWithMetadata[]): Promise<Outcome[]> {
  const waiting = [...jobs];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      outcomes.push(await workOn(name, job));
    }
  };
  await Promise.all(Array.from({ length: HANDLERS[name].concurrency }, lane));
  return outcomes;
}

async function takeJobs(boss: PgBoss): Promise<void> {
  for (const name of JOB_NAMES) {
    const options = {
      batchSize: HANDLERS[name].batch,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: POLLING_SECONDS,
      includeMetadata: true,
      perJobResults: true,
    } as const;
    await boss.work<object, Outcome[], typeof options>(name, options, jobs => workOnAll(name, jobs));
  }
}

/**
 * Takes jobs from the queue and runs what recurs, until it is stopped. Any number of workers may run: jobs are
 * handed out once, and what recurs locks what it works on.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  await watchVersions();
  const boss = openQueue({ supervise: true });
  await boss.start();
  await takeJobs(boss);
  const stopping = new AbortController();
  const recurring = RECURRING.map(work => repeat(work, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([boss.stop({ timeout: PATIENCE_MILLISECONDS }), ...recurring]);
    },
  };
}
