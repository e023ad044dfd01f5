import { startDatabase } from '#app/platform/db/start.server.ts';
import { shutDown } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart } from '#app/platform/start-refused.server.ts';
import { prepareInstance } from './prepare-instance.ts';

// npm run db:migrate: brings the database's roles, tables and queue up to this version of Recours.

try {
  await startDatabase({ join: true, say: console.log });
  const applied = await prepareInstance();
  if (applied.length === 0) console.log('The database is up to date.');
  for (const name of applied) console.log(`Applied ${name}`);
  await shutDown();
} catch (error) {
  await shutDown();
  exitOnFailedStart(error);
}
