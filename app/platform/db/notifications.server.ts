import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { env } from '../env.server.ts';
import { log } from '../log.server.ts';
import { onShutdown } from '../shutdown.server.ts';

/** What the database tells on one channel, for as long as this process listens. */
export interface Notifications {
  /** False while the connection is down: what happens meanwhile is not told later. */
  readonly connected: boolean;
  stop(): Promise<void>;
}

interface Listener {
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  /** Listening began, or began again after a gap. */
  readonly onConnected: () => void;
}

const RETRY_MILLISECONDS = [500, 2_000, 10_000, 30_000] as const;

async function connectTo({ channel, onPayload }: Listener): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: env().DATABASE_APP_URL,
    application_name: 'recours listening',
    keepAlive: true,
  });
  client.on('notification', ({ payload = '' }) => onPayload(payload));
  await client.connect();
  await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  return client;
}

function lossOf(client: pg.Client): Promise<void> {
  return new Promise(resolve => {
    client.once('error', () => resolve());
    client.once('end', () => resolve());
  });
}

/**
 * Listens to a channel of the database on a connection of its own, which is opened again when it is lost. Needs a
 * connection to the server itself, not to a pooler of transactions.
 */
export function listenToDatabase(listener: Listener): Notifications {
  const stopped = new AbortController();
  let client: pg.Client | undefined;
  const run = async () => {
    for (let attempt = 0; !stopped.signal.aborted; attempt += 1) {
      try {
        client = await connectTo(listener);
        attempt = 0;
        listener.onConnected();
        await Promise.race([lossOf(client), aborted(stopped.signal)]);
      } catch (error) {
        log.warn({ err: error, channel: listener.channel }, 'listening to the database failed');
      }
      const lost = client;
      client = undefined;
      await lost?.end().catch(() => undefined);
      const wait = RETRY_MILLISECONDS[Math.min(attempt, RETRY_MILLISECONDS.length - 1)];
      await pause(wait, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const running = run();
  const stop = async () => {
    stopped.abort();
    await running;
  };
  onShutdown(`listening to ${listener.channel}`, stop);
  return {
    get connected() {
      return client !== undefined;
    },
    stop,
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
