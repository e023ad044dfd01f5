import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { deleteExpiredAccess } from './delete-expired-access.server.ts';

await testDatabase();

const NOW = '2026-04-01T09:00:00.000Z';
const ADMINISTRATOR: Actor = { role: 'administrator', id: 'somebody', name: 'Exemple', organisation: null };

function inviteUntil(expiresAt: string): Promise<{ id: string }> {
  const id = randomUUID();
  return withActor(SYSTEM, tx =>
    tx.accessLink.create({
      data: {
        ...{ id, tokenHash: id, purpose: 'invitation', email: `${id}@example.org`, name: 'Exemple' },
        ...{ role: 'analyst', language: 'fr', createdAt: '2026-01-01T09:00:00.000Z', expiresAt },
      },
    }),
  );
}

test('a mailed link goes a month after its end, a later one stays, and only the system deletes', async () => {
  await inviteUntil('2026-02-20T09:00:00.000Z');
  const recent = await inviteUntil('2026-03-20T09:00:00.000Z');
  const byPerson = await withActor(ADMINISTRATOR, tx => tx.accessLink.deleteMany({}));
  expect(byPerson.count).toBe(0);
  expect(await deleteExpiredAccess(NOW)).toEqual({ links: 1, forms: 0 });
  const left = await withActor(SYSTEM, tx => tx.accessLink.findMany({ select: { id: true } }));
  expect(left).toEqual([{ id: recent.id }]);
});
