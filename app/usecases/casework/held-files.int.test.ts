import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { loadCase } from '#app/usecases/complaints/case-store.server.ts';
import { complainantCase } from '#app/usecases/complaints/queries/complainant-case.server.ts';
import { requestInformation } from '#app/usecases/complaints/request-information.server.ts';
import { rerouteCase } from '#app/usecases/complaints/reroute-case.server.ts';
import { completeService, prepareService } from '#app/usecases/complaints/serve-case.server.ts';
import { withdrawCase } from '#app/usecases/complaints/withdraw-case.server.ts';
import { openOriginal } from '#app/usecases/evidence/open-evidence.server.ts';
import { CASE_OFFICER, liaisonOf, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { storedPhoto } from '#scripts/testing/stored-photo.ts';
import { setSecondReader } from './answering-settings.server.ts';
import { findHeldFiles, holdFiles } from './held-files.server.ts';
import { readDeskPapers } from './queries/desk-papers.server.ts';
import { approveAnswer, returnAnswer, submitAnswer, takeBackAnswer } from './submit-answer.server.ts';

await testDatabase();

const NOW = '2026-03-12T10:00:00.000Z';
const LATER = '2026-03-12T10:05:00.000Z';
const AFTER_DEADLINE = '2026-06-12T10:00:00.000Z';

function at(desk: string, id: string, name: string) {
  return { role: 'liaison', id, name, organisation: desk } as const;
}

const KARIMA = at('maroc-telecom', 'karima', 'Karima Alaoui');
const SAMIR = { ...at('maroc-telecom', 'samir', 'Samir Bennis'), deskRole: 'approver' as const };
const NADIA = { ...at('maroc-telecom', 'nadia', 'Nadia Chraibi'), deskRole: 'approver' as const };
const INWI = { ...at('inwi', 'youssef', 'Youssef'), deskRole: 'approver' as const };

function answer(evidenceIds: readonly string[]) {
  const item = {
    issue: 'billing/error',
    outcome: 'remedied-with-money',
    cause: 'L’option internationale a été comptée par deux systèmes en même temps.',
    action: 'Le doublon est supprimé et 120,50 MAD sont portés en avoir.',
    amount: '120,50',
    details: { transaction: 'AV-2026-0312', creditedAt: '2026-03-12T09:40' },
    evidenceIds,
  };
  const message = 'Votre facture de janvier comptait deux fois l’option ; vous recevez 120,50 MAD en mars.';
  return { items: [item], message };
}

let caseId: string;

beforeAll(async () => {
  await registerOperators();
  await setSecondReader(SAMIR, true, NOW);
});

beforeEach(async () => {
  ({ caseId } = await serveTestCase());
});

/** Files that a liaison adds to the answer that she is writing. */
async function hold(actor: Actor, ...digests: readonly string[]): Promise<readonly string[]> {
  const files = digests.map(storedPhoto);
  const ids = await holdFiles({ actor, caseId, files, named: [], withheldAs: null, now: NOW });
  return files.map(({ sha256 }) => ids.get(sha256) ?? '');
}

/** An answer with a file that waits for its second reader. */
async function waiting() {
  const [file = ''] = await hold(KARIMA, 'c0ffee');
  await submitAnswer({ actor: KARIMA, caseId, now: NOW, answer: answer([file]) });
  const { proposal } = await readDeskPapers(SAMIR, caseId, NOW);
  const reading = { ...{ actor: SAMIR, deskRole: SAMIR.deskRole }, caseId, now: LATER };
  return { file, reading: { ...reading, proposalId: proposal?.id ?? '', answer: answer([file]) } };
}

function seenBy(actor: Actor): Promise<readonly unknown[]> {
  return withActor(actor, tx => tx.$queryRaw<unknown[]>`SELECT id FROM evidence`);
}

function load() {
  return withActor(SYSTEM, tx => loadCase(tx, caseId));
}

function custody() {
  return withActor(SYSTEM, tx => tx.custodyEntry.findMany({ where: { caseId }, orderBy: { id: 'asc' } }));
}

/** Everybody who may see evidence of the case, but the desk that holds the file. */
const OUTSIDE = (): readonly Actor[] => [
  complainantOf(caseId),
  CASE_OFFICER,
  { ...CASE_OFFICER, role: 'auditor' },
  { ...CASE_OFFICER, role: 'administrator' },
  INWI,
];

describe('a file of an answer that is not sent', () => {
  test('is its author’s alone while she writes, the desk’s while it waits, and nobody else’s', async () => {
    const [file = ''] = await hold(KARIMA, 'abc1');
    expect(await findHeldFiles(KARIMA, caseId)).toMatchObject([{ id: file, caseId: null }]);
    expect(await findHeldFiles(SAMIR, caseId)).toEqual([]);
    await submitAnswer({ actor: KARIMA, caseId, now: NOW, answer: answer([file]) });
    expect(await findHeldFiles(SAMIR, caseId)).toMatchObject([{ id: file }]);
    for (const actor of OUTSIDE()) {
      expect(await seenBy(actor), actor.role).not.toContainEqual({ id: file });
      const opened = openOriginal(actor, { evidenceId: file, now: new Date(NOW) });
      await expect(opened, actor.role).rejects.toMatchObject({
        code: expect.stringMatching(/not-found|forbidden/),
      });
    }
    expect((await complainantCase(complainantOf(caseId), LATER)).seen['evidence-copy']).toEqual([]);
    expect((await load()).events.map(({ type }) => type)).not.toContain('evidence-added');
  });

  test('can’t be made the case’s, shown or taken away by anybody but the system', async () => {
    const { file } = await waiting();
    for (const actor of [KARIMA, SAMIR, ...OUTSIDE()]) {
      const moved = withActor(
        actor,
        tx => tx.$executeRaw`
          UPDATE evidence SET case_id = held_for, held_for = NULL, held_by = NULL WHERE id = ${file}::uuid`,
      );
      expect(await moved.catch(() => 0), actor.role).toBe(0);
      const removed = withActor(actor, tx => tx.$executeRaw`DELETE FROM evidence WHERE id = ${file}::uuid`);
      expect(await removed.catch(() => 0), actor.role).toBe(0);
    }
    expect(await findHeldFiles(SAMIR, caseId)).toHaveLength(1);
  });

  test('is kept once, within the limit of the case, and only where an answer is awaited', async () => {
    const [first] = await hold(KARIMA, 'abc1');
    const again = { actor: KARIMA, caseId, named: [first ?? ''], withheldAs: null, now: NOW };
    const same = await holdFiles({ ...again, files: [storedPhoto('abc1'), storedPhoto('abc2')] });
    expect([...same.values()]).toContain(first);
    expect(await findHeldFiles(KARIMA, caseId)).toHaveLength(2);
    const many = Array.from({ length: MAX_FILES }, (_, number) => storedPhoto(`dd${number}`));
    await expect(holdFiles({ ...again, files: many })).rejects.toMatchObject({ code: 'too-many-files' });
    await expect(holdFiles({ ...again, actor: INWI, files: [] })).rejects.toMatchObject({
      code: 'not-found',
    });
    const secret = { ...again, files: [], withheldAs: 'Annexe confidentielle' };
    await expect(holdFiles(secret)).rejects.toMatchObject({ code: 'forbidden' });
    await withdrawCase({ actor: complainantOf(caseId), caseId, now: LATER, reason: 'Réglé entre-temps.' });
    await expect(holdFiles({ ...again, files: [] })).rejects.toMatchObject({ code: 'command-not-permitted' });
  });
});

describe('when the answer is sent', () => {
  test('its files are sealed in the record before it, and the custody log names who sent them', async () => {
    const { file, reading } = await waiting();
    const { events } = await approveAnswer(reading);
    expect(events.slice(-2)).toMatchObject([
      { type: 'evidence-added', payload: { evidenceId: file, sha256: storedPhoto('c0ffee').sha256 } },
      { type: 'answered', actorName: 'Samir Bennis' },
    ]);
    const view = await complainantCase(complainantOf(caseId), LATER);
    // Sending a file is not opening it.
    expect(view.seen['evidence-copy']).toMatchObject([{ id: file, opened: { operator: null } }]);
    expect(await custody()).toMatchObject([
      { evidenceId: file, action: 'released', actorName: 'Samir Bennis' },
    ]);
  });

  test('what it doesn’t name goes, and nobody else’s goes with it', async () => {
    const [file = '', unticked = ''] = await hold(KARIMA, 'abc1', 'abc2');
    const [other = ''] = await hold(NADIA, 'abc3');
    await submitAnswer({ actor: KARIMA, caseId, now: NOW, answer: answer([file]) });
    expect(await custody()).toMatchObject([{ evidenceId: unticked, action: 'discarded' }]);
    const left = await findHeldFiles(NADIA, caseId);
    expect(left.map(({ id }) => id).sort()).toEqual([file, other].sort());
  });

  test('files are forged by nobody: another’s draft, another case’s, none at all', async () => {
    const [elsewhere = ''] = await hold(KARIMA, 'abc1');
    ({ caseId } = await serveTestCase());
    const [another = ''] = await hold(NADIA, 'abc2');
    for (const forged of [elsewhere, another, '00000000-0000-4000-8000-000000000000']) {
      const sent = submitAnswer({ actor: KARIMA, caseId, now: NOW, answer: answer([forged]) });
      await expect(sent).rejects.toMatchObject({
        code: 'invalid-input',
        fields: { 'items.0.evidenceIds.0': { code: 'not-an-option' } },
      });
    }
  });

  test('a refusal leaves the case as it was and the files where they are', async () => {
    const { file, reading } = await waiting();
    const empty = { ...reading, answer: { ...answer([file]), message: 'Merci.' } };
    await expect(approveAnswer(empty)).rejects.toMatchObject({ code: 'answer-without-substance' });
    expect(await findHeldFiles(SAMIR, caseId)).toMatchObject([{ id: file, caseId: null }]);
    expect((await load()).projection.answers).toBe(0);
  });
});

describe('an answer that waits', () => {
  test('is sent once, by one of two readers at once, and not again', async () => {
    const { file, reading } = await waiting();
    const readers = [SAMIR, NADIA].map(actor => approveAnswer({ ...reading, actor }));
    const both = await Promise.allSettled(readers);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'case-changed' },
    });
    await expect(approveAnswer(reading)).rejects.toMatchObject({ code: 'case-changed' });
    const { events, projection } = await load();
    expect(projection.answers).toBe(1);
    const added = events.filter(({ type }) => type === 'evidence-added');
    expect(added).toMatchObject([{ payload: { evidenceId: file } }]);
  });

  test('that is given back or taken back keeps its files with its author', async () => {
    const { file, reading } = await waiting();
    await returnAnswer({ ...reading, remark: 'Indiquez la date du crédit.' });
    expect(await findHeldFiles(SAMIR, caseId)).toEqual([]);
    expect(await findHeldFiles(KARIMA, caseId)).toMatchObject([{ id: file }]);
    await submitAnswer({ actor: KARIMA, caseId, now: LATER, answer: answer([file]) });
    await takeBackAnswer({ actor: KARIMA, caseId });
    expect(await findHeldFiles(KARIMA, caseId)).toMatchObject([{ id: file }]);
    await expect(approveAnswer(reading)).rejects.toMatchObject({ code: 'case-changed' });
  });

  test('that is sent after the deadline counts as late', async () => {
    const { reading } = await waiting();
    const { projection } = await approveAnswer({ ...reading, now: AFTER_DEADLINE });
    expect(projection).toMatchObject({ state: 'answered', answeredInTime: false });
  });

  test('is read against the case as it stands when the complainant was asked something meanwhile', async () => {
    const { reading } = await waiting();
    const expectedVersion = (await load()).projection.lastSeq;
    await requestInformation({
      actor: NADIA,
      caseId,
      now: LATER,
      question: 'Quel est le numéro de l’avoir ?',
    });
    const stale = approveAnswer({ ...reading, expectedVersion });
    await expect(stale).rejects.toMatchObject({ code: 'case-changed' });
    const fresh = await approveAnswer({ ...reading, expectedVersion: expectedVersion + 1 });
    expect(fresh.projection.state).toBe('answered');
  });

  test('ends with a withdrawn case, its files too, which the custody log says', async () => {
    const { file, reading } = await waiting();
    await withdrawCase({ actor: complainantOf(caseId), caseId, now: LATER, reason: 'Réglé entre-temps.' });
    await expect(approveAnswer(reading)).rejects.toMatchObject({ code: 'case-changed' });
    expect(await findHeldFiles(KARIMA, caseId)).toEqual([]);
    expect(await custody()).toMatchObject([{ evidenceId: file, action: 'discarded', actorRole: 'system' }]);
  });

  test('ends where another operator gets the case, who is not kept from answering', async () => {
    const { reading } = await waiting();
    const explanation = 'La ligne est chez inwi.';
    await rerouteCase({ actor: CASE_OFFICER, caseId, now: LATER, operatorId: 'inwi', explanation });
    await prepareService(caseId, LATER);
    await withActor(SYSTEM, async tx => {
      const where = { caseId, operatorId: 'inwi', state: 'queued' };
      const delivery = await tx.delivery.findFirst({ where });
      if (delivery !== null) await completeService(tx, delivery, LATER);
    });
    await expect(approveAnswer(reading)).rejects.toMatchObject({ code: 'case-changed' });
    expect(await seenBy(INWI)).toEqual([]);
    await setSecondReader(INWI, true, LATER);
    const theirs = await submitAnswer({ actor: INWI, caseId, now: LATER, answer: answer([]) });
    expect(theirs.kind).toBe('waiting');
    expect(await findHeldFiles(liaisonOf('maroc-telecom'), caseId)).toEqual([]);
  });
});
