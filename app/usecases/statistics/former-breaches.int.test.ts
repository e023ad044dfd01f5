import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/case/states.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  CASE_OFFICER,
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { type CaseFilter, MEASURE_FILTERS } from '../complaints/case-filter.schema.ts';
import { loadCase } from '../complaints/case-store.server.ts';
import { misdirectCase } from '../complaints/misdirect-case.server.ts';
import { neighbourCases } from '../complaints/queries/neighbour-cases.server.ts';
import { exportCases, listCases } from '../complaints/queries/regulator-cases.server.ts';
import { rerouteCase } from '../complaints/reroute-case.server.ts';
import { verifyProjections } from '../verification/verify-projections.server.ts';
import { readFigures } from './queries/read-figures.server.ts';
import { findFigureDifferences, rebuildFigures } from './rebuild-figures.server.ts';

await testDatabase();

const LATE = 'maroc-telecom';
const NEXT = 'inwi';
const ANALYST = { role: 'analyst', id: 'a1', name: 'Anas', organisation: null } as const;
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const NOW = '2026-05-30T10:00:00.000Z';
const CHARGING = ['breached', 'deadline_ended', 'missed_unanswered'] as const;

const BREACH = {
  type: 'clock-breached',
  payload: {
    clockId: randomUUID(),
    clock: 'respond',
    ruleId: 'test',
    dueAt: '2026-03-31T22:59:59.999Z',
  },
} as const;

/** A case whose operator let its time pass, as the worker records it. */
async function missedCase(): Promise<{ caseId: string; reference: string }> {
  const { caseId, reference } = await serveTestCase({ complaint: { operatorId: LATE } });
  await recordTestEvents(caseId, [BREACH], { at: '2026-04-01T08:00:00.000Z' });
  return { caseId, reference };
}

async function reroute(caseId: string, operatorId: string, now: string): Promise<void> {
  const explanation = 'La ligne est chez l’autre opérateur.';
  await rerouteCase({ actor: CASE_OFFICER, caseId, operatorId, explanation, now });
}

async function serveAgain(caseId: string, operatorId: string, at: string): Promise<void> {
  const payload = { deliveryId: randomUUID(), operatorId, channel: 'mail', attempts: 1 };
  await recordTestEvents(caseId, [{ type: 'served', payload }], { at });
}

async function measuresOf(operator: string) {
  return (await readFigures(ANALYST, { ...MARCH, operator }, NOW)).total.measures;
}

async function listed(actor: Actor, filter: CaseFilter) {
  const page = await listCases({ actor, filter, now: NOW, place: null });
  expect(page.total).toEqual({ count: page.rows.length, exact: true });
  return page.rows;
}

let rerouted: { caseId: string; reference: string };

beforeAll(async () => {
  await registerOperators();
  rerouted = await missedCase();
  await reroute(rerouted.caseId, NEXT, '2026-04-02T09:00:00.000Z');
});

describe('a deadline that was missed before the case went to another operator', () => {
  test('is charged to who missed it, and nothing else of the case is', async () => {
    expect(await measuresOf(LATE)).toMatchObject({
      filed: 0,
      served: 0,
      open: 0,
      breached: 1,
      deadline_ended: 1,
      missed_unanswered: 1,
    });
    expect(await measuresOf(NEXT)).toMatchObject({ filed: 1, breached: 0, deadline_ended: 0 });
  });

  test.each(CHARGING)(
    'stands in the regulator’s list behind the figure “%s” of who missed it',
    async measure => {
      const behind = { ...MARCH, ...MEASURE_FILTERS[measure] };
      const rows = await listed(ANALYST, { ...behind, operator: LATE });
      expect(rows).toMatchObject([{ reference: rerouted.reference, operator_id: LATE, former: true }]);
      expect(await listed(ANALYST, { ...behind, operator: NEXT })).toEqual([]);
      expect(await listed(ANALYST, behind)).toHaveLength(1);
    },
  );

  test('stands in the list of the operator that missed it, which learns nothing more of the case', async () => {
    const rows = await listed(liaisonOf(LATE), { operator: LATE, is: 'breached' });
    expect(rows).toMatchObject([
      { reference: rerouted.reference, state: null, regulator_outcome: null, complainant: null },
    ]);
    expect(await listed(liaisonOf(NEXT), { operator: LATE, is: 'breached' })).toEqual([]);
    await withActor(liaisonOf(NEXT), async tx => {
      expect(await tx.formerBreach.count()).toBe(0);
    });
  });

  test('is counted by the recount from the cases as well, and by that from the events', async () => {
    expect(await verifyProjections()).toMatchObject({ rows: [], figures: [] });
    await rebuildFigures();
    expect(await findFigureDifferences()).toEqual([]);
    expect(await measuresOf(LATE)).toMatchObject({ filed: 0, breached: 1 });
  });

  test('is not written or changed by anybody but the system', async () => {
    const row = await withActor(SYSTEM, tx => tx.formerBreach.findFirstOrThrow());
    const again = { ...row, id: randomUUID(), reroutedSeq: 99 };
    for (const actor of [CASE_OFFICER, liaisonOf(LATE)]) {
      await expect(withActor(actor, tx => tx.formerBreach.create({ data: again }))).rejects.toThrow();
    }
    await expect(withActor(SYSTEM, tx => tx.formerBreach.deleteMany())).rejects.toThrow();
  });
});

