import { database } from '#app/platform/db/client.server.ts';
import { pendingMigrations } from '#app/platform/db/migrate.server.ts';
import { env } from '#app/platform/env.server.ts';
import { log } from '#app/platform/log.server.ts';
import { mailFailure, verifyMailServer } from '#app/platform/mailer/mailer.server.ts';
import { queueIsReady } from '#app/platform/queue/queue.server.ts';
import { hasScanner, scannerAnswers } from '#app/platform/scanner/clamd.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';
import { everyDeskIsReached } from '../service/queries/unreached-desks.server.ts';

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
  mail: () => mailServerAnswers(),
  scanner: async () => !hasScanner() || scannerAnswers(),
  desks: () => everyDeskIsReached(),
} as const satisfies Record<string, () => Promise<boolean>>;

type Check = keyof typeof CHECKS;

/**
 * Without these an instance goes on: mails wait in the outbox, evidence waits to be checked before anybody opens it,
 * cases wait for a desk that nothing reaches (/regulator/deliveries).
 */
const DISPENSABLE: readonly Check[] = ['mail', 'scanner', 'desks'];

type State = 'ok' | 'degraded' | 'failed';

export interface Readiness {
  readonly ready: boolean;
  /** What each check found, and after how many milliseconds. */
  readonly checks: Readonly<Record<Check, { readonly state: State; readonly ms: number }>>;
}

/** How long an answer of the mail server holds: probes come every few seconds and must not crowd it. */
const MAIL_MILLISECONDS = 30_000;

let mailChecked: { readonly at: number; readonly answers: Promise<boolean> } | undefined;

function mailServerAnswers(): Promise<boolean> {
  if (mailChecked === undefined || performance.now() - mailChecked.at > MAIL_MILLISECONDS) {
    const answers = verifyMailServer().then(
      () => true,
      error => {
        log.warn({ reason: mailFailure(error) }, 'the mail server does not answer');
        return false;
      },
    );
    mailChecked = { at: performance.now(), answers };
  }
  return mailChecked.answers;
}

async function holds(name: Check): Promise<boolean> {
  const slow = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const late = new Promise<never>((_, reject) => {
    slow.addEventListener('abort', () => reject(slow.reason), { once: true });
  });
  try {
    return await Promise.race([CHECKS[name](), late]);
  } catch (error) {
    log.warn({ err: error, check: name }, 'not ready');
    return false;
  }
}

async function outcomeOf(name: Check) {
  const begin = performance.now();
  const held = await holds(name);
  const state: State = held ? 'ok' : DISPENSABLE.includes(name) ? 'degraded' : 'failed';
  return [name, { state, ms: Math.round(performance.now() - begin) }] as const;
}

async function check(): Promise<Readiness> {
  const outcomes = await Promise.all((Object.keys(CHECKS) as Check[]).map(outcomeOf));
  const checks = Object.fromEntries(outcomes) as Readiness['checks'];
  return { ready: outcomes.every(([, { state }]) => state !== 'failed'), checks };
}

let checking: Promise<Readiness> | undefined;

/**
 * Whether database, migrations, queue and storage let the instance work; a mail server or a scanner that is down
 * shows as degraded. Many askers at once share one answer.
 */
export function checkReadiness(): Promise<Readiness> {
  checking ??= check().finally(() => {
    checking = undefined;
  });
  return checking;
}
