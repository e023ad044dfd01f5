import { expect, it } from 'vitest';
import { setEnv } from '../env.server.ts';
import { startDatabase } from './start.server.ts';

it('refuses a database that does not answer, with its address and what to do, and without the password', async () => {
  setEnv({ RECOURS_INSTANCE: 'test', DATABASE_URL: 'postgresql://owner:hidden@127.0.0.1:1/recours' });
  await expect(startDatabase({ join: true })).rejects.toThrow(
    /^The database recours on 127\.0\.0\.1:1, which DATABASE_URL names, lets nobody in: .*\nStart it or correct/,
  );
  await expect(startDatabase({ join: true })).rejects.not.toThrow(/hidden/);
  await expect(startDatabase({ join: true, mayBeAway: true })).resolves.toBe(false);
});
