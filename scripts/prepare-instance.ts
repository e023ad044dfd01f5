import { JOB_NAMES, JOB_QUEUE_OPTIONS } from '#app/jobs/contracts.ts';
import { prepareDatabase } from '#app/platform/db/start.server.ts';
import { env } from '#app/platform/env.server.ts';
import { prepareQueue } from '#app/platform/queue/prepare-queue.server.ts';
import { syncRegister } from '#app/usecases/accounts/sync-register.server.ts';

/** Roles, migrations, the queue's tables and the register of operators, on the database of the settings. @returns the migrations applied */
export async function prepareInstance(): Promise<readonly string[]> {
  const applied = await prepareDatabase();
  await prepareQueue(env().DATABASE_URL ?? '', JOB_NAMES, JOB_QUEUE_OPTIONS);
  await syncRegister();
  return applied;
}
