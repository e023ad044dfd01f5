import { shutDown } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart } from '#app/platform/start-refused.server.ts';
import { startInstance } from './instance/start-instance.ts';

// npm run dev: like the demonstration, but pages follow their sources; restart it for changes of jobs.

await startInstance('development').catch(async error => {
  await shutDown();
  exitOnFailedStart(error);
});
