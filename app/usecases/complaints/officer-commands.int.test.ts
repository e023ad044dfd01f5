import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, complainantOf, type Role } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  CASE_OFFICER,
  FILED_AT,
  fileTestCase,
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { addNote } from './add-note.server.ts';
import { closeCase } from './close-case.server.ts';
import { decideCase } from './decide-case.server.ts';
import { declareInadmissible } from './declare-inadmissible.server.ts';
import { rerouteCase } from './reroute-case.server.ts';
import { returnForInformation } from './return-for-information.server.ts';
import { startReview } from './start-review.server.ts';

await testDatabase();
const NOW = '2026-03-12T10:00:00.000Z';
const DECISION = {
  outcome: 'upheld',
  reasons: 'La facture compte deux fois la même option; rien ne l’explique.',
  remedy: 'Rembourser 120,50 dirhams.',
  remedyDays: 10,
  amount: 12_050,
} as const;

function staff(role: Role): Actor {
  return { role, id: role, name: role, organisation: null };
}

function by(caseId: string, actor: Actor = CASE_OFFICER) {
  return { actor, caseId, now: NOW };
}

async function underReview(): Promise<string> {
  const { caseId } = await serveTestCase();
  await startReview(by(caseId));
  return caseId;
}

beforeAll(registerOperators);

describe('the case officer', () => {
  test('returns a case for information, and a clock that runs stands', async () => {
    const { caseId } = await serveTestCase();
    const after = await returnForInformation({ ...by(caseId), question: 'Quelle facture ?' });
    expect(after.projection).toMatchObject({ state: 'returned', returnedFrom: 'served' });
    expect(after.clocks.find(clock => clock.kind === 'respond')?.state).toBe('paused');
    const mails = await withActor(staff('system'), tx => tx.mailOutbox.findMany({ where: { caseId } }));
    expect(mails.map(mail => mail.kind)).toContain('complainant.return-for-information');
  });

  test('declares a case inadmissible with a reason that the parties read', async () => {
    const { caseId } = await fileTestCase();
    await declareInadmissible({ ...by(caseId), reason: 'too-late', explanation: 'Plus de douze mois.' });
    await withActor(complainantOf(caseId), async tx => {
      expect(await tx.case.findUnique({ where: { id: caseId } })).toMatchObject({ state: 'inadmissible' });
      const messages = await tx.caseMessage.findMany({ where: { caseId } });
      expect(messages).toMatchObject([{ kind: 'inadmissibility', body: 'Plus de douze mois.' }]);
    });
  });

  test('re-routes a case, which leaves the first operator’s sight and figures', async () => {
    const { caseId } = await serveTestCase({ complaint: { operatorId: 'inwi' } });
    const explanation = 'La ligne est de Maroc Telecom.';
    const after = await rerouteCase({ ...by(caseId), operatorId: 'maroc-telecom', explanation });
    expect(after.projection).toMatchObject({ state: 'filed', operatorId: 'maroc-telecom', servedAt: null });
    const seen = await withActor(liaisonOf('inwi'), tx => tx.case.findUnique({ where: { id: caseId } }));
    expect(seen).toBeNull();
  });

  test('can’t re-route a case to the operator that has it, nor to one that doesn’t exist', async () => {
    const { caseId } = await serveTestCase();
    for (const operatorId of ['maroc-telecom', 'nobody']) {
      await expect(rerouteCase({ ...by(caseId), operatorId, explanation: 'x' })).rejects.toMatchObject({
        code: 'invalid-input',
        fields: { operatorId: { code: 'not-an-option' } },
      });
    }
  });

  test('sends a misdirected case back to the operator whose it is after all', async () => {
    const { caseId } = await serveTestCase();
    const payload = { messageId: 'm', digest: 'a'.repeat(64), suggestedOperatorId: null };
    await recordTestEvents(caseId, [{ type: 'misdirected', payload }], { at: NOW });
    const after = await rerouteCase({ ...by(caseId), operatorId: 'maroc-telecom', explanation: 'Si.' });
    expect(after.projection.state).toBe('filed');
  });

  test('decides, whereupon the remedy’s clock runs for the days that the decision gives', async () => {
    const caseId = await underReview();
    const after = await decideCase({ ...by(caseId), decision: DECISION });
    expect(after.projection).toMatchObject({ state: 'decided', regulatorOutcome: 'upheld' });
    const remedy = after.clocks.find(clock => clock.kind === 'remedy');
    expect(remedy).toMatchObject({ state: 'running', deadline: { dueOn: '2026-03-23' } });
    const row = await withActor(CASE_OFFICER, tx => tx.decision.findFirst({ where: { caseId } }));
    expect(row).toMatchObject({
      outcome: 'upheld',
      remedyDays: 10,
      amountMinor: 12_050n,
      decidedBy: 'Karim',
    });
  });

  test('orders nothing with a complaint that isn’t upheld', async () => {
    const caseId = await underReview();
    const after = await decideCase({ ...by(caseId), decision: { ...DECISION, outcome: 'not_upheld' } });
    expect(after.clocks.some(clock => clock.kind === 'remedy')).toBe(false);
    const row = await withActor(CASE_OFFICER, tx => tx.decision.findFirst({ where: { caseId } }));
    expect(row).toMatchObject({ remedy: null, remedyDays: null, amountMinor: null });
    const closed = await closeCase({ ...by(caseId), reason: 'no-remedy-due' });
    expect(closed.projection).toMatchObject({ state: 'closed', closedAt: NOW });
  });

  test('closes a resolved case as confirmed and for no other reason', async () => {
    const { caseId } = await serveTestCase();
    await recordTestEvents(caseId, [testAnswer(), { type: 'accepted', payload: {} }], { at: NOW });
    await expect(closeCase({ ...by(caseId), reason: 'no-remedy-due' })).rejects.toMatchObject({
      fields: { reason: { code: 'not-an-option' } },
    });
    expect((await closeCase({ ...by(caseId), reason: 'confirmed' })).projection.state).toBe('closed');
  });

  test('loses to who was faster, however close they were', async () => {
    const { caseId } = await serveTestCase();
    const notes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => addNote({ ...by(caseId), note: `Note ${index}` })),
    );
    const refused = notes.filter(note => note.status === 'rejected');
    expect(refused.map(note => note.reason.code)).toEqual(refused.map(() => 'case-changed'));
    const kept = await withActor(CASE_OFFICER, tx => tx.caseMessage.count({ where: { caseId } }));
    expect(kept).toBe(6 - refused.length);
  });

  test('notes what neither party reads', async () => {
    const { caseId } = await serveTestCase();
    await addNote({ ...by(caseId), note: 'Appelé l’opérateur.' });
    for (const reader of [complainantOf(caseId), liaisonOf('maroc-telecom'), staff('analyst')]) {
      const read = await withActor(reader, async tx => [
        ...(await tx.caseMessage.findMany({ where: { caseId } })),
        ...(await tx.caseEvent.findMany({ where: { caseId, type: 'note-added' } })),
      ]);
      expect(read, reader.role).toEqual([]);
    }
    const notes = await withActor(staff('auditor'), tx => tx.caseMessage.findMany({ where: { caseId } }));
    expect(notes).toMatchObject([{ kind: 'note', body: 'Appelé l’opérateur.' }]);
  });
});

