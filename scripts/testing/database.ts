import { afterAll, inject } from 'vitest';
import { derivedAppUrl } from '#app/platform/db/roles.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { shutDown } from '#app/platform/shutdown.server.ts';
import { TEST_SECRET } from './secret.ts';
import { copyTemplate } from './template-server.ts';

export interface TestDatabase {
  /** As `recours_owner`: past grants, not past row-level security. */
  readonly ownerUrl: string;
  /** As `recours_app`, the way the app connects. */
  readonly appUrl: string;
  /** As the server's superuser: sees every row, for looking behind the curtain. */
  readonly superuserUrl: string;
}

/**
 * Gives the calling test file a migrated database of its own and points the settings to it; it goes when the
 * file's tests are done. Call it once, at the top: `const database = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { ownerUrl, superuserUrl, drop } = await copyTemplate(inject('databaseServer'));
  const appUrl = derivedAppUrl(ownerUrl, TEST_SECRET);
  setEnv({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, DATABASE_POOL: '4' });
  afterAll(async () => {
    await shutDown();
    await drop();
  });
  return { ownerUrl, appUrl, superuserUrl };
}
