import { speakFor } from '#app/i18n/i18n.ts';
import { startWorker } from '#app/jobs/worker.server.ts';
import { startDatabase } from '#app/platform/db/start.server.ts';
import { env } from '#app/platform/env.server.ts';
import { log } from '#app/platform/log.server.ts';
import { onShutdown, shutDownOnSignals } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart } from '#app/platform/start-refused.server.ts';
import { shippedProfile } from '#app/usecases/profile.server.ts';
import { prepareInstance } from '#scripts/prepare-instance.ts';

// The worker process: npm run worker. Any number of them may run.

try {
  process.env.NODE_ENV = env().NODE_ENV;
  shutDownOnSignals();
  const startedIt = await startDatabase({ join: true });
  if (startedIt && env().RECOURS_INSTANCE !== 'production') await prepareInstance();
  speakFor(shippedProfile().regulator.kind);
  const worker = await startWorker();
  onShutdown('the worker', () => worker.stop());
  log.info('worker ready');
  process.send?.('ready');
} catch (error) {
  exitOnFailedStart(error);
}
