import { setTimeout as pause } from 'node:timers/promises';
import { startDatabase } from '#app/platform/db/start.server.ts';
import { env, setEnv } from '#app/platform/env.server.ts';
import { onShutdown, shutDownOnSignals } from '#app/platform/shutdown.server.ts';
import { StartRefused } from '#app/platform/start-refused.server.ts';
import { seedDemonstration } from '#prisma/seed/seed.ts';
import { prepareInstance } from '../prepare-instance.ts';
import { build, reasonToBuild } from './build.ts';
import { keepSettings } from './kept-settings.ts';
import { startProcess } from './processes.ts';
import { startSmtpSink } from './smtp-sink.ts';

const READY_MILLISECONDS = 90_000;
const POLL_MILLISECONDS = 100;

/**
 * Starts a whole demonstration instance — database, mail receiver, examples, web process and worker — and prints
 * where it is and who can sign in. Everything ends with this process.
 */
export async function startInstance(nodeEnv: 'production' | 'development'): Promise<void> {
  const begin = performance.now();
  const logLevel = process.env.LOG_LEVEL ?? 'warn';
  const settings = setEnv({ RECOURS_INSTANCE: 'demonstration', NODE_ENV: nodeEnv, LOG_LEVEL: logLevel });
  shutDownOnSignals();
  say(`Recours, demonstration instance, profile ${settings.RECOURS_PROFILE}`);
  const reason = nodeEnv === 'production' ? reasonToBuild() : undefined;
  if (reason) say(`Building the pages: ${reason}.`);
  const building = reason ? build() : undefined;
  building?.catch(() => undefined);
  const accounts = await prepareData();
  await building;
  await Promise.all([startProcess('web', 'server.ts'), startProcess('worker', 'worker.ts')]);
  await ready(settings.PORT, settings.HOST);
  announce(accounts, Math.round((performance.now() - begin) / 1000));
}

type Accounts = Awaited<ReturnType<typeof seedDemonstration>>;

async function prepareData(): Promise<Accounts> {
  const embedded = await startDatabase({ join: false, say });
  say(
    embedded
      ? `PostgreSQL runs with its files under ${env().DATA_DIR}.`
      : 'Using the database of DATABASE_URL.',
  );
  const { DATA_DIR, RECOURS_PROFILE } = env();
  keepSettings(DATA_DIR, { RECOURS_INSTANCE: 'demonstration', RECOURS_PROFILE });
  const applied = await prepareInstance();
  for (const name of applied) say(`Applied migration ${name}.`);
  if (!env().SMTP_URL) {
    const sink = await startSmtpSink();
    setEnv({ SMTP_URL: sink.url });
    onShutdown('the mail receiver', () => sink.stop());
  }
  say('Seeing to the examples.');
  return seedDemonstration();
}

/** Waits for /readyz: database, queue, storage and migrations. */
async function ready(port: number, host: string): Promise<void> {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const end = performance.now() + READY_MILLISECONDS;
  let last = 'no answer yet';
  while (performance.now() < end) {
    try {
      const response = await fetch(`http://${address}:${port}/readyz`);
      if (response.ok) return;
      last = `${response.status} ${await response.text()}`;
    } catch (error) {
      last = String(error);
    }
    await pause(POLL_MILLISECONDS);
  }
  throw new StartRefused(`The web process did not get ready within 90 seconds; /readyz: ${last}`, 1);
}

function announce(accounts: Accounts, seconds: number): void {
  const { PUBLIC_URL } = env();
  const pages: [string, string][] = [
    ['/', 'the portal'],
    ['/complaint/new', 'file a complaint'],
    ['/track', 'follow a complaint'],
    ['/operator', "operators' work queue"],
    ['/regulator', "the regulator's cases and figures"],
    ['/demo', 'sign in as anybody with one click'],
    ['/dev/mail', 'every mail that was sent'],
  ];
  console.log(`\nReady after ${seconds} s.\n`);
  for (const [path, meaning] of pages) console.log(`  ${`${PUBLIC_URL}${path}`.padEnd(40)} ${meaning}`);
  if (accounts.length > 0) console.log('\nAccounts (address, password, who):\n');
  for (const { email, password, role, name } of accounts) {
    console.log(`  ${email.padEnd(40)} ${password.padEnd(20)} ${role}, ${name}`);
  }
  console.log('\nStop it with Ctrl+C; the data stays.\n');
}

function say(text: string): void {
  console.log(text);
}
