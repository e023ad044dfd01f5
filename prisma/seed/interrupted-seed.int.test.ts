import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { syncRegister } from '#app/usecases/accounts/sync-register.server.ts';
import { demonstrationCaseId } from '#app/usecases/demonstration/demonstration-receipt.server.ts';
import { verifyEvents } from '#app/usecases/verification/verify-events.server.ts';
import { verifyProjections } from '#app/usecases/verification/verify-projections.server.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { seedDemonstration } from './seed.ts';

const urls = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'recours-seed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOW = '2026-11-20T12:00:00.000Z';
const LATER = '2026-11-21T09:00:00.000Z';

async function asSuperuser(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: urls.superuserUrl });
  await client.connect();
  await client.query(statements).finally(() => client.end());
}

/** From its sixtieth answer on, the database takes no more. */
const BREAK = `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.type = 'answered' AND (SELECT count(*) FROM case_event WHERE type = 'answered') >= 60
    THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$;
  CREATE TRIGGER break_off BEFORE INSERT ON case_event FOR EACH ROW EXECUTE FUNCTION break_off();`;

test('an interrupted demonstration goes on from its own day when it is started again', async () => {
  setEnv({ RECOURS_PROFILE: 'bf', STORAGE_DIR: folder });
  await syncRegister();
  await asSuperuser(BREAK);
  await expect(seedDemonstration(NOW)).rejects.toThrow('broken off');
  await asSuperuser('DROP TRIGGER break_off ON case_event');
  await seedDemonstration(LATER);
  await withActor(SYSTEM, async tx => {
    expect(await tx.case.count()).toBeGreaterThan(480);
    const latest = await tx.caseEvent.findFirstOrThrow({ orderBy: { at: 'desc' } });
    expect(latest.at < new Date(NOW)).toBe(true);
    const halfServed = await tx.case.count({ where: { state: 'filed' } });
    expect(halfServed).toBe(2);
    const topUp = await tx.case.findUniqueOrThrow({ where: { id: demonstrationCaseId('orange-max-it') } });
    expect(topUp).toMatchObject({
      state: 'resolved',
      urgent: true,
      currency: 'XOF',
      startedAt: new Date('2024-07-09T13:45:00.000Z'),
      moneyReturnedMinor: 1050n,
      complainantOutcome: 'confirmed',
      facts: { paidAmount: { amountMinor: 1050, currency: 'XOF' }, confirmationReceived: 'sms' },
    });
  });
  expect((await verifyEvents()).faults).toEqual([]);
  expect(await verifyProjections()).toMatchObject({ rows: [], figures: [] });
}, 400_000);
