import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { liaisonOf, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { loadCase } from '../complaints/case-store.server.ts';
import { executeCommand } from '../complaints/execute-command.server.ts';
import { answerCase } from './answer-case.server.ts';
import { answerInterim } from './answer-interim.server.ts';
import { keepPromise } from './keep-promise.server.ts';
import { previewAnswer } from './preview-answer.server.ts';

await testDatabase();
beforeAll(registerOperators);

const LIAISON = liaisonOf('maroc-telecom');
const NOW = '2026-03-12T10:00:00.000Z';
const CAUSE = 'Le tarif de l’ancienne formule est resté actif après le changement demandé par le client.';
const ACTION = 'La facture a été recalculée avec le tarif de la nouvelle formule et corrigée.';
const MESSAGE =
  'Bonjour, nous avons repris votre facture avec la bonne formule et vous remercions de votre patience.';

function explained(change: object = {}, message = MESSAGE) {
  const item = { issue: 'billing/error', outcome: 'explained', cause: CAUSE, action: ACTION };
  return { items: [{ ...item, ...change }], message };
}

describe('an answer in the words of an earlier one', () => {
  test('is refused with that one and how alike it is, and taken once it names something of this case', async () => {
    const first = await serveTestCase();
    await answerCase({ actor: LIAISON, caseId: first.caseId, now: NOW, answer: explained() });
    const { caseId } = await serveTestCase();
    const order = { actor: LIAISON, caseId, now: NOW };
    await expect(answerCase({ ...order, answer: explained() })).rejects.toMatchObject({
      code: 'answer-without-substance',
      fields: { message: { code: 'like-earlier', params: { percent: 100, reference: first.reference } } },
    });
    const { comparison } = await previewAnswer({ ...order, answer: explained({ date: '2026-03-11' }) });
    expect(comparison).toMatchObject({ refused: true, toAdd: ['date'], alike: [{ percent: 100 }] });
    const named = explained({ date: '2026-03-11' }, `${MESSAGE} La correction date du 11 mars.`);
    expect((await answerCase({ ...order, answer: named })).projection.state).toBe('answered');
  });

  test('is none of another operator’s business', async () => {
    const { caseId } = await serveTestCase({ complaint: { operatorId: 'inwi' } });
    const order = { actor: liaisonOf('inwi'), caseId, now: NOW, answer: explained() };
    expect((await previewAnswer(order)).comparison?.alike).toEqual([]);
    expect((await answerCase(order)).projection.state).toBe('answered');
  });

  test('may explain one outage to everybody whom it reached', async () => {
    const outage = {
      category: 'mobile-outage',
      issues: ['mobile-outage/voice'],
      facts: { area: 'Salé', stillDown: 'no' },
    };
    const answer = {
      items: [
        {
          issue: 'mobile-outage/voice',
          outcome: 'explained',
          cause: 'Un câble optique entre deux sites a été sectionné pendant des travaux de voirie.',
          action: 'Le câble est ressoudé et le trafic passe de nouveau par les deux sites.',
          date: '2026-03-11',
          details: { faultStart: '2026-03-10T08:00', faultEnd: '2026-03-10T21:15', extent: 'area' },
        },
      ],
      message:
        'Bonjour, vos appels passent de nouveau ; nous surveillons la liaison encore une semaine entière.',
    };
    for (const receipt of [
      await serveTestCase({ complaint: outage }),
      await serveTestCase({ complaint: outage }),
    ]) {
      const after = await answerCase({ actor: LIAISON, caseId: receipt.caseId, now: NOW, answer });
      expect(after.projection.state).toBe('answered');
    }
  });

  test('is found by the key of its bands, however many there are', async () => {
    const plan = await withActor(SYSTEM, async tx => {
      await tx.$executeRaw`
        INSERT INTO answer_band (operator_id, band, at, response_id)
        SELECT 'maroc-telecom', n % 500, now() + n * interval '1 second', gen_random_uuid()
        FROM generate_series(1, 20000) n`;
      const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT response_id FROM answer_band WHERE operator_id = 'maroc-telecom' AND band = 7
        ORDER BY at DESC LIMIT 200`;
      return rows.map(row => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('answer_band_pkey');
    expect(plan).not.toMatch(/Seq Scan|Sort/);
  });
});

describe('a promise', () => {
  test('becomes a clock of its own, outlives a dispute of another issue and stops when it is kept', async () => {
    const { caseId } = await serveTestCase({
      complaint: { issues: ['billing/error', 'billing/refund-due'] },
    });
    const order = { actor: LIAISON, caseId, now: NOW };
    const credit = {
      issue: 'billing/refund-due',
      outcome: 'remedied-with-money',
      cause: 'Le trop-perçu de janvier n’avait pas encore été imputé sur le compte du client.',
      action: 'Le montant est porté en avoir sur la prochaine facture de la ligne.',
      amount: '120,50',
      details: { transaction: 'AV-77', creditedAt: '2026-04-03T09:00' },
    };
    const answer = {
      items: [...explained({ date: '2026-03-12' }).items, credit],
      message: 'Bonjour, la facture est corrigée ; les 120,50 MAD seront portés en avoir le 3 avril.',
    };
    const answered = await answerCase({ ...order, answer });
    expect(answered.projection.promises).toEqual([{ issue: 'billing/refund-due', by: '2026-04-03' }]);
    const clock = answered.clocks.find(({ kind }) => kind === 'remedy');
    expect(clock).toMatchObject({ state: 'running', rule: { id: 'promised-date' } });
    expect(clock?.dueAt.slice(0, 10)).toBe('2026-04-03');
    expect(clock?.deadline.trace.length).toBeGreaterThan(20);

    const foreign = keepPromise({ ...order, issues: ['billing/error'], report: 'Rien de tel.' });
    await expect(foreign).rejects.toMatchObject({ fields: { issues: { code: 'not-an-option' } } });
    const report = 'L’avoir AV-77 est visible sur la facture du 3 avril.';
    const kept = await keepPromise({ ...order, now: '2026-04-02T10:00:00.000Z', issues: [], report });
    expect(kept.projection.promises).toEqual([]);
    expect(kept.clocks.find(({ kind }) => kind === 'remedy')?.state).toBe('stopped');
  });
});

test('an interim answer acknowledges, names a day that lies ahead, and leaves the answer owed', async () => {
  const { caseId } = await serveTestCase();
  const order = { actor: LIAISON, caseId, now: NOW, doing: 'Un technicien vérifie le compteur sur place.' };
  const past = answerInterim({ ...order, until: '2026-03-12' });
  await expect(past).rejects.toMatchObject({ fields: { until: { code: 'not-ahead' } } });
  const after = await answerInterim({ ...order, until: '2026-03-16' });
  expect(after.projection.state).toBe('served');
  const state = (kind: string) => after.clocks.find(clock => clock.kind === kind)?.state;
  expect([state('acknowledge'), state('respond')]).toEqual(['stopped', 'running']);
});

test('after a dispute only the disputed issue is answered, and the money of both counts', async () => {
  const { caseId } = await serveTestCase({ complaint: { issues: ['billing/error', 'billing/refund-due'] } });
  const order = { actor: LIAISON, caseId, now: NOW };
  const credit = (issue: string, amount: string, transaction: string) => ({
    issue,
    outcome: 'remedied-with-money',
    cause: `Le compte a été débité deux fois par erreur pour ${transaction} au mois de janvier.`,
    action: `La somme de ${amount} MAD est portée en avoir ${transaction} sur la ligne du client.`,
    amount,
    details: { transaction, creditedAt: '2026-03-12T09:00' },
  });
  const both = [credit('billing/error', '20', 'AV-1'), credit('billing/refund-due', '30', 'AV-2')];
  const message = 'Bonjour, les deux avoirs AV-1 et AV-2 figurent sur votre compte depuis ce matin.';
  const first = await answerCase({ ...order, answer: { items: both, message } });
  expect(first.projection.moneyReturnedMinor).toBe(5000);
  const actor = { role: 'complainant', id: null, name: null, organisation: null, caseId } as const;
  await executeCommand({ actor, caseId, command: 'dispute', now: NOW }, () => ({
    events: [
      {
        type: 'disputed',
        payload: {
          messageId: 'm',
          digest: '0'.repeat(64),
          reasons: ['amount-too-low'],
          issues: ['billing/refund-due'],
        },
      },
    ],
  }));
  await expect(answerCase({ ...order, answer: { items: both, message } })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  const again = [credit('billing/refund-due', '45', 'AV-3')];
  const second = await answerCase({
    ...order,
    answer: { items: again, message: `${message} AV-3 s’y ajoute.` },
  });
  expect(second.projection).toMatchObject({ moneyReturnedMinor: 6500, answers: 2, state: 'answered' });
  const loaded = await withActor(SYSTEM, tx => loadCase(tx, caseId));
  expect(loaded.projection.operatorOutcome).toBe('remedied-with-money');
});
