import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { complainantOf } from '#app/domain/case/states.ts';
import { complaintOf } from '#app/enhance/offline/complaint-of.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { storedPhoto } from '#scripts/testing/stored-photo.ts';
import { deviceValues } from './device-copy.ts';
import { addDraftEvidence } from './draft-evidence.server.ts';
import { fileDraft } from './file-draft.server.ts';
import { type DeviceFiling, fileFromDevice } from './file-from-device.server.ts';
import type { FilingStep, StepAnswers } from './filing-steps.ts';
import { openDraft } from './open-draft.server.ts';
import { saveStep } from './save-step.server.ts';

const NOW = '2026-03-10T09:00:00.000Z';
const NEXT_YEAR = '2027-02-10T09:00:00.000Z';

const POSTED: Readonly<Partial<Record<FilingStep, StepAnswers>>> = {
  who: { track: 'consumer', organisationName: '', organisationNumber: '' },
  service: { operatorId: 'maroc-telecom', service: 'mobile', lineNumber: '0612345678' },
  problem: { category: 'mobile-outage', issues: ['mobile-outage/voice', 'customer-service/no-ticket'] },
  when: { startedAt: '2026-03-05T15:00', ongoing: 'no', endedAt: '2026-03-06', region: 'MA-06' },
  facts: { facts: { area: 'Gauthier', stillDown: 'no' }, vulnerability: 'work' },
  attempts: {
    attempts: [{ on: '2026-03-05', channel: 'hotline', result: 'saturated', ticket: '', note: '' }],
  },
};

/** What was written on the device after the network had gone. */
const WRITTEN_OFFLINE = {
  narrative: ['Plus de réseau pendant des heures, écrit sans réseau.'],
  remedySought: ['apology'],
  name: ['Amina Exemple'],
  email: ['amina@example.org'],
  language: ['fr'],
};

await testDatabase();
beforeAll(registerOperators);

/** A draft up to its attempts, with one file, and what a device that goes on with it sends. */
async function goneOnWith(file: string): Promise<DeviceFiling & { readonly token: string }> {
  let token = '';
  for (const [step, raw] of Object.entries(POSTED)) {
    const posted = { step: step as FilingStep, raw, language: 'fr', now: NOW } as const;
    ({ token } = await saveStep({ token: token || null, ...posted }));
  }
  await addDraftEvidence({ token, files: [storedPhoto(`${file}1`)], now: NOW });
  const draft = await openDraft(token, NOW);
  const values = { ...deviceValues(draft?.answers ?? {}), ...WRITTEN_OFFLINE };
  const json = JSON.stringify(complaintOf(values));
  const files = [storedPhoto(`${file}2`)];
  return { token, draftId: draft?.id ?? '', json, files, key: randomUUID(), now: NOW };
}

function filed(reference: string) {
  const system = { role: 'system', id: null, name: null, organisation: null } as const;
  return withActor(system, tx =>
    tx.case.findUniqueOrThrow({
      where: { reference },
      select: { id: true, evidence: { select: { sha256: true } }, _count: { select: { evidence: true } } },
    }),
  );
}

describe('a draft that a device went on with', () => {
  it('is filed with the answers of both, and with the files that had arrived and those of the device', async () => {
    const { reference, code, earlier } = await fileFromDevice(await goneOnWith('a'));
    expect(earlier).toBe(false);
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const { id, evidence } = await filed(reference);
    expect(evidence.map(({ sha256 }) => sha256.slice(0, 2)).sort()).toEqual(['a1', 'a2']);
    const [event] = await withActor(complainantOf(id), tx =>
      tx.caseEvent.findMany({ where: { caseId: id } }),
    );
    expect(event?.payload).toMatchObject({
      issues: ['mobile-outage/voice', 'customer-service/no-ticket'],
      startedAt: '2026-03-05T15:00:00.000Z',
      endedAt: '2026-03-06T00:00:00.000Z',
      facts: { area: 'Gauthier', stillDown: 'no' },
      vulnerability: ['work'],
      remedySought: ['apology'],
    });
  });

  it('is filed once, however often and however late it is sent, also when the browser forgot the draft', async () => {
    const filing = await goneOnWith('b');
    const answers = await Promise.all([fileFromDevice(filing), fileFromDevice(filing)]);
    answers.push(await fileFromDevice({ ...filing, now: NEXT_YEAR, token: null }));
    expect(new Set(answers.map(({ reference, code }) => `${reference} ${code}`)).size).toBe(1);
    const online = await fileDraft(filing.token, NOW);
    expect(online.reference).toBe(answers[0]?.reference);
  });

  it('stays as it was filed online meanwhile: the device is told so, and after an hour not the code', async () => {
    const filing = await goneOnWith('c');
    await saveStep({ token: filing.token, step: 'wish', raw: wish(), language: 'fr', now: NOW });
    await saveStep({ token: filing.token, step: 'evidence', raw: {}, language: 'fr', now: NOW });
    await saveStep({ token: filing.token, step: 'contact', raw: contact(), language: 'fr', now: NOW });
    const { reference, code } = await fileDraft(filing.token, NOW);
    expect(await fileFromDevice(filing)).toEqual({ reference, code, filedAt: NOW, earlier: true });
    const late = { ...filing, now: '2026-03-10T10:00:00.000Z' };
    await expect(fileFromDevice(late)).rejects.toMatchObject({ code: 'already-filed' });
    expect((await filed(reference))._count.evidence).toBe(1);
  });

  it('is refused with its fields, and nothing is filed or added', async () => {
    const filing = await goneOnWith('d');
    const json = JSON.stringify({ ...JSON.parse(filing.json), phone: '12' });
    await expect(fileFromDevice({ ...filing, json })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { phone: expect.anything() },
    });
    expect((await filed((await fileFromDevice(filing)).reference))._count.evidence).toBe(2);
  });

  it('is not to be found with another draft’s token, or without one', async () => {
    const [filing, other] = [await goneOnWith('e'), await goneOnWith('f')];
    for (const token of [null, other.token])
      await expect(fileFromDevice({ ...filing, token })).rejects.toMatchObject({ code: 'online-draft-gone' });
  });
});

function wish(): StepAnswers {
  return { narrative: WRITTEN_OFFLINE.narrative[0], remedySought: 'apology' };
}

function contact(): StepAnswers {
  return { name: 'Amina Exemple', email: 'amina@example.org', language: 'fr' };
}
