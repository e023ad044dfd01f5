import { beforeAll, describe, expect, test } from 'vitest';
import { complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { createStaffAccount } from '#app/usecases/accounts/create-staff-account.server.ts';
import { loadCase } from '#app/usecases/complaints/case-store.server.ts';
import { sendMessage } from '#app/usecases/complaints/send-message.server.ts';
import { answerCase } from '#app/usecases/responses/answer-case.server.ts';
import { CASE_OFFICER, liaisonOf, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { findOwnDraft, saveDraft } from './answer-drafts.server.ts';
import { noteLeaving, noteWriting } from './answer-presence.server.ts';
import { setSecondReader } from './answering-settings.server.ts';
import { addDeskNote, followCase } from './desk-notes.server.ts';
import { readDeskInbox } from './queries/desk-inbox.server.ts';
import { readDeskPapers } from './queries/desk-papers.server.ts';
import { approveAnswer, returnAnswer, submitAnswer } from './submit-answer.server.ts';
import { deleteTemplate, listTemplates, saveTemplate } from './templates.server.ts';

await testDatabase();

const NOW = '2026-03-12T10:00:00.000Z';
const LATER = '2026-03-12T10:05:00.000Z';
const OPERATOR = 'maroc-telecom';

/** The people of the desk, with accounts by which mails reach them. */
const people = { karima: '', samir: '' };

function desk(id: keyof typeof people) {
  const name = id === 'karima' ? 'Karima Alaoui' : 'Samir Bennis';
  return { role: 'liaison', id: people[id], name, organisation: OPERATOR } as const;
}

const karima = () => ({ ...desk('karima'), deskRole: 'agent' as const });
const samir = () => ({ ...desk('samir'), deskRole: 'approver' as const });

beforeAll(async () => {
  await registerOperators();
  for (const id of ['karima', 'samir'] as const) {
    people[id] = await createStaffAccount({
      email: `${id}@desk.example`,
      name: id === 'karima' ? 'Karima Alaoui' : 'Samir Bennis',
      role: 'liaison',
      operatorId: OPERATOR,
      password: 'a long enough password 1',
      language: 'fr',
    });
  }
});

const ANSWER = {
  items: [
    {
      issue: 'billing/error',
      outcome: 'remedied-with-money',
      cause: 'L’option internationale a été comptée par deux systèmes en même temps.',
      action: 'Le doublon est supprimé et 120,50 MAD sont portés en avoir.',
      amount: '120,50',
      details: { transaction: 'AV-2026-0312', creditedAt: '2026-03-12T09:40' },
    },
  ],
  message: 'Votre facture de janvier comptait deux fois l’option ; vous recevez 120,50 MAD en mars.',
};

/** The answer that the second reader finds before them. */
async function waitingId(caseId: string): Promise<string> {
  const { proposal } = await readDeskPapers(samir(), caseId, LATER);
  return proposal?.id ?? '';
}

function mails(caseId: string | null) {
  return withActor(SYSTEM, tx => tx.mailOutbox.findMany({ where: { caseId } }));
}

describe('two liaisons at one case', () => {
  test('see each other write, until one leaves or gives no sign for a while', async () => {
    const { caseId } = await serveTestCase();
    expect(await noteWriting({ actor: karima(), caseId, now: NOW })).toEqual([]);
    const seen = [{ name: 'Karima Alaoui', since: NOW }];
    expect(await noteWriting({ actor: samir(), caseId, now: LATER })).toEqual(seen);
    expect((await readDeskPapers(samir(), caseId, LATER)).writers).toEqual(seen);
    const muchLater = '2026-03-12T10:20:00.000Z';
    expect(await noteWriting({ actor: samir(), caseId, now: muchLater })).toEqual([]);
    await noteLeaving({ actor: samir(), caseId });
    expect(await noteWriting({ actor: karima(), caseId, now: muchLater })).toEqual([]);
  });

  test('overwrite no answer: the later one is refused with the case as it stands, and its draft is kept', async () => {
    const { caseId } = await serveTestCase();
    const version = (await withActor(SYSTEM, tx => loadCase(tx, caseId))).projection.lastSeq;
    const order = { caseId, now: NOW, expectedVersion: version, answer: ANSWER };
    await saveDraft({ actor: samir(), caseId, fields: { message: 'Autre réponse' }, revision: 0, now: NOW });
    const both = await Promise.allSettled([
      submitAnswer({ ...order, actor: karima() }),
      submitAnswer({ ...order, actor: karima() }),
      submitAnswer({ ...order, actor: { ...karima(), id: 'other' } }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const refused of both.filter(({ status }) => status === 'rejected')) {
      expect(refused).toMatchObject({
        reason: { code: expect.stringMatching(/case-changed|not-permitted/) },
      });
    }
    expect((await withActor(SYSTEM, tx => loadCase(tx, caseId))).projection.answers).toBe(1);
    expect((await findOwnDraft(samir(), caseId))?.fields).toEqual({ message: 'Autre réponse' });
  });
});

describe('a draft', () => {
  test('is its author’s alone, survives, and is not overwritten from another window', async () => {
    const { caseId } = await serveTestCase();
    const draft = { actor: karima(), caseId, now: NOW };
    expect(await saveDraft({ ...draft, fields: { message: 'un' }, revision: 0 })).toBe(1);
    expect(await saveDraft({ ...draft, fields: { message: 'deux' }, revision: 1 })).toBe(2);
    const stale = saveDraft({ ...draft, fields: { message: 'trois' }, revision: 1 });
    await expect(stale).rejects.toMatchObject({ code: 'case-changed' });
    expect(await findOwnDraft(karima(), caseId)).toMatchObject({ revision: 2, fields: { message: 'deux' } });
    expect(await findOwnDraft(samir(), caseId)).toBeNull();
    const all = await withActor(samir(), tx => tx.answerDraft.findMany({ where: { caseId } }));
    expect(all).toEqual([]);
  });

  test('can’t be begun on another operator’s case', async () => {
    const { caseId } = await serveTestCase();
    const foreign = { actor: liaisonOf('inwi'), caseId, fields: { message: 'x' }, revision: 0, now: NOW };
    await expect(saveDraft(foreign)).rejects.toMatchObject({ code: 'case-changed' });
  });
});

describe('a note of the desk', () => {
  test('tells whom it mentions, and is read by nobody else than the desk', async () => {
    const { caseId, reference } = await serveTestCase();
    const body = 'Vu avec la facturation, @Samir peux-tu vérifier l’avoir ?';
    await addDeskNote({ actor: karima(), caseId, body, now: NOW });
    expect(await readDeskInbox(samir())).toContainEqual(
      expect.objectContaining({ kind: 'mentions', reference, by: 'Karima Alaoui' }),
    );
    const told = (await mails(null)).filter(({ recipient }) => recipient === 'samir@desk.example');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('avoir');
    const { notes } = await readDeskPapers(samir(), caseId, LATER);
    expect(notes).toMatchObject([{ author: 'Karima Alaoui', body }]);
    expect((await readDeskInbox(samir())).filter(({ kind }) => kind === 'mentions')).toEqual([]);
    for (const actor of [CASE_OFFICER, complainantOf(caseId), liaisonOf('inwi')]) {
      expect(await withActor(actor, tx => tx.deskNote.findMany({ where: { caseId } })), actor.role).toEqual(
        [],
      );
      expect(await withActor(actor, tx => tx.deskMention.findMany({ where: { caseId } }))).toEqual([]);
    }
  });

  test('is refused where a mention names nobody', async () => {
    const { caseId } = await serveTestCase();
    const note = addDeskNote({ actor: karima(), caseId, body: 'Merci @Personne', now: NOW });
    await expect(note).rejects.toMatchObject({
      fields: { body: { code: 'unknown-colleague', params: { name: 'personne' } } },
    });
  });
});

test('who follows a case gets the mails that its desk gets', async () => {
  const { caseId } = await serveTestCase();
  await followCase(samir(), caseId, NOW);
  const message = { caseId, now: LATER, body: 'Avez-vous des nouvelles ?' };
  await sendMessage({ actor: complainantOf(caseId), ...message });
  const told = (await mails(caseId)).filter(({ kind }) => kind === 'operator.send-message');
  expect(told.map(({ recipient }) => recipient)).toContain('samir@desk.example');
  expect(await readDeskInbox(samir())).toContainEqual(expect.objectContaining({ kind: 'followed' }));
});

test('a customer’s earlier cases with the same operator are there, with another operator’s not', async () => {
  const first = await serveTestCase({
    complaint: { email: 'history@example.org', lineNumber: '0611111111' },
  });
  await answerCase({ actor: karima(), caseId: first.caseId, now: NOW, answer: ANSWER });
  const elsewhere = { email: 'history@example.org', operatorId: 'inwi', lineNumber: '0611111111' };
  await serveTestCase({ complaint: elsewhere });
  const sameLine = await serveTestCase({ complaint: { email: 'b@example.org', lineNumber: '0611111111' } });
  const { history } = await readDeskPapers(karima(), sameLine.caseId, NOW);
  expect(history).toMatchObject([{ reference: first.reference, operatorOutcome: 'remedied-with-money' }]);
});

describe('the second reader', () => {
  beforeAll(() => setSecondReader(samir(), true, NOW));

  test('reads what waits while the clock runs; gives it back with a remark, then sends it for its author', async () => {
    const { caseId, reference } = await serveTestCase();
    const order = { caseId, now: NOW, answer: ANSWER };
    const submitted = await submitAnswer({ ...order, actor: karima() });
    expect(submitted.kind).toBe('waiting');
    const { clocks, projection } = await withActor(SYSTEM, tx => loadCase(tx, caseId));
    expect(projection.state).toBe('served');
    expect(clocks.find(({ kind }) => kind === 'respond')?.state).toBe('running');
    const again = submitAnswer({ ...order, actor: samir() });
    await expect(again).rejects.toMatchObject({ code: 'answer-waiting' });
    const proposalId = await waitingId(caseId);
    const own = { ...order, proposalId, actor: karima(), deskRole: 'approver' as const };
    await expect(approveAnswer(own)).rejects.toMatchObject({ code: 'own-answer' });
    const agent = { ...order, proposalId, actor: { ...samir(), id: 'x' }, deskRole: 'agent' as const };
    await expect(approveAnswer(agent)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await readDeskInbox(samir())).toContainEqual(
      expect.objectContaining({ kind: 'toRead', reference, by: 'Karima Alaoui' }),
    );

    const remark = 'Indiquez la date du crédit.';
    const reading = { ...order, actor: samir(), deskRole: 'approver' as const, now: LATER };
    await noteWriting({ actor: samir(), caseId, now: LATER });
    await returnAnswer({ ...reading, proposalId, remark });
    // Who has given it back is not writing any more.
    expect((await readDeskPapers(karima(), caseId, LATER)).writers).toEqual([]);
    expect((await readDeskPapers(karima(), caseId, LATER)).proposal).toMatchObject({
      state: 'returned',
      reader: 'Samir Bennis',
      remark,
    });
    expect((await readDeskPapers(samir(), caseId, LATER)).proposal).toBeNull();

    await submitAnswer({ ...order, actor: karima(), now: LATER });
    await expect(approveAnswer({ ...reading, proposalId })).rejects.toMatchObject({ code: 'case-changed' });
    const after = await approveAnswer({ ...reading, proposalId: await waitingId(caseId) });
    expect(after.projection.state).toBe('answered');
    expect(after.events.at(-1)).toMatchObject({ actorName: 'Samir Bennis' });
    const response = await withActor(SYSTEM, tx => tx.response.findFirstOrThrow({ where: { caseId } }));
    expect(response.submittedBy).toBe('Karima Alaoui');
    expect((await readDeskPapers(karima(), caseId, LATER)).proposal).toBeNull();
  });

  test('is asked for nothing that would be refused anyway', async () => {
    const { caseId } = await serveTestCase();
    const empty = submitAnswer({
      actor: karima(),
      caseId,
      now: NOW,
      answer: { ...ANSWER, message: 'Merci.' },
    });
    await expect(empty).rejects.toMatchObject({ code: 'answer-without-substance' });
  });
});

test('templates are the operator’s own, and know their variables', async () => {
  const texts = { cause: null, action: null, message: 'Bonjour {{name}}, dossier {{reference}}.' };
  const template = { name: 'Accueil', category: null, language: 'fr', ...texts } as const;
  await saveTemplate({ actor: karima(), template, now: NOW });
  const wrong = { ...template, message: 'Bonjour {{surname}}' };
  await expect(saveTemplate({ actor: karima(), template: wrong, now: NOW })).rejects.toMatchObject({
    fields: { message: { code: 'unknown-variable', params: { variable: 'surname' } } },
  });
  const [mine] = await listTemplates(karima());
  expect(mine).toMatchObject(template);
  expect(await listTemplates(liaisonOf('inwi'))).toEqual([]);
  await expect(deleteTemplate(karima(), 'zzz')).rejects.toMatchObject({ code: 'not-found' });
  await deleteTemplate(liaisonOf('inwi'), mine?.id ?? '');
  expect(await listTemplates(karima())).toHaveLength(1);
});
