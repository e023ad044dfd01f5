import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { QUEUE_SCHEMA } from './queue.server.ts';

/**
 * Creates or updates the queue's tables as the database's owner and lets `recours_app` use them. Runs after the
 * migrations; a second run changes nothing.
 */
export async function prepareQueue(
  ownerUrl: string,
  queues: readonly string[],
  options: Readonly<Record<string, number | boolean>>,
): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  for (const name of queues) {
    if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { ...options });
    else await boss.updateQueue(name, { ...options });
  }
  await boss.stop({ graceful: false });
  await grantQueue(ownerUrl);
}

async function grantQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO recours_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO recours_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO recours_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO recours_app;
    `);
  } finally {
    await client.end();
  }
}
