import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { addDays } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  FILED_AT,
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  serveTestCases,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { acknowledgeCase } from '../complaints/acknowledge-case.server.ts';
import { loadCase } from '../complaints/case-store.server.ts';
import { requestInformation } from '../complaints/request-information.server.ts';
import { ageCase } from './age-case.server.ts';
import {
  drawLateConsequences,
  resumePausedClocks,
  runDueClocks,
  sendDueReminders,
} from './run-due-clocks.server.ts';

await testDatabase();
beforeAll(registerOperators);

/** Noon, `days` calendar days after the filing. */
function noonAfter(days: number): string {
  return `${addDays(FILED_AT.slice(0, 10), days)}T12:00:00.000Z`;
}

const load = (caseId: string) => withActor(SYSTEM, tx => loadCase(tx, caseId));

async function typesOf(caseId: string): Promise<readonly string[]> {
  return (await load(caseId)).events.map(event => event.type);
}

async function mailsOf(caseId: string): Promise<readonly string[]> {
  const rows = await withActor(SYSTEM, tx => tx.mailOutbox.findMany({ where: { caseId } }));
  return rows.map(row => row.kind).sort();
}

async function runAll(now: string): Promise<void> {
  while ((await runDueClocks(now)).found > 0);
}

const DIGEST = '0'.repeat(64);
const MESSAGE = { messageId: '00000000-0000-4000-8000-000000000000', digest: DIGEST };

describe('a clock that runs out', () => {
  test('of the acknowledgement is recorded and the operator and the regulator are told, once', async () => {
    const { caseId } = await serveTestCase();
    await runAll(noonAfter(5));
    await runAll(noonAfter(6));
    expect(await typesOf(caseId)).toEqual(['filed', 'served', 'clock-breached']);
    expect(await mailsOf(caseId)).toEqual([
      'complainant.file',
      'complainant.serve',
      'operator.record-breach',
      'operator.serve',
      'regulator.record-breach',
    ]);
  });

  test('of the answer is recorded and the case passes to the regulator in the same transaction', async () => {
    const { caseId } = await serveTestCase();
    await acknowledgeCase({ actor: liaisonOf('maroc-telecom'), caseId, now: noonAfter(0) });
    await runAll(noonAfter(60));
    const { projection, events, clocks } = await load(caseId);
    expect(events.map(event => event.type)).toEqual([
      'filed',
      'served',
      'acknowledged',
      'clock-breached',
      'escalated',
    ]);
    expect(projection).toMatchObject({ state: 'under_review', respondBreached: true });
    expect(clocks.map(clock => [clock.kind, clock.state, clock.breachedAt !== null])).toEqual([
      ['acknowledge', 'stopped', false],
      ['respond', 'stopped', true],
    ]);
    await withActor(SYSTEM, async tx => {
      const figures = await tx.caseStatDay.aggregate({ _sum: { breached: true } });
      expect(figures._sum.breached).toBe(await tx.case.count({ where: { respondBreached: true } }));
    });
  });

  test('of the judgement closes the case as unconfirmed, never as confirmed', async () => {
    const { caseId } = await serveTestCase();
    await recordTestEvents(caseId, [testAnswer()], { at: noonAfter(1), actor: liaisonOf('maroc-telecom') });
    await runAll(noonAfter(40));
    const { projection } = await load(caseId);
    expect(projection).toMatchObject({ state: 'closed', complainantOutcome: 'unconfirmed' });
    expect(await mailsOf(caseId)).toContain('complainant.lapse-confirmation');
  });

  test('of a decision is recorded, and the case stays decided', async () => {
    const { caseId } = await serveTestCase();
    const decisionId = '00000000-0000-4000-8000-000000000009';
    await recordTestEvents(
      caseId,
      [
        { type: 'review-started', payload: {} },
        {
          type: 'decided',
          payload: {
            decisionId,
            outcome: 'upheld',
            remedyDays: 10,
            amountMinor: null,
            digest: DIGEST,
          },
        },
      ],
      { at: noonAfter(3) },
    );
    await runAll(noonAfter(40));
    expect(await typesOf(caseId)).toEqual(['filed', 'served', 'review-started', 'decided', 'clock-breached']);
    expect((await load(caseId)).projection.state).toBe('decided');
  });

  test('while it is paused is breached at the end of the longest pause, with the consequence once the case is back', async () => {
    const { caseId } = await serveTestCase();
    const actor = liaisonOf('maroc-telecom');
    await requestInformation({ actor, caseId, now: noonAfter(1), question: 'Quel numéro de facture ?' });
    const paused = (await load(caseId)).clocks.find(clock => clock.kind === 'respond');
    expect(paused?.state).toBe('paused');
    await runAll(paused?.dueAt ?? '');
    expect(await typesOf(caseId)).not.toContain('clock-breached');
    await runAll(noonAfter(90));
    expect((await load(caseId)).projection).toMatchObject({ state: 'returned', respondBreached: true });
    await recordTestEvents(caseId, [{ type: 'information-provided', payload: MESSAGE }], {
      at: noonAfter(91),
    });
    await drawLateConsequences(noonAfter(92));
    expect((await typesOf(caseId)).slice(-2)).toEqual(['information-provided', 'escalated']);
  });

  test('in a case that an ageing brought there is found', async () => {
    const { caseId, reference } = await serveTestCase();
    const before = (await load(caseId)).clocks.find(clock => clock.kind === 'respond');
    const clocks = await ageCase({ reference, days: 30, now: noonAfter(1) });
    expect(clocks.find(clock => clock.kind === 'respond')?.dueAt).not.toBe(before?.dueAt);
    await runAll(noonAfter(1));
    expect((await load(caseId)).projection.state).toBe('under_review');
  });
});