test('an operator that gets the case back is charged for the time it missed and credited with the one it kept', async () => {
  const { caseId, reference } = await missedCase();
  const before = await measuresOf(LATE);
  await reroute(caseId, NEXT, '2026-04-02T09:00:00.000Z');
  await serveAgain(caseId, NEXT, '2026-04-02T10:00:00.000Z');
  await recordTestEvents(caseId, [BREACH], { at: '2026-04-25T09:00:00.000Z' });
  await reroute(caseId, LATE, '2026-04-26T09:00:00.000Z');
  await serveAgain(caseId, LATE, '2026-04-26T10:00:00.000Z');
  await recordTestEvents(caseId, [testAnswer()], { at: '2026-04-28T10:00:00.000Z' });
  const after = await measuresOf(LATE);
  expect(after).toMatchObject({
    filed: before.filed,
    breached: before.breached,
    answered_in_time: before.answered_in_time + 1,
    deadline_ended: before.deadline_ended + 1,
  });
  const ended = await listed(ANALYST, { ...MARCH, operator: LATE, is: 'deadline-ended' });
  expect(
    ended
      .filter(row => row.reference === reference)
      .map(row => row.former)
      .sort(),
  ).toEqual([false, true]);
  expect(await measuresOf(NEXT)).toMatchObject({ filed: 1, breached: 1 });
  expect(await verifyProjections()).toMatchObject({ rows: [], figures: [] });
});

test('a deadline that ran out while no worker came is recorded by the command that ends it', async () => {
  const { caseId } = await serveTestCase({ complaint: { operatorId: LATE } });
  const before = await measuresOf(LATE);
  const misdirect = { actor: liaisonOf(LATE), caseId, reason: 'La ligne est chez inwi.' };
  await misdirectCase({ ...misdirect, now: '2026-05-20T09:00:00.000Z' });
  const { events } = await withActor(SYSTEM, tx => loadCase(tx, caseId));
  expect(events.slice(-2).map(({ type, actorRole }) => [type, actorRole])).toEqual([
    ['clock-breached', 'system'],
    ['misdirected', 'liaison'],
  ]);
  await reroute(caseId, NEXT, '2026-05-20T10:00:00.000Z');
  expect(await measuresOf(LATE)).toMatchObject({
    filed: before.filed - 1,
    breached: before.breached + 1,
    deadline_ended: before.deadline_ended + 1,
  });
  expect(await verifyProjections()).toMatchObject({ rows: [], figures: [] });
});

test('an operator without a case shows in the figures while a deadline is charged to it', async () => {
  const { operators } = await readFigures(ANALYST, MARCH, NOW);
  await withActor(SYSTEM, tx => tx.operator.update({ where: { id: LATE }, data: { active: false } }));
  const still = await readFigures(ANALYST, MARCH, NOW);
  expect(still.operators.map(({ id }) => id)).toEqual(operators.map(({ id }) => id));
  await withActor(SYSTEM, tx => tx.operator.update({ where: { id: LATE }, data: { active: true } }));
});

describe('a list with lines of former operators', () => {
  test('is walked to its end, line by line, in files and from case to case', async () => {
    const filter = { is: 'deadline-ended' } as const;
    const lines: string[] = [];
    for await (const rows of exportCases({ actor: ANALYST, filter, now: NOW })) {
      lines.push(...rows.map(row => row.id));
    }
    expect(new Set(lines).size).toBe(lines.length);
    const { total } = await readFigures(ANALYST, MARCH, NOW);
    expect(lines).toHaveLength(total.measures.deadline_ended);
    const { filedAt } = await withActor(SYSTEM, tx =>
      tx.case.findFirstOrThrow({ where: { id: rerouted.caseId } }),
    );
    const of = { id: rerouted.caseId, filedAt: filedAt.toISOString() };
    const beside = await neighbourCases({ actor: ANALYST, filter, of, now: NOW });
    expect([beside.previous, beside.next]).not.toContain(rerouted.reference);
  });

  test('is found by reference, and narrowed by what is said of the case', async () => {
    const filter = { is: 'breached', operator: LATE, text: rerouted.reference } as const;
    expect(await listed(ANALYST, filter)).toHaveLength(1);
    expect(await listed(ANALYST, { ...filter, state: 'filed' })).toHaveLength(1);
    expect(await listed(ANALYST, { ...filter, outcome: 'upheld' })).toEqual([]);
  });
});
