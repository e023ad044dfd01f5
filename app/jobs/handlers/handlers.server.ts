import { now } from '#app/platform/clock.server.ts';
import { makeViewingCopy } from '#app/usecases/evidence/make-viewing-copy.server.ts';
import type { JobData, JobName } from '../contracts.ts';
import { processFiling } from './process-filing.server.ts';
import { sendMail } from './send-mail.server.ts';
import { sendSms } from './send-sms.server.ts';

/** Which attempt at a job this is. */
export interface Attempt {
  /** Whether the queue gives up when this one fails. */
  readonly isLast: boolean;
}

interface Handler<N extends JobName> {
  readonly handle: (data: JobData<N>, attempt: Attempt) => Promise<void>;
  /** Jobs fetched at once. */
  readonly batch: number;
  /** Jobs worked on at once by one worker. */
  readonly concurrency: number;
}

/** What is done for every job. Copies take a processor each, mails mostly wait. */
export const HANDLERS: { readonly [N in JobName]: Handler<N> } = {
  'process-filing': { handle: processFiling, batch: 50, concurrency: 4 },
  'send-mail': { handle: sendMail, batch: 20, concurrency: 4 },
  'send-sms': { handle: sendSms, batch: 20, concurrency: 4 },
  'make-viewing-copy': {
    handle: async ({ evidenceId }) => void (await makeViewingCopy(evidenceId, now())),
    batch: 2,
    concurrency: 1,
  },
};
