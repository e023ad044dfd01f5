import type { TestProject } from 'vitest/node';
import { type DatabaseServer, startTemplateServer } from './template-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: DatabaseServer;
  }
}

/** One server a run; its database is migrated once and is the template of every test file's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { superuserUrl, templateUrl, stop } = await startTemplateServer();
  project.provide('databaseServer', { superuserUrl, templateUrl });
  return stop;
}
