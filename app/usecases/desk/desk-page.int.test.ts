import { beforeAll, expect, test } from 'vitest';
import { database } from '#app/platform/db/client.server.ts';
import type { QueueFilter } from '#app/usecases/complaints/queue-filter.schema.ts';
import { FILED_AT, fileTestCase, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { chooseDefaultView, deleteView, saveView } from './change-views.server.ts';
import { deskPage } from './queries/desk-page.server.ts';

await testDatabase();

const AMAL = { role: 'liaison', id: 'amal', name: 'Amal', organisation: 'maroc-telecom' } as const;
const OPEN: QueueFilter = { show: 'open' };

function page(opening: boolean) {
  return deskPage({ actor: AMAL, filter: OPEN, place: null, now: FILED_AT }, opening);
}

beforeAll(async () => {
  await registerOperators();
  const { id, name, role, organisation: operatorId } = AMAL;
  await database().user.create({ data: { id, name, role, operatorId, email: 'amal@operator.example' } });
  await serveTestCase();
});

test('a page names the people of the desk, what waits there and what no channel has brought yet', async () => {
  await fileTestCase();
  await fileTestCase({ complaint: { operatorId: 'inwi' } });
  expect(await page(true)).toMatchObject({
    rows: [{ state: 'served' }],
    counters: { open: 1, unassigned: 1 },
    people: [{ id: 'amal', name: 'Amal' }],
    unserved: 1,
  });
});

test('an address that asks for nothing in particular opens one’s own view, every other what it names', async () => {
  const { id } = await saveView({ actor: AMAL, now: FILED_AT }, { name: 'Bills', query: 'category=billing' });
  await chooseDefaultView(AMAL, id);
  expect(await page(true)).toEqual({ opens: expect.objectContaining({ category: 'billing' }) });
  expect(await page(false)).toMatchObject({ views: [{ name: 'Bills', isDefault: true }] });
});

test('what can be no view is not found, whether it is to be removed or to open the queue', async () => {
  for (const forged of ['', 'zzz', "1' or 1=1"]) {
    await expect(deleteView(AMAL, forged)).rejects.toMatchObject({ code: 'not-found' });
    await expect(chooseDefaultView(AMAL, forged)).rejects.toMatchObject({ code: 'not-found' });
  }
});