describe('the other staff', () => {
  const verbs = {
    'return-for-information': (caseId: string, actor: Actor) =>
      returnForInformation({ ...by(caseId, actor), question: 'Quoi ?' }),
    'declare-inadmissible': (caseId: string, actor: Actor) =>
      declareInadmissible({ ...by(caseId, actor), reason: 'too-late', explanation: 'x' }),
    reroute: (caseId: string, actor: Actor) =>
      rerouteCase({ ...by(caseId, actor), operatorId: 'inwi', explanation: 'x' }),
    'take-under-review': (caseId: string, actor: Actor) => startReview(by(caseId, actor)),
  } as const;

  test.each(
    Object.keys(verbs).flatMap(verb =>
      (['analyst', 'auditor', 'administrator', 'liaison'] as const).map(role => [role, verb] as const),
    ),
  )('as %s can’t %s', async (role, verb) => {
    const { caseId } = await serveTestCase();
    const actor = role === 'liaison' ? liaisonOf('maroc-telecom') : staff(role);
    await expect(verbs[verb as keyof typeof verbs](caseId, actor)).rejects.toMatchObject({
      code: 'command-not-permitted',
    });
    const row = await withActor(staff('system'), tx => tx.case.findUniqueOrThrow({ where: { id: caseId } }));
    expect(row).toMatchObject({ state: 'served', servedAt: new Date(FILED_AT) });
  });

  test('as analyst can’t note, as auditor and administrator can', async () => {
    const { caseId } = await serveTestCase();
    await expect(addNote({ ...by(caseId, staff('analyst')), note: 'x' })).rejects.toMatchObject({
      code: 'command-not-permitted',
    });
    await addNote({ ...by(caseId, staff('auditor')), note: 'Vu.' });
    await addNote({ ...by(caseId, staff('administrator')), note: 'Vu.' });
  });
});
