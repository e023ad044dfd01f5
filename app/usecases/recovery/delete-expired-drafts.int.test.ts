import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { fileTestCase, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { deleteExpiredDrafts } from './delete-expired-drafts.server.ts';

await testDatabase();
beforeAll(registerOperators);

const STARTED = '2026-03-01T09:00:00.000Z';
const NOW = '2026-04-01T09:00:00.000Z';

async function makeDraft(tx: Tx, expiresAt: string): Promise<string> {
  const id = randomUUID();
  await tx.draft.create({
    data: {
      id,
      tokenHash: id,
      language: 'fr',
      data: {},
      createdAt: STARTED,
      updatedAt: STARTED,
      expiresAt,
    },
  });
  return id;
}

async function attach(tx: Tx, draftId: string, caseId: string | null): Promise<string> {
  const { id } = await tx.evidence.create({
    data: {
      id: randomUUID(),
      caseId,
      draftId,
      fileName: 'photo.jpg',
      mediaType: 'image/jpeg',
      size: 1,
      sha256: '0'.repeat(64),
      storageKey: 'originals/00/00/0',
      uploadedByRole: 'complainant',
      uploadedAt: STARTED,
      copyState: 'pending',
    },
  });
  return id;
}

test('an expired draft goes with its unfiled evidence; what was filed and what still runs stays', async () => {
  const { caseId } = await fileTestCase();
  const made = await withActor(SYSTEM, async tx => {
    const expired = await makeDraft(tx, '2026-03-31T09:00:00.000Z');
    const running = await makeDraft(tx, '2026-04-02T09:00:00.000Z');
    return {
      running,
      unfiled: await attach(tx, expired, null),
      filed: await attach(tx, expired, caseId),
      kept: await attach(tx, running, null),
    };
  });
  expect(await deleteExpiredDrafts(NOW)).toBe(1);
  expect(await deleteExpiredDrafts(NOW)).toBe(0);
  await withActor(SYSTEM, async tx => {
    expect((await tx.draft.findMany()).map(({ id }) => id)).toEqual([made.running]);
    const evidence = (await tx.evidence.findMany()).map(({ id }) => id);
    expect(evidence.sort()).toEqual([made.filed, made.kept].sort());
  });
});
