import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '#app/domain/case/event-chain.ts';
import { complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  fileTestCase,
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import { acceptAnswer } from './accept-answer.server.ts';
import { addEvidence } from './add-evidence.server.ts';
import { loadCase } from './case-store.server.ts';
import { disputeAnswer } from './dispute-answer.server.ts';
import { provideInformation } from './provide-information.server.ts';
import { readCasePage } from './queries/case-page.server.ts';
import { complainantCase } from './queries/complainant-case.server.ts';
import { requestInformation } from './request-information.server.ts';
import { sendMessage } from './send-message.server.ts';
import { withdrawCase } from './withdraw-case.server.ts';

await testDatabase();
beforeAll(registerOperators);

const ANSWERED = '2026-03-13T10:00:00.000Z';
const NOW = '2026-03-16T10:00:00.000Z';

function file(content: string): StoredUpload {
  return {
    storageKey: `originals/${sha256(content)}`,
    sha256: sha256(content),
    size: content.length,
    mediaType: 'image/png',
    fileName: `${content}.png`,
  };
}

async function answeredCase() {
  const { caseId } = await serveTestCase();
  await recordTestEvents(caseId, [testAnswer()], { at: ANSWERED, actor: liaisonOf('maroc-telecom') });
  return { caseId, actor: complainantOf(caseId) };
}

function dispute(caseId: string, files: readonly StoredUpload[] = []) {
  return disputeAnswer({
    actor: complainantOf(caseId),
    caseId,
    now: NOW,
    issues: ['billing/error'],
    reasons: ['money-not-received'],
    explanation: 'Rien sur mon compte.',
    files,
  });
}

async function rowOf(caseId: string) {
  return withActor(SYSTEM, tx =>
    tx.case.findUniqueOrThrow({
      where: { id: caseId },
      include: { messages: true, evidence: true, events: true },
    }),
  );
}

async function figures() {
  return withActor(SYSTEM, async tx => {
    const { _sum } = await tx.caseStatDay.aggregate({
      _sum: { answered: true, confirmed: true, disputed: true, withdrawn: true, open: true },
    });
    return _sum;
  });
}

async function mailsOf(caseId: string): Promise<readonly string[]> {
  const mails = await withActor(SYSTEM, tx => tx.mailOutbox.findMany({ where: { caseId } }));
  return mails.map(({ kind }) => kind);
}

describe('the complainant’s judgement', () => {
  test('accepting resolves the case, tells the operator and counts as confirmed', async () => {
    const { caseId, actor } = await answeredCase();
    const before = await figures();
    await acceptAnswer({ actor, caseId, now: NOW });
    expect(await rowOf(caseId)).toMatchObject({
      state: 'resolved',
      complainantOutcome: 'confirmed',
      dueAt: null,
    });
    expect((await figures()).confirmed).toBe((before.confirmed ?? 0) + 1);
    expect(await mailsOf(caseId)).toContain('operator.accept');
  });

  test('disputing sends the case back with reasons, words and proof, and counts as disputed', async () => {
    const { caseId } = await answeredCase();
    const before = await figures();
    await dispute(caseId, [file('releve')]);
    const row = await rowOf(caseId);
    expect(row).toMatchObject({ state: 'disputed', disputes: 1, complainantOutcome: 'disputed' });
    expect(row.messages.map(({ kind, body }) => [kind, body])).toEqual([['dispute', 'Rien sur mon compte.']]);
    expect(row.evidence).toHaveLength(1);
    expect((await figures()).disputed).toBe((before.disputed ?? 0) + 1);
    expect(await mailsOf(caseId)).toEqual(expect.arrayContaining(['operator.dispute', 'regulator.dispute']));
  });

  test('disputing issue by issue keeps reasons, words and proof of each, sealed in the chain', async () => {
    const { caseId, actor } = await answeredCase();
    await addEvidence({ actor, caseId, now: NOW, files: [file('sent-before')] });
    const [before] = (await rowOf(caseId)).evidence;
    const upload = { id: randomUUID(), caseId, fileName: '', size: 1, evidenceId: before?.id ?? null };
    const expiresAt = new Date('2026-03-20T10:00:00.000Z');
    await withActor(SYSTEM, tx =>
      tx.upload.create({ data: { ...upload, createdAt: new Date(NOW), expiresAt } }),
    );
    await disputeAnswer({
      ...{ actor, caseId, now: NOW, files: [], explanation: 'Deux points restent ouverts.' },
      issues: ['billing/error', 'billing/refund-due'],
      reasons: ['money-not-received', 'not-done'],
      byIssue: [
        { issue: 'billing/error', reasons: ['not-done'], files: [], uploads: [upload.id, randomUUID()] },
        {
          issue: 'billing/refund-due',
          reasons: ['money-not-received'],
          words: 'Le relevé ne montre rien.',
          files: [file('releve')],
          uploads: [],
        },
      ],
    });
    const row = await rowOf(caseId);
    expect(row.messages.map(({ body }) => body).sort()).toEqual([
      'Deux points restent ouverts.',
      'Le relevé ne montre rien.',
    ]);
    const loaded = await withActor(SYSTEM, tx => loadCase(tx, caseId));
    const disputed = loaded.events.find(({ type }) => type === 'disputed');
    const added = row.evidence.find(({ fileName }) => fileName === 'releve.png');
    expect(disputed?.payload).toMatchObject({
      byIssue: [
        { issue: 'billing/error', reasons: ['not-done'], evidenceIds: [before?.id] },
        { issue: 'billing/refund-due', reasons: ['money-not-received'], evidenceIds: [added?.id] },
      ],
    });
    expect(verifyChain(caseId, loaded.events, { seq: row.lastSeq, hash: row.lastHash }, sha256)).toBeNull();
    const { seen } = await readCasePage(liaisonOf('maroc-telecom'), row.reference, NOW);
    const event = seen.events?.find(({ type }) => type === 'disputed');
    expect(event?.byIssue).toEqual([
      {
        issue: 'billing/error',
        reasons: ['disputeReason.not-done'],
        message: null,
        fileNames: ['sent-before.png'],
      },
      {
        issue: 'billing/refund-due',
        reasons: ['disputeReason.money-not-received'],
        message: 'Le relevé ne montre rien.',
        fileNames: ['releve.png'],
      },
    ]);
  });

  test('a second answer can be accepted after a dispute; the dispute no longer counts as the outcome', async () => {
    const { caseId, actor } = await answeredCase();
    await dispute(caseId);
    await recordTestEvents(caseId, [testAnswer(2)], { at: NOW, actor: liaisonOf('maroc-telecom') });
    const view = await complainantCase(actor, NOW);
    expect(view.next).toMatchObject({
      kind: 'judge',
      party: 'complainant',
      consequence: 'close-unconfirmed',
    });
    await acceptAnswer({ actor, caseId, now: NOW, expectedVersion: view.version });
    expect(await rowOf(caseId)).toMatchObject({
      state: 'resolved',
      complainantOutcome: 'confirmed',
      answers: 2,
    });
  });

  test('is the complainant’s own: an operator cannot confirm its own answer', async () => {
    const { caseId } = await answeredCase();
    await expect(acceptAnswer({ actor: liaisonOf('maroc-telecom'), caseId, now: NOW })).rejects.toMatchObject(
      {
        code: 'command-not-permitted',
      },
    );
  });

  test('is refused when the case changed since its page was shown', async () => {
    const { caseId, actor } = await answeredCase();
    const { version } = await complainantCase(actor, NOW);
    await sendMessage({ actor, caseId, now: NOW, body: 'Une question.' });
    await expect(acceptAnswer({ actor, caseId, now: NOW, expectedVersion: version })).rejects.toMatchObject({
      code: 'case-changed',
    });
  });
});

describe('a question to the complainant', () => {
  test('is answered with words and files, and the operator’s clock goes on', async () => {
    const { caseId } = await serveTestCase();
    const actor = complainantOf(caseId);
    const question = 'Quel numéro de facture ?';
    await requestInformation({ actor: liaisonOf('maroc-telecom'), caseId, now: ANSWERED, question });
    const asked = await complainantCase(actor, NOW);
    expect(asked.next).toMatchObject({ kind: 'give-information', paused: true });
    expect(asked.commands).toContain('provide-information');
    expect(asked.seen.messages?.map(({ body }) => body)).toEqual([question]);
    await provideInformation({ actor, caseId, now: NOW, reply: '2026-0117', files: [file('facture')] });
    const loaded = await withActor(SYSTEM, tx => loadCase(tx, caseId));
    expect(loaded.events.map(({ type }) => type)).toEqual([
      'filed',
      'served',
      'information-requested',
      'evidence-added',
      'information-provided',
    ]);
    expect(loaded.projection).toMatchObject({ state: 'served', returnedFrom: null });
    expect(loaded.clocks.find(({ kind }) => kind === 'respond')?.state).toBe('running');
    expect(await mailsOf(caseId)).toContain('operator.provide-information');
  });
});

describe('evidence added to a case', () => {
  test('is sealed once per file, also when the same file comes again', async () => {
    const { caseId } = await serveTestCase();
    const actor = complainantOf(caseId);
    await addEvidence({ actor, caseId, now: NOW, files: [file('one'), file('two')] });
    await addEvidence({ actor, caseId, now: NOW, files: [file('two')] });
    const row = await rowOf(caseId);
    expect(row.events.filter(({ type }) => type === 'evidence-added')).toHaveLength(2);
    const loaded = await withActor(SYSTEM, tx => loadCase(tx, caseId));
    expect(verifyChain(caseId, loaded.events, { seq: row.lastSeq, hash: row.lastHash }, sha256)).toBeNull();
  });

  test('is refused over the limit, and then none of it is there', async () => {
    const { caseId } = await serveTestCase();
    const files = Array.from({ length: 11 }, (_, index) => file(`file ${index}`));
    await expect(
      addEvidence({ actor: complainantOf(caseId), caseId, now: NOW, files }),
    ).rejects.toMatchObject({
      code: 'too-many-files',
    });
    expect((await rowOf(caseId)).evidence).toHaveLength(0);
  });
});

describe('withdrawing', () => {
  test('ends the case, stops its clocks and is counted', async () => {
    const { caseId } = await serveTestCase();
    const actor = complainantOf(caseId);
    const before = await figures();
    await withdrawCase({ actor, caseId, now: NOW, reason: 'Tout est réglé.' });
    expect(await rowOf(caseId)).toMatchObject({ state: 'withdrawn', dueAt: null });
    const after = await figures();
    expect(after.withdrawn).toBe((before.withdrawn ?? 0) + 1);
    expect(after.open).toBe((before.open ?? 0) - 1);
    const view = await complainantCase(actor, NOW);
    expect(view).toMatchObject({ next: { kind: 'over' }, commands: ['correct-data', 'request-erasure'] });
    expect(view.seen.clocks?.every(({ state }) => state === 'stopped')).toBe(true);
  });
});

describe('what a complainant sees', () => {
  test('is the own case alone', async () => {
    const mine = await fileTestCase();
    const other = await fileTestCase({ complaint: { name: 'Jemand Anders' } });
    const view = await complainantCase(complainantOf(mine.caseId), NOW);
    expect(view.seen['case-summary']?.reference).toBe(mine.reference);
    expect(view.seen.identity?.name).toBe('Amina Exemple');
    await withActor(complainantOf(mine.caseId), async tx => {
      expect(await tx.case.findUnique({ where: { id: other.caseId } })).toBeNull();
      expect(await tx.caseEvent.count({ where: { caseId: other.caseId } })).toBe(0);
    });
    const intruder = complainantOf(mine.caseId);
    await expect(
      sendMessage({ actor: intruder, caseId: other.caseId, now: NOW, body: 'x' }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('leaves out the regulator’s notes and the operator’s reminders', async () => {
    const { caseId } = await serveTestCase();
    const loaded = await withActor(SYSTEM, tx => loadCase(tx, caseId));
    const [clock] = loaded.clocks;
    if (clock === undefined) throw new Error('no clock runs');
    const reminder = { clockId: clock.id, clock: clock.kind, ruleId: clock.rule.id, dueAt: clock.dueAt };
    await recordTestEvents(
      caseId,
      [
        { type: 'note-added', payload: { messageId: caseId, digest: sha256('note') } },
        { type: 'reminder-sent', payload: reminder },
      ],
      { at: NOW },
    );
    const view = await complainantCase(complainantOf(caseId), NOW);
    expect(view.seen.events?.map(({ type }) => type)).toEqual(['filed', 'served']);
  });
});
