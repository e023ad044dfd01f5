import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { withActor } from './client.server.ts';

await testDatabase();
await registerOperators();

const warnings: Error[] = [];
const noteWarning = (warning: Error): void => void warnings.push(warning);

beforeEach(() => void process.on('warning', noteWarning));
afterEach(() => void process.off('warning', noteWarning));

describe('the statements of a transaction', () => {
  it('are sent one at a time, though Prisma asks for relations all at once', async () => {
    const found = await withActor(SYSTEM, tx =>
      tx.operator.findMany({ include: { users: true, cases: true, collectives: true } }),
    );
    expect(found.length).toBeGreaterThan(0);
    await setImmediate();
    expect(warnings).toEqual([]);
  });

  it('are answered when one before them failed', async () => {
    const outcomes = await withActor(SYSTEM, tx =>
      Promise.allSettled([tx.$queryRaw`SELECT 1 / 0`, tx.operator.count()]),
    );
    expect(outcomes[0]).toMatchObject({ status: 'rejected' });
  });
});