/** A complaint in whose profile the breach of the duty to inform may be published. */
const OUTAGE = {
  category: 'mobile-outage',
  issues: ['mobile-outage/voice'],
  startedAt: '2026-03-09',
  facts: { area: 'Gauthier', stillDown: 'yes' },
};

describe('a clock that stands still', () => {
  test('runs again when its rule allows no longer pause, once and with the same deadline', async () => {
    const { caseId } = await serveTestCase();
    const actor = liaisonOf('maroc-telecom');
    await requestInformation({ actor, caseId, now: noonAfter(1), question: 'Quel numéro de facture ?' });
    const paused = (await load(caseId)).clocks.find(clock => clock.kind === 'respond');
    // Ten working days, the rule's cap: Wednesday 11 to Wednesday 25 March without the end of Ramadan on Friday 20.
    expect(paused?.resumesAt).toBe('2026-03-25T23:00:00.000Z');
    await resumePausedClocks('2026-03-25T22:59:59.999Z');
    expect(await typesOf(caseId)).not.toContain('clock-resumed');
    await resumePausedClocks('2026-03-25T23:00:00.000Z');
    await resumePausedClocks('2026-03-25T23:00:05.000Z');
    expect((await typesOf(caseId)).filter(type => type === 'clock-resumed')).toHaveLength(1);
    const resumed = (await load(caseId)).clocks.find(clock => clock.kind === 'respond');
    expect(resumed).toMatchObject({ state: 'running', dueAt: paused?.dueAt, resumesAt: null });
    expect(await mailsOf(caseId)).toContain('operator.resume-clock');
  });

  test('says that it runs again before it runs out, even when nobody looked in between', async () => {
    const { caseId } = await serveTestCase();
    const actor = liaisonOf('maroc-telecom');
    await requestInformation({ actor, caseId, now: noonAfter(1), question: 'Quel numéro de facture ?' });
    await runAll(noonAfter(90));
    const types = await typesOf(caseId);
    expect(types.filter(type => type === 'clock-resumed')).toHaveLength(1);
    expect(types.indexOf('clock-resumed')).toBeLessThan(types.lastIndexOf('clock-breached'));
  });
});

