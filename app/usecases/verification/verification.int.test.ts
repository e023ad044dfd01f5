import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '#app/domain/shared/plain-date.ts';
import {
  FILED_AT,
  fileTestCase,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { runDueClocks } from '../clocks/run-due-clocks.server.ts';
import { rebuildFigures } from '../statistics/rebuild-figures.server.ts';
import { verifyEvents } from './verify-events.server.ts';
import { verifyProjections } from './verify-projections.server.ts';

const database = await testDatabase();

/** What somebody with the owner's or an administrator's access to the database could do. */
async function tamper(statement: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    await client.query('ALTER TABLE case_event DISABLE TRIGGER USER');
    await client.query(statement, [...values]);
    await client.query('ALTER TABLE case_event ENABLE TRIGGER USER');
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  await registerOperators();
  await fileTestCase();
  const { caseId } = await serveTestCase();
  await recordTestEvents(caseId, [testAnswer()], {
    at: `${addDays(FILED_AT.slice(0, 10), 1)}T12:00:00.000Z`,
  });
  await serveTestCase();
  await serveTestCase();
  while ((await runDueClocks('2026-05-20T12:00:00.000Z')).found > 0);
});

test('untouched records are whole, and rows, clocks and figures follow from them', async () => {
  expect(await verifyEvents()).toMatchObject({ cases: 4, faults: [] });
  expect(await verifyProjections()).toEqual({ cases: 4, rows: [], figures: [] });
});

test('one changed byte of one event is found and named', async () => {
  const { caseId, reference } = await serveTestCase();
  const change = `UPDATE case_event SET payload = replace(payload::text, $2, $3)::jsonb
    WHERE case_id = $1 AND seq = 1`;
  await tamper(change, [caseId, 'MA-06', 'MA-07']);
  expect((await verifyEvents()).faults).toEqual([{ reference, seq: 1, fault: 'hash-differs' }]);
  // The region also says whose holidays the clocks leave out.
  expect(new Set((await verifyProjections()).rows)).toEqual(
    new Set([
      { reference, row: 'case', columns: ['region'] },
      { reference, row: 'clock acknowledge', columns: ['inputs'] },
      { reference, row: 'clock respond', columns: ['inputs'] },
    ]),
  );
  await tamper(change, [caseId, 'MA-07', 'MA-06']);
  expect((await verifyEvents()).faults).toEqual([]);
});

test('a removed event, a cut end, a changed time and an unknown type are found and named', async () => {
  const cases = [await serveTestCase(), await serveTestCase(), await serveTestCase(), await serveTestCase()];
  const [removed, cut, moved, renamed] = cases.map(({ caseId }) => caseId);
  await tamper('DELETE FROM case_event WHERE case_id = $1 AND seq = 1', [removed]);
  await tamper('DELETE FROM case_event WHERE case_id = $1 AND seq = 2', [cut]);
  await tamper(`UPDATE case_event SET at = at + interval '1 ms' WHERE case_id = $1 AND seq = 2`, [moved]);
  await tamper(`UPDATE case_event SET type = 'servee' WHERE case_id = $1 AND seq = 2`, [renamed]);
  const { faults } = await verifyEvents();
  const found = cases.map(({ reference }) => faults.find(fault => fault.reference === reference));
  expect(found).toMatchObject([
    { seq: 1, fault: 'number-missing' },
    { seq: 2, fault: 'end-missing' },
    { seq: 2, fault: 'hash-differs' },
    { seq: 2, fault: 'not-readable' },
  ]);
  expect(faults).toHaveLength(4);
});

test('a wrong row, a wrong clock and a wrong figure are named, and figures can be counted anew', async () => {
  const { caseId, reference } = await serveTestCase();
  await tamper(`UPDATE "case" SET state = 'closed', amount_minor = 1 WHERE id = $1`, [caseId]);
  await tamper(
    `UPDATE clock SET due_at = due_at + interval '1 day' WHERE case_id = $1 AND kind = 'respond'`,
    [caseId],
  );
  const { rows } = await verifyProjections();
  expect(rows.filter(row => row.reference === reference)).toEqual([
    { reference, row: 'case', columns: ['state', 'amount_minor'] },
    { reference, row: 'clock respond', columns: ['due_at'] },
  ]);
  await tamper('UPDATE case_stat_day SET served = served + 1');
  expect((await verifyProjections()).figures.map(({ table }) => table)).toContain('case_stat_day');
  await rebuildFigures();
  expect((await verifyProjections()).figures).toEqual([]);
});
