import { z } from 'zod';

const caseId = z.object({ caseId: z.string() });

/** Every job by name, with what it carries: ids only, never personal data. */
export const JOBS = {
  /** What follows a filing or a re-routing: viewing copies, the receipt by mail, and service on the operator. */
  'process-filing': caseId,
  'send-mail': z.object({ mailId: z.string() }),
  'send-sms': z.object({ messageId: z.string() }),
  'make-viewing-copy': z.object({ evidenceId: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[];
export type JobData<N extends JobName> = z.infer<(typeof JOBS)[N]>;

/** A job to insert. Handlers are idempotent: a second one for the same thing finds nothing to do. */
export type JobRequest = { [N in JobName]: { readonly name: N; readonly data: JobData<N> } }[JobName];

/** Retries with growing pauses: what depends on mail, storage or the database waits for it, never gets lost. */
export const JOB_QUEUE_OPTIONS = {
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 300,
} as const;
