import { shutDown } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart } from '#app/platform/start-refused.server.ts';
import { startInstance } from './instance/start-instance.ts';

// npm run demo: the whole product on this machine with invented cases, nothing to configure.

await startInstance('production').catch(async error => {
  await shutDown();
  exitOnFailedStart(error);
});
