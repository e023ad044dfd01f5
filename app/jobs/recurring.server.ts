import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { now } from '#app/platform/clock.server.ts';
import { log } from '#app/platform/log.server.ts';
import { sweepWorkFolders } from '#app/platform/media/work-folder.server.ts';
import { sweepApiLog } from '#app/usecases/api-keys/sweep-api-log.server.ts';
import {
  type ClockRun,
  type ClockRunOptions,
  drawLateConsequences,
  resumePausedClocks,
  runDueClocks,
  sendDueReminders,
} from '#app/usecases/clocks/run-due-clocks.server.ts';
import { deleteExpiredRequests } from '#app/usecases/collective/delete-expired-requests.server.ts';
import { runDraftPlans } from '#app/usecases/complaints/drafts/run-draft-plans.server.ts';
import { queueDigests } from '#app/usecases/desk/queue-digests.server.ts';
import { rescanUnscanned } from '#app/usecases/evidence/scan-evidence.server.ts';
import { sweepFiles } from '#app/usecases/evidence/sweep-files.server.ts';
import { deleteExpiredAccess } from '#app/usecases/recovery/delete-expired-access.server.ts';
import { deleteExpiredDrafts } from '#app/usecases/recovery/delete-expired-drafts.server.ts';
import { deleteOldKeys } from '#app/usecases/recovery/delete-old-keys.server.ts';
import { makeMissingWords } from '#app/usecases/recovery/make-words.server.ts';
import { requeueLost } from '#app/usecases/recovery/requeue-lost.server.ts';
import { eraseDueCases } from '#app/usecases/retention/erase-due-cases.server.ts';
import { runActivations } from '#app/usecases/rules/run-activations.server.ts';
import { requeueDueMails } from '#app/usecases/service/requeue-due-mails.server.ts';
import { sendDueWebhooks } from '#app/usecases/service/send-webhooks.server.ts';
import { watchDesks } from '#app/usecases/service/watch-desks.server.ts';
import { sweepUploads } from '#app/usecases/uploads/sweep-uploads.server.ts';

interface Recurring {
  readonly name: string;
  /** Pause after each run. */
  readonly seconds: number;
  readonly run: (at: string) => Promise<unknown>;
}

/** For how long a case whose clocks could not be run is left alone. */
const AVOIDANCE_MINUTES = 10;

const avoided = new Map<string, number>();

function casesToAvoid(): readonly string[] {
  const current = now().getTime();
  for (const [id, until] of avoided) if (until <= current) avoided.delete(id);
  return [...avoided.keys()];
}

/** Runs batches until nothing is found; each is safe beside other workers. */
async function drain(
  runBatch: (at: string, options: ClockRunOptions) => Promise<ClockRun>,
  at: string,
): Promise<void> {
  for (;;) {
    const { found, failed } = await runBatch(at, { except: casesToAvoid() });
    for (const id of failed) avoided.set(id, now().getTime() + AVOIDANCE_MINUTES * 60_000);
    if (found === 0) return;
  }
}

async function moveCases(at: string): Promise<void> {
  while ((await runActivations(at)) !== null);
}

/** Files that nothing refers to after this long are nobody's upload under way. */
const UNUSED_FILE_DAYS = 2;

async function sweepUnusedFiles(at: string): Promise<void> {
  const before = Temporal.Instant.from(at).subtract({ hours: UNUSED_FILE_DAYS * 24 });
  await sweepFiles(new Date(before.epochMilliseconds));
}

/** Webhooks on their way at once from one worker: most of the time they wait for an answer. */
const WEBHOOK_LANES = 6;

const webhookLane = (_: unknown, index: number): Recurring => ({
  name: `webhooks ${index + 1}`,
  seconds: 1,
  run: () => sendDueWebhooks(() => now().toISOString()),
});

/** What the worker does by itself. Every run is harmless when another worker does the same at the same time. */
export const RECURRING: readonly Recurring[] = [
  { name: 'due clocks', seconds: 1, run: at => drain(runDueClocks, at) },
  { name: 'pauses at their cap', seconds: 5, run: at => drain(resumePausedClocks, at) },
  { name: 'rules that come into force', seconds: 1, run: moveCases },
  { name: 'reminders', seconds: 5, run: at => drain(sendDueReminders, at) },
  { name: 'late consequences', seconds: 30, run: at => drain(drawLateConsequences, at) },
  { name: 'mails to try again', seconds: 2, run: requeueDueMails },
  { name: 'desks that cases do not reach', seconds: 30, run: watchDesks },
  { name: 'lost work', seconds: 60, run: requeueLost },
  { name: 'words for the search', seconds: 15, run: makeMissingWords },
  { name: 'drafts left until today', seconds: 15, run: runDraftPlans },
  { name: 'expired drafts', seconds: 600, run: deleteExpiredDrafts },
  { name: 'unfinished uploads', seconds: 600, run: sweepUploads },
  { name: 'work folders of killed workers', seconds: 600, run: sweepWorkFolders },
  { name: 'expired codes of supporters', seconds: 3600, run: deleteExpiredRequests },
  { name: 'daily mails of desks', seconds: 300, run: queueDigests },
  { name: 'expired links and held forms', seconds: 3600, run: deleteExpiredAccess },
  { name: 'old keys', seconds: 3600, run: deleteOldKeys },
  { name: 'old requests of the API', seconds: 3600, run: sweepApiLog },
  { name: 'files never scanned', seconds: 3600, run: rescanUnscanned },
  { name: 'personal data whose time is up', seconds: 3600, run: eraseDueCases },
  { name: 'unused files', seconds: 6 * 3600, run: sweepUnusedFiles },
  ...Array.from({ length: WEBHOOK_LANES }, webhookLane),
];

/** Repeats a piece of work until told to stop; a failure is logged and the next run comes as usual. */
export async function repeat({ name, seconds, run }: Recurring, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    try {
      await run(now().toISOString());
    } catch (error) {
      log.error({ err: error, work: name }, 'recurring work failed');
    }
    await pause(seconds * 1000, undefined, { signal: stopped }).catch(() => undefined);
  }
}
