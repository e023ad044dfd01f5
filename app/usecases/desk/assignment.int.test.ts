import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/case/states.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { CASE_OFFICER, FILED_AT, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { assignCases } from './assign-cases.server.ts';
import { changeAbsence } from './change-absence.server.ts';
import { changeDeskSettings } from './desk-settings.server.ts';

await testDatabase();
const NOW = FILED_AT;

function liaison(id: string, organisation = 'maroc-telecom'): Actor & { readonly id: string } {
  return { role: 'liaison', id, name: id, organisation };
}

const [AMAL, BADR, CHAMA] = [liaison('amal'), liaison('badr'), liaison('chama')];
const FOREIGN = liaison('foreign', 'inwi');

beforeAll(async () => {
  await registerOperators();
  const people = [AMAL, BADR, CHAMA, FOREIGN].map(({ id, organisation }) => ({
    ...{ id, name: id, role: 'liaison', operatorId: organisation },
    email: `${id}@operator.example`,
  }));
  await database().user.createMany({ data: people });
});

beforeEach(async () => {
  for (const person of [AMAL, BADR, CHAMA]) await changeAbsence(person, {});
});

async function settings(mode: string, categories: Record<string, string> = {}): Promise<void> {
  await changeDeskSettings({ actor: AMAL, now: NOW }, { mode, takes: ['amal', 'badr', 'chama'], categories });
}

async function assigneeOf(caseId: string): Promise<string | null | undefined> {
  return (await withActor(SYSTEM, tx => tx.deskCase.findUnique({ where: { caseId } })))?.assignee;
}

async function logOf(caseId: string) {
  const rows = await withActor(AMAL, tx =>
    tx.caseAssignment.findMany({ where: { caseId }, orderBy: { at: 'asc' } }),
  );
  return rows.map(({ assignee, covers, assignedBy, reason }) => ({ assignee, covers, assignedBy, reason }));
}

describe('at service', () => {
  test('nobody gets a case of a desk that assigns by hand', async () => {
    const { caseId } = await serveTestCase();
    expect(await assigneeOf(caseId)).toBeNull();
    expect(await logOf(caseId)).toEqual([]);
  });

  test('cases go round, each to who got one longest ago', async () => {
    await settings('round-robin');
    const got: (string | null | undefined)[] = [];
    for (let index = 0; index < 6; index += 1) got.push(await assigneeOf((await serveTestCase()).caseId));
    expect(got.slice(0, 3).toSorted()).toEqual(['amal', 'badr', 'chama']);
    expect(got.slice(3)).toEqual(got.slice(0, 3));
  });

  test('cases that are served at the same moment still go round', async () => {
    await settings('round-robin');
    const receipts = await Promise.all([serveTestCase(), serveTestCase(), serveTestCase()]);
    const got = await Promise.all(receipts.map(({ caseId }) => assigneeOf(caseId)));
    expect(got.toSorted()).toEqual(['amal', 'badr', 'chama']);
  });

  test('a category’s cases go to its person, and while that one is away to the cover, which the log says', async () => {
    await settings('category', { billing: 'badr' });
    expect(await assigneeOf((await serveTestCase()).caseId)).toBe('badr');
    await changeAbsence(BADR, { from: '2026-03-09', to: '2026-03-10', coverId: 'chama' });
    const { caseId } = await serveTestCase();
    expect(await assigneeOf(caseId)).toBe('chama');
    expect(await logOf(caseId)).toEqual([
      { assignee: 'chama', covers: 'badr', assignedBy: null, reason: 'category' },
    ]);
  });

  test('a case stays with nobody when who would get it is away without a cover', async () => {
    await settings('category', { billing: 'badr' });
    await changeAbsence(BADR, { from: '2026-03-10', to: '2026-03-10' });
    expect(await assigneeOf((await serveTestCase()).caseId)).toBeNull();
  });
});

describe('by hand', () => {
  test('cases go to a colleague or to the cover, are taken back, and every change is in the log', async () => {
    await settings('manual');
    const { caseId } = await serveTestCase();
    const order = { actor: AMAL, caseIds: [caseId], now: NOW };
    expect((await assignCases({ ...order, assignee: 'badr' })).changed).toEqual([caseId]);
    expect((await assignCases({ ...order, assignee: 'badr' })).changed).toEqual([]);
    await changeAbsence(BADR, { from: '2026-03-10', to: '2026-03-20', coverId: 'chama' });
    const { assignee, covers } = await assignCases({ ...order, assignee: 'badr' });
    expect([assignee?.id, covers?.id]).toEqual(['chama', 'badr']);
    await assignCases({ ...order, assignee: null });
    expect((await logOf(caseId)).map(entry => entry.assignee)).toEqual(['badr', 'chama', null]);
  });

  test('nothing goes to somebody of another desk, nor another desk’s case to anybody', async () => {
    const { caseId } = await serveTestCase();
    const refused = assignCases({ actor: AMAL, caseIds: [caseId], assignee: 'foreign', now: NOW });
    await expect(refused).rejects.toMatchObject({ fields: { assignee: { code: 'nobody-there' } } });
    const foreign = await assignCases({ actor: FOREIGN, caseIds: [caseId], assignee: 'foreign', now: NOW });
    expect(foreign.changed).toEqual([]);
    expect(await assigneeOf(caseId)).toBeNull();
  });

  test('nobody but the desk reads who has a case: neither the regulator nor another operator', async () => {
    const { caseId } = await serveTestCase();
    await assignCases({ actor: AMAL, caseIds: [caseId], assignee: 'badr', now: NOW });
    for (const actor of [CASE_OFFICER, { ...CASE_OFFICER, role: 'auditor' as const }, FOREIGN]) {
      await withActor(actor, async tx => {
        expect(await tx.deskCase.count({ where: { caseId } })).toBe(0);
        expect(await tx.caseAssignment.count({ where: { caseId } })).toBe(0);
      });
    }
  });
});

test('an absence ends after it begins, and is covered by a colleague', async () => {
  for (const [given, field] of [
    [{ from: '2026-03-10', to: '2026-03-09' }, 'to'],
    [{ to: '2026-03-09' }, 'from'],
    [{ from: '2026-03-10', coverId: 'amal' }, 'coverId'],
    [{ from: '2026-03-10', coverId: 'foreign' }, 'coverId'],
    [{ from: 'tomorrow' }, 'from'],
  ] as const) {
    await expect(changeAbsence(AMAL, given)).rejects.toMatchObject({ fields: { [field]: {} } });
  }
});
