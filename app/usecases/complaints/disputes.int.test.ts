import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { CASE_OFFICER, FILED_AT, liaisonOf, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { storedPhoto } from '#scripts/testing/stored-photo.ts';
import { holdFiles } from '../casework/held-files.server.ts';
import { submitAnswer } from '../casework/submit-answer.server.ts';
import { runDueClocks } from '../clocks/run-due-clocks.server.ts';
import { activeProfile } from '../profile.server.ts';
import { loadCase } from './case-store.server.ts';
import { claimantOf } from './claimant.ts';
import { decideInterim } from './decide-interim.server.ts';
import type { Filer } from './drafts/filer.ts';
import { fileComplaint, issueReceipt } from './file-complaint.server.ts';
import { readCasePage } from './queries/case-page.server.ts';
import { listDisputesFiled, openDispute, readDispute } from './queries/disputes-filed.server.ts';
import { readComplaint } from './read-complaint.schema.ts';
import { completeService, prepareService } from './serve-case.server.ts';

await testDatabase();
beforeAll(registerOperators);

const CLAIMANT = liaisonOf('kleema');
const RESPONDENT = liaisonOf('inwi');
const FILER: Filer = { kind: 'operator', staffId: 'staff', name: 'Adil', organisation: 'kleema' };
const DESCRIPTION = 'Contrat avec son annexe tarifaire';

const DISPUTE = {
  track: 'wholesale',
  organisationName: 'Kleema',
  operatorId: 'inwi',
  service: 'interconnection',
  category: 'interconnection',
  issues: ['interconnection/refusal'],
  startedAt: '2026-01-02',
  region: 'MA-06',
  attempts: [],
  narrative: 'Le partenaire a coupé l’acheminement des appels sans préavis.',
  remedySought: ['interim-restoration'],
  name: 'Direction juridique',
  email: 'juridique@kleema.example',
  language: 'fr',
  facts: {
    agreement: 'Contrat de 2024',
    negotiationDates: 'Janvier 2026',
    interimMeasure: 'yes',
    interimMeasureAsked: 'Rétablir le service.',
    confidentialAnnexes: 'yes',
    confidentialityReason: 'Tarifs de gros.',
  },
};

function read(filedByOperator: string | undefined, changes: object = {}) {
  return readComplaint(
    { ...DISPUTE, ...changes },
    { profile: activeProfile(), now: FILED_AT, filedByOperator },
  );
}

function annexOf(caseId: string, party: 'complainant' | 'liaison') {
  return {
    id: randomUUID(),
    case_id: caseId,
    file_name: `contrat-${party}.pdf`,
    media_type: 'application/pdf',
    size: 10,
    sha256: 'a'.repeat(64),
    storage_key: `originals/${party}`,
    uploaded_by_role: party,
    withheld_as: DESCRIPTION,
    withheld_by: party === 'liaison' ? 'inwi' : null,
    uploaded_at: FILED_AT,
    copy_state: 'pending',
  };
}

async function fileDispute() {
  const complaint = read('kleema');
  if (!complaint.ok) throw new Error(JSON.stringify(complaint.fields));
  const receipt = issueReceipt(FILED_AT);
  const { caseId } = receipt;
  const annex = annexOf(caseId, 'complainant');
  const annexes = [
    { evidence_id: annex.id, case_id: caseId, party: 'complainant', description: DESCRIPTION, at: FILED_AT },
  ];
  await withActor(complainantOf(caseId), tx =>
    fileComplaint(tx, {
      complaint: complaint.value,
      receipt,
      evidence: [],
      filer: FILER,
      source: 'web',
      now: FILED_AT,
      rows: { evidence: [annex], annexes },
    }),
  );
  await prepareService(caseId, FILED_AT);
  await withActor(SYSTEM, async tx => {
    const delivery = await tx.delivery.findFirstOrThrow({ where: { caseId } });
    if (delivery.state === 'queued') await completeService(tx, delivery, FILED_AT);
  });
  return { ...receipt, annexId: annex.id };
}

/** What raw SQL shows, past every use case. */
function namesSeenBy(actor: Actor, caseId: string): Promise<readonly string[]> {
  return withActor(actor, async tx => {
    const rows = await tx.$queryRaw<{ file_name: string }[]>`
      SELECT file_name FROM evidence WHERE case_id = ${caseId}::uuid ORDER BY file_name`;
    return rows.map(({ file_name }) => file_name);
  });
}

describe('a dispute between operators', () => {
  test('is filed by a signed-in operator against another, and by nobody else', () => {
    expect(read(undefined)).toMatchObject({ ok: false, fields: { track: { code: 'not-an-option' } } });
    expect(read('inwi')).toMatchObject({ ok: false, fields: { operatorId: { code: 'not-an-option' } } });
    expect(read('kleema').ok).toBe(true);
  });

  test('is followed by the operator that filed it, and found by no other', async () => {
    const { reference, caseId } = await fileDispute();
    const listed = await listDisputesFiled(CLAIMANT);
    expect(listed.map(dispute => dispute.reference)).toContain(reference);
    expect(await listDisputesFiled(RESPONDENT)).toEqual([]);
    await expect(openDispute(liaisonOf('orange-maroc'), reference)).rejects.toThrow('not-found');
    const seen = await readDispute(CLAIMANT, reference, FILED_AT);
    expect(seen.commands).toContain('withdraw');
    expect(seen.seen.events?.[0]).toMatchObject({ type: 'filed', actorName: 'Adil' });
    // As a liaison, the claimant is no party: the respondent's queue and pages are not its own.
    const asLiaison = await withActor(CLAIMANT, tx => tx.case.findUnique({ where: { id: caseId } }));
    expect(asLiaison).toBeNull();
  });
});

describe('a confidential annex', () => {
  test('is read by the regulator and who filed it, through Prisma and raw SQL alike', async () => {
    const { caseId, reference, annexId } = await fileDispute();
    const ofAnswer = annexOf(caseId, 'liaison');
    await withActor(SYSTEM, async tx => {
      await tx.$executeRaw`INSERT INTO evidence SELECT * FROM jsonb_populate_record(NULL::evidence, ${JSON.stringify(ofAnswer)}::jsonb)`;
    });
    const claimant = claimantOf(CLAIMANT, caseId);
    expect(await namesSeenBy(claimant, caseId)).toEqual(['contrat-complainant.pdf']);
    expect(await namesSeenBy(claimantOf(CLAIMANT), caseId)).toEqual(['contrat-complainant.pdf']);
    expect(await namesSeenBy(RESPONDENT, caseId)).toEqual(['contrat-liaison.pdf']);
    expect(await namesSeenBy(CASE_OFFICER, caseId)).toHaveLength(2);
    expect(await namesSeenBy(liaisonOf('orange-maroc'), caseId)).toEqual([]);
    const hidden = await withActor(RESPONDENT, tx => tx.evidence.findUnique({ where: { id: annexId } }));
    expect(hidden).toBeNull();
    const page = await readCasePage(RESPONDENT, reference, FILED_AT);
    expect(page.seen.annexes).toMatchObject([{ description: DESCRIPTION, party: 'complainant' }]);
    expect(JSON.stringify(page)).not.toContain('contrat-complainant');
  });

  test('of an answer is told of to the other party once the answer is sent, and stays unread', async () => {
    const { caseId, reference } = await fileDispute();
    const order = { actor: RESPONDENT, caseId, now: '2026-03-12T10:00:00.000Z' };
    const files = [storedPhoto('c0de')];
    const held = await holdFiles({ ...order, files, named: [], withheldAs: 'Relevé de trafic' });
    const item = {
      issue: 'interconnection/refusal',
      outcome: 'rejected',
      cause: 'La convention de 2024 a pris fin le 31 décembre, sans nouvel accord depuis.',
      evidenceIds: [...held.values()],
    };
    const message = 'Kleema a reçu le préavis de résiliation le 30 septembre, en courrier recommandé.';
    const ours = async () => {
      const { seen } = await readDispute(CLAIMANT, reference, FILED_AT);
      return seen.annexes?.filter(({ party }) => party === 'liaison');
    };
    expect(await ours()).toEqual([]);
    const sent = await submitAnswer({ ...order, answer: { items: [item], message } });
    expect(sent.kind).toBe('sent');
    expect(await ours()).toMatchObject([{ description: 'Relevé de trafic' }]);
    expect(await namesSeenBy(claimantOf(CLAIMANT, caseId), caseId)).toEqual(['contrat-complainant.pdf']);
    expect(await namesSeenBy(RESPONDENT, caseId)).toEqual(['c0de.jpg']);
  });

  test('of the operator that had the case before stays hidden from the one that has it now', async () => {
    const { caseId } = await fileDispute();
    const ofAnswer = annexOf(caseId, 'liaison');
    await withActor(SYSTEM, async tx => {
      await tx.$executeRaw`INSERT INTO evidence SELECT * FROM jsonb_populate_record(NULL::evidence, ${JSON.stringify(ofAnswer)}::jsonb)`;
      await tx.case.update({ where: { id: caseId }, data: { operatorId: 'orange-maroc' } });
    });
    expect(await namesSeenBy(liaisonOf('orange-maroc'), caseId)).toEqual([]);
  });
});

describe('an interim measure', () => {
  const clockOf = async (caseId: string) =>
    withActor(SYSTEM, tx => tx.clock.findFirstOrThrow({ where: { caseId, kind: 'interim' } }));

  test('has a clock of its own from the filing, which the decision stops', async () => {
    const { caseId } = await fileDispute();
    const clock = await clockOf(caseId);
    expect(clock).toMatchObject({ state: 'running', ruleId: 'ma-interim-1' });
    expect(clock.startedAt.toISOString()).toBe(FILED_AT);
    const now = '2026-03-12T10:00:00.000Z';
    const reasons = 'Les abonnés sont coupés : le service reprend.';
    await decideInterim({ actor: CASE_OFFICER, caseId, now, decision: 'granted', reasons });
    expect((await clockOf(caseId)).state).toBe('stopped');
    const stored = await withActor(SYSTEM, tx => tx.case.findUniqueOrThrow({ where: { id: caseId } }));
    expect(stored).toMatchObject({ interim: 'granted', state: 'served' });
    const mails = await withActor(SYSTEM, tx => tx.mailOutbox.findMany({ where: { caseId } }));
    const kinds = mails.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['complainant.decide-interim', 'operator.decide-interim']));
    expect(kinds).not.toContain('complainant.file');
    const again = decideInterim({ actor: CASE_OFFICER, caseId, now, decision: 'refused', reasons });
    await expect(again).rejects.toThrow('command-not-permitted');
  });

  test('that is not decided in time is a breach told to the regulator, not the operator’s', async () => {
    const { caseId } = await fileDispute();
    const due = (await clockOf(caseId)).dueAt.getTime();
    await runDueClocks(new Date(due + 60_000).toISOString());
    const { events, projection } = await withActor(SYSTEM, tx => loadCase(tx, caseId));
    expect(events.some(event => event.type === 'clock-breached' && event.payload.clock === 'interim')).toBe(
      true,
    );
    expect(projection.respondBreached).toBe(false);
  });
});
