import { database } from '#app/platform/db/client.server.ts';
import { pendingMigrations } from '#app/platform/db/migrate.server.ts';
import { env } from '#app/platform/env.server.ts';
import { log } from '#app/platform/log.server.ts';
import { queueIsReady } from '#app/platform/queue/queue.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';

const PATIENCE_MILLISECONDS = 5000;

/** What the instance depends on; each resolves to whether it is as it must be, or rejects. */
const CHECKS = {
  database: async () => {
    await database().$queryRaw`SELECT 1`;
    return true;
  },
  migrations: async () => (await pendingMigrations(env().DATABASE_APP_URL)).length === 0,
  queue: () => queueIsReady(),
  storage: async () => {
    await storage().check();
    return true;
  },
} as const satisfies Record<string, () => Promise<boolean>>;

type Check = keyof typeof CHECKS;

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<Check, 'ok' | 'failed'>>;
}

async function outcomeOf(name: Check): Promise<readonly [Check, 'ok' | 'failed']> {
  const slow = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  try {
    const late = new Promise<never>((_, reject) => {
      slow.addEventListener('abort', () => reject(slow.reason), { once: true });
    });
    return [name, (await Promise.race([CHECKS[name](), late])) ? 'ok' : 'failed'];
  } catch (error) {
    log.warn({ err: error, check: name }, 'not ready');
    return [name, 'failed'];
  }
}

async function check(): Promise<Readiness> {
  const outcomes = await Promise.all((Object.keys(CHECKS) as Check[]).map(outcomeOf));
  const checks = Object.fromEntries(outcomes) as Readiness['checks'];
  return { ready: outcomes.every(([, outcome]) => outcome === 'ok'), checks };
}

let checking: Promise<Readiness> | undefined;

/** Whether database, migrations, queue and storage let the instance work. Many askers at once share one answer. */
export function checkReadiness(): Promise<Readiness> {
  checking ??= check().finally(() => {
    checking = undefined;
  });
  return checking;
}