describe('the duty to inform of an outage', () => {
  test('that is missed is recorded and marked as one that may be published, once', async () => {
    const { caseId } = await serveTestCase({ complaint: OUTAGE });
    await acknowledgeCase({ actor: liaisonOf('maroc-telecom'), caseId, now: noonAfter(0) });
    await runAll('2026-03-11T09:00:00.000Z');
    expect(await typesOf(caseId)).not.toContain('clock-breached');
    await runAll('2026-03-11T09:00:00.001Z');
    await runAll(noonAfter(2));
    const { events, clocks, projection } = await load(caseId);
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['clock-breached', 'breach-published']);
    expect(projection).toMatchObject({ state: 'served', respondBreached: false });
    const stored = await withActor(SYSTEM, tx => tx.clock.findFirst({ where: { caseId, kind: 'inform' } }));
    expect(stored?.publishedAt?.toISOString()).toBe('2026-03-11T09:00:00.001Z');
    expect(stored?.inputs).toEqual({
      ...{ region: 'MA-06', startedAt: FILED_AT, pauses: [], extension: null, days: null },
    });
    expect(clocks.find(({ kind }) => kind === 'inform')?.state).toBe('breached');
  });
});

describe('a reminder', () => {
  test('goes once to the operator while its time runs, and not after', async () => {
    const { caseId } = await serveTestCase();
    await acknowledgeCase({ actor: liaisonOf('maroc-telecom'), caseId, now: noonAfter(0) });
    const respond = (await load(caseId)).clocks.find(clock => clock.kind === 'respond');
    await sendDueReminders(respond?.remindAt ?? '');
    await sendDueReminders(respond?.dueAt ?? '');
    expect((await typesOf(caseId)).filter(type => type === 'reminder-sent')).toHaveLength(1);
    expect(await mailsOf(caseId)).toContain('operator.remind');
  });

  test('of the time to judge goes to the complainant', async () => {
    const { caseId } = await serveTestCase();
    await recordTestEvents(caseId, [testAnswer()], { at: noonAfter(1) });
    const confirm = (await load(caseId)).clocks.find(clock => clock.kind === 'confirm');
    await sendDueReminders(confirm?.remindAt ?? '');
    expect(await mailsOf(caseId)).toContain('complainant.remind');
    expect(await mailsOf(caseId)).not.toContain('operator.remind');
  });
});

test('a case that cannot be run is named and does not keep the others waiting', async () => {
  const [broken, sound] = [await serveTestCase(), await serveTestCase()];
  await withActor(SYSTEM, tx => tx.case.update({ where: { id: broken.caseId }, data: { version: 99 } }));
  const run = await runDueClocks(noonAfter(5));
  expect(run.failed).toEqual([broken.caseId]);
  expect(await typesOf(sound.caseId)).toContain('clock-breached');
  const next = await runDueClocks(noonAfter(5), { except: run.failed });
  expect(next).toEqual({ found: 0, failed: [] });
  await withActor(SYSTEM, tx => tx.case.update({ where: { id: broken.caseId }, data: { version: 2 } }));
});

test('two workers and a thousand due clocks: each breach is recorded once', async () => {
  const receipts = await serveTestCases(1000);
  const now = noonAfter(5);
  const worker = async () => {
    while ((await runDueClocks(now)).found > 0);
  };
  await Promise.all([worker(), worker()]);
  await withActor(SYSTEM, async tx => {
    const caseId = { in: receipts.map(receipt => receipt.caseId) };
    const breaches = await tx.caseEvent.groupBy({
      by: ['caseId'],
      where: { caseId, type: 'clock-breached' },
      _count: true,
    });
    expect(breaches).toHaveLength(1000);
    expect(breaches.every(({ _count }) => _count === 1)).toBe(true);
    expect(await tx.mailOutbox.count({ where: { caseId, kind: 'operator.record-breach' } })).toBe(1000);
  });
}, 180_000);
