import { beforeAll, describe, expect, test } from 'vitest';
import { complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { loadCase } from '#app/usecases/complaints/case-store.server.ts';
import { misdirectCase } from '#app/usecases/complaints/misdirect-case.server.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import { reportRemedy } from '#app/usecases/complaints/report-remedy.server.ts';
import { requestExtension } from '#app/usecases/complaints/request-extension.server.ts';
import { requestInformation } from '#app/usecases/complaints/request-information.server.ts';
import {
  CASE_OFFICER,
  FILED_AT,
  fileTestCase,
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { answerCase } from './answer-case.server.ts';

await testDatabase();
beforeAll(registerOperators);

const LIAISON = liaisonOf('maroc-telecom');
const LATER = '2026-03-12T10:00:00.000Z';
const TEXT = 'Le relevé du centre de facturation est attendu.';

const ANSWER = {
  items: [
    {
      issue: 'billing/error',
      outcome: 'remedied-with-money',
      cause: 'L’option internationale a été comptée par deux systèmes en même temps.',
      action: 'Le doublon est supprimé et 120,50 MAD sont portés en avoir.',
      date: '2026-03-12',
      amount: '120,50',
      details: { transaction: 'Avoir AV-2026-0312', creditedAt: '2026-03-12T09:40' },
    },
  ],
  message: 'Votre facture de janvier comptait deux fois l’option ; vous recevez 120,50 MAD en mars.',
};

async function served(): Promise<{ actor: typeof LIAISON; caseId: string; now: string; reference: string }> {
  const { caseId, reference } = await serveTestCase();
  return { actor: LIAISON, caseId, now: LATER, reference };
}

function load(caseId: string) {
  return withActor(SYSTEM, tx => loadCase(tx, caseId));
}

const ORDERS = {
  acknowledge: (order: Awaited<ReturnType<typeof served>>) => acknowledgeCase(order),
  'request-information': order => requestInformation({ ...order, question: TEXT }),
  'request-extension': order => requestExtension({ ...order, reason: TEXT }),
  misdirect: order => misdirectCase({ ...order, reason: TEXT }),
  'report-remedy': order => reportRemedy({ ...order, report: TEXT }),
  answer: order => answerCase({ ...order, answer: ANSWER }),
} satisfies Record<string, (order: Awaited<ReturnType<typeof served>>) => Promise<unknown>>;

describe('a liaison', () => {
  test.each(Object.entries(ORDERS))(
    'gives no %s to a case that the complainant has withdrawn',
    async (_name, give) => {
      const order = await served();
      const payload = { messageId: 'm', digest: '0'.repeat(64) };
      await recordTestEvents(order.caseId, [{ type: 'withdrawn', payload }], { at: LATER });
      await expect(give(order)).rejects.toMatchObject({ code: 'command-not-permitted' });
    },
  );

  test.each(Object.entries(ORDERS))('gives no %s by a page that is out of date', async (_name, give) => {
    const order = { ...(await served()), expectedVersion: 1 };
    await expect(give(order)).rejects.toMatchObject({ code: 'case-changed' });
    expect((await load(order.caseId)).projection.lastSeq).toBe(2);
  });

  test.each(Object.entries(ORDERS))(
    'gives no %s to another operator’s case, nor to one not yet served',
    async (_name, give) => {
      const order = await served();
      await expect(give({ ...order, actor: liaisonOf('inwi') })).rejects.toMatchObject({ code: 'not-found' });
      const { caseId } = await fileTestCase();
      await expect(give({ ...order, caseId })).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  test('gains time by an extension once, only before the deadline', async () => {
    const order = await served();
    const before = (await load(order.caseId)).clocks.find(clock => clock.kind === 'respond')?.dueAt ?? '';
    const after = await requestExtension({ ...order, reason: TEXT });
    const clock = after.clocks.find(({ kind }) => kind === 'respond');
    expect(clock?.dueAt && clock.dueAt > before).toBe(true);
    const again = requestExtension({ ...order, reason: TEXT });
    await expect(again).rejects.toMatchObject({ code: 'command-not-permitted' });
    const late = requestExtension({ ...(await served()), now: '2026-06-01T10:00:00.000Z', reason: TEXT });
    await expect(late).rejects.toMatchObject({ code: 'extension-not-allowed' });
  });

  test('names another operator of the register for a case that isn’t its own', async () => {
    const order = { ...(await served()), reason: TEXT };
    for (const suggestedOperatorId of ['maroc-telecom', 'nobody']) {
      await expect(misdirectCase({ ...order, suggestedOperatorId })).rejects.toMatchObject({
        fields: { suggestedOperatorId: { code: 'not-an-option' } },
      });
    }
    const after = await misdirectCase({ ...order, suggestedOperatorId: 'inwi' });
    expect(after.projection.state).toBe('misdirected');
    expect(after.events.at(-1)?.payload).toMatchObject({ suggestedOperatorId: 'inwi' });
  });

  test('reports a decision carried out, which stops the clock of the remedy', async () => {
    const order = await served();
    const decided = { decisionId: 'd', outcome: 'upheld' as const, remedyDays: 10, amountMinor: null };
    await recordTestEvents(
      order.caseId,
      [
        { type: 'review-started', payload: {} },
        { type: 'decided', payload: { ...decided, digest: '0'.repeat(64) } },
      ],
      { at: LATER, actor: CASE_OFFICER },
    );
    const after = await reportRemedy({ ...order, now: '2026-03-14T10:00:00.000Z', report: TEXT });
    expect(after.clocks.find(({ kind }) => kind === 'remedy')?.state).toBe('stopped');
  });
});

describe('an answer', () => {
  test('is kept with its items, counts its money and days, and waits for the complainant', async () => {
    const order = await served();
    const after = await answerCase({ ...order, answer: ANSWER });
    expect(after.projection).toMatchObject({
      state: 'answered',
      operatorOutcome: 'remedied-with-money',
      moneyReturnedMinor: 12_050,
      answeredInTime: true,
      daysToAnswer: 2,
    });
    expect(after.clocks.at(-1)).toMatchObject({ kind: 'confirm', state: 'running' });
    const { seen } = await readCasePage(complainantOf(order.caseId), order.reference, LATER);
    expect(seen.responses).toMatchObject([
      {
        number: 1,
        message: ANSWER.message,
        items: [
          { issue: 'billing/error', amountMinor: 12_050, details: { transaction: 'Avoir AV-2026-0312' } },
        ],
      },
    ]);
  });

  test('without substance leaves the case as it was and names the fields', async () => {
    const order = await served();
    const [item] = ANSWER.items;
    const answer = {
      ...ANSWER,
      items: [{ ...item, cause: 'Nous nous excusons pour la gêne occasionnée.', amount: '' }],
    };
    await expect(answerCase({ ...order, answer })).rejects.toMatchObject({
      code: 'answer-without-substance',
      fields: { 'items.0.cause': { code: 'without-substance' }, 'items.0.amount': { code: 'required' } },
    });
    expect((await load(order.caseId)).projection.state).toBe('served');
  });

  test('points only to evidence of its case', async () => {
    const order = await served();
    const [item] = ANSWER.items;
    const answer = { ...ANSWER, items: [{ ...item, evidenceIds: ['00000000-0000-4000-8000-000000000001'] }] };
    await expect(answerCase({ ...order, answer })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('is late after its deadline, also when a demonstration has moved the case into the past', async () => {
    const order = await served();
    await recordTestEvents(order.caseId, [{ type: 'demonstration-aged', payload: { days: 30 } }], {
      at: LATER,
    });
    const { projection } = await answerCase({ ...order, answer: ANSWER });
    expect(projection).toMatchObject({ answeredInTime: false, daysToAnswer: 32 });
  });

  test('may be given once more after a dispute; what was in time stays so', async () => {
    const order = await served();
    await answerCase({ ...order, answer: ANSWER });
    const payload = { messageId: 'm', digest: '0'.repeat(64), reasons: ['not-done' as const], issues: [] };
    await recordTestEvents(order.caseId, [{ type: 'disputed', payload }], { at: LATER });
    const second = { ...order, now: '2026-05-02T10:00:00.000Z', answer: ANSWER };
    expect((await answerCase(second)).projection).toMatchObject({
      answers: 2,
      answeredInTime: true,
      daysToAnswer: 2,
    });
    await recordTestEvents(order.caseId, [{ type: 'disputed', payload }], { at: '2026-05-03T10:00:00.000Z' });
    await expect(answerCase(second)).rejects.toMatchObject({ code: 'command-not-permitted' });
  });
});

describe('the page of a case', () => {
  test('shows a liaison the customer and the account, never contact, originals, notes or recurrence', async () => {
    const order = await served();
    const note = { messageId: 'n', digest: '0'.repeat(64) };
    await recordTestEvents(order.caseId, [{ type: 'note-added', payload: note }], {
      at: LATER,
      actor: CASE_OFFICER,
    });
    const found = await readCasePage(LIAISON, order.reference, LATER);
    expect(found.seen.identity).toMatchObject({ name: 'Amina Exemple', lineNumber: '0612345678' });
    expect(found.seen.narrative).toContain('facture');
    expect(JSON.stringify(found)).not.toContain('amina@example.org');
    expect(Object.keys(found.seen)).not.toEqual(expect.arrayContaining(['contact']));
    expect(found.seen).not.toHaveProperty('internal-notes');
    expect(found.seen).not.toHaveProperty('recurrence');
    expect(found.seen.events?.map(event => event.type)).toEqual(['filed', 'served']);
    expect(found.originals).toBe(false);
  });

  test('shows an analyst the pattern and not the person', async () => {
    const { reference } = await served();
    const analyst = { role: 'analyst', id: 'a', name: 'A', organisation: null } as const;
    const { seen } = await readCasePage(analyst, reference, LATER);
    for (const field of ['identity', 'contact', 'narrative', 'attempts', 'personal-facts', 'evidence-copy']) {
      expect(seen).not.toHaveProperty([field]);
    }
    expect(seen.clocks?.length).toBeGreaterThan(0);
  });

  test('shows an officer everything, with clocks as they stand', async () => {
    const { reference } = await served();
    const { seen, commands } = await readCasePage(
      CASE_OFFICER,
      reference.toLowerCase(),
      '2026-03-25T10:00:00.000Z',
    );
    expect(seen.contact?.email).toBe('amina@example.org');
    expect(seen.clocks?.map(({ kind, standing }) => [kind, standing])).toEqual(
      expect.arrayContaining([['acknowledge', 'overdue']]),
    );
    expect(seen.clocks?.[0]?.trace.length).toBeGreaterThan(0);
    expect(commands).toContain('take-under-review');
  });

  test('is not there for another operator, and tells a mistyped reference from an unknown one', async () => {
    const { reference } = await served();
    await expect(readCasePage(liaisonOf('inwi'), reference, FILED_AT)).rejects.toMatchObject({
      code: 'not-found',
    });
    const mistyped = `${reference.slice(0, -1)}${reference.endsWith('0') ? '1' : '0'}`;
    await expect(readCasePage(LIAISON, mistyped, FILED_AT)).rejects.toMatchObject({
      code: 'reference-mistyped',
    });
  });
});
