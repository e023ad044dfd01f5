import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { complainantOf } from '#app/domain/case/states.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { randomToken } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { slowHash } from '#app/platform/slow-hash.server.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { storedPhoto } from '#scripts/testing/stored-photo.ts';
import { deleteDraft } from './delete-draft.server.ts';
import { addDraftEvidence, listDraftEvidence, removeFromDraft } from './draft-evidence.server.ts';
import { fileDraft } from './file-draft.server.ts';
import type { FilingStep } from './filing-steps.ts';
import { openDraft } from './open-draft.server.ts';
import { saveStep } from './save-step.server.ts';

const NOW = '2026-03-10T09:00:00.000Z';

const POSTED: Readonly<Record<FilingStep, Record<string, unknown>>> = {
  who: { track: 'consumer', organisationName: '', organisationNumber: '' },
  service: { operatorId: 'maroc-telecom', service: 'mobile', lineNumber: '0612345678' },
  problem: { category: 'mobile-outage', issues: ['mobile-outage/voice', 'customer-service/no-ticket'] },
  when: { startedAt: '2026-03-05T15:00', ongoing: 'no', endedAt: '2026-03-06', region: 'MA-06' },
  facts: { facts: { area: 'Gauthier', stillDown: 'no' }, vulnerability: 'work' },
  attempts: {
    attempts: [
      { on: '2026-03-05', channel: 'hotline', result: 'saturated', ticket: '', note: '' },
      { on: '', channel: '', result: '', ticket: '', note: '' },
    ],
  },
  wish: { narrative: 'Plus de réseau pendant des heures, sans aucune information.', remedySought: 'apology' },
  evidence: {},
  contact: { name: 'Amina Exemple', email: 'Amina@Example.org', phone: '', language: 'fr' },
};

const STEPS = Object.keys(POSTED) as FilingStep[];
const database = await testDatabase();
const behind = new pg.Client({ connectionString: database.superuserUrl });

beforeAll(async () => {
  await behind.connect();
  await registerOperators();
});
afterAll(() => behind.end());

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await behind.query(`SELECT count(*)::int AS n FROM "${table}" WHERE ${where}`);
  return rows[0].n;
}

/** A draft whose steps up to `last` are accepted. */
async function draftUntil(last: FilingStep, changes: Partial<typeof POSTED> = {}): Promise<string> {
  let token: string | null = null;
  for (const step of STEPS.slice(0, STEPS.indexOf(last) + 1)) {
    const raw = { ...POSTED[step], ...changes[step] };
    const saved = await saveStep({ token, step, raw, language: 'fr', now: NOW });
    token = saved.token;
  }
  if (token === null) throw new Error('no step was saved');
  return token;
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; fields: FieldErrors }> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return { code: error.code, fields: error.fields };
}

describe('a draft', () => {
  it('is found again by the token alone, with what was answered', async () => {
    const token = await draftUntil('problem');
    const draft = await openDraft(token, NOW);
    expect(draft?.answers.service).toEqual(POSTED.service);
    expect(draft?.expiresAt.toISOString()).toBe('2026-04-09T22:59:59.999Z');
    expect(await openDraft(randomToken(), NOW)).toBeNull();
    expect(await count('draft', `data::text LIKE '%${token}%' OR token_hash = '${token}'`)).toBe(0);
  });

  it('is gone after its last day', async () => {
    const token = await draftUntil('who');
    expect(await openDraft(token, '2026-04-09T22:59:59.998Z')).not.toBeNull();
    expect(await openDraft(token, '2026-04-09T23:00:00.000Z')).toBeNull();
  });

  it('is kept past the day from which a complaint that came too early may be filed', async () => {
    const facts = { facts: { disputedLines: 'Option' }, vulnerability: '' };
    const problem = { category: 'billing', issues: 'billing/error' };
    const attempts = { attempts: [{ on: '2026-03-09', channel: 'shop', result: 'refused' }] };
    const token = await draftUntil('contact', { problem, facts, attempts });
    const { code, fields } = await refusalOf(fileDraft(token, NOW));
    expect(code).toBe('not-admissible');
    expect(fields.attempts).toEqual({ code: 'too-early', params: { earliestOn: '2026-03-19' } });
    expect((await openDraft(token, '2026-03-19T09:00:00.000Z'))?.filedCaseId).toBeNull();
    expect((await fileDraft(token, '2026-03-19T09:00:00.000Z')).code).not.toBeNull();
  });

  it('forgets the facts of a category that is changed, and a category that is no longer offered', async () => {
    const token = await draftUntil('attempts');
    const raw = { category: 'coverage-quality', issues: 'coverage-quality/speed' };
    await saveStep({ token, step: 'problem', raw, language: 'fr', now: NOW });
    expect((await openDraft(token, NOW))?.answers.facts).toBeUndefined();
    const service = { operatorId: 'maroc-telecom', service: 'email-hosting', lineNumber: '' };
    await saveStep({ token, step: 'service', raw: service, language: 'fr', now: NOW });
    const draft = await openDraft(token, NOW);
    expect(draft?.answers.problem).toBeUndefined();
    expect(draft?.answers.attempts).toBeDefined();
  });

  it('drops answers to facts that are not asked', async () => {
    const facts = { area: 'Gauthier', stillDown: 'no', earlierFaults: 'no', earlierFaultsDetails: 'hidden' };
    const token = await draftUntil('facts', { facts: { facts, vulnerability: [] } });
    expect((await openDraft(token, NOW))?.answers.facts?.facts).toEqual({
      area: 'Gauthier',
      stillDown: 'no',
      earlierFaults: 'no',
    });
  });

  it('is deleted with its files, and only by who holds its token', async () => {
    const token = await draftUntil('wish');
    await addDraftEvidence({ token, files: [storedPhoto('d1')], now: NOW });
    await deleteDraft(randomToken());
    expect(await openDraft(token, NOW)).not.toBeNull();
    await deleteDraft(token);
    await deleteDraft(token);
    expect(await openDraft(token, NOW)).toBeNull();
    expect(await count('evidence', `file_name = 'd1.jpg'`)).toBe(0);
  });

  it("takes a file out, but not another draft's", async () => {
    const token = await draftUntil('wish');
    const other = await draftUntil('wish');
    await addDraftEvidence({ token, files: [storedPhoto('e1'), storedPhoto('e2')], now: NOW });
    const [first] = await listDraftEvidence(token);
    const evidenceId = first?.id ?? '';
    await removeFromDraft({ token: other, evidenceId, now: NOW });
    expect(await listDraftEvidence(token)).toHaveLength(2);
    await removeFromDraft({ token, evidenceId, now: NOW });
    await removeFromDraft({ token, evidenceId, now: NOW });
    expect(await listDraftEvidence(token)).toHaveLength(1);
  });
});

const filedPayload = z.object({
  evidence: z.array(z.object({ evidenceId: z.string(), sha256: z.string() })),
});

describe('filing a draft', () => {
  it('makes one case and one receipt, however often the form is sent at once', async () => {
    const token = await draftUntil('contact');
    await addDraftEvidence({ token, files: [storedPhoto('a1'), storedPhoto('a2')], now: NOW });
    const before = await count('case');
    const filed = await Promise.all(Array.from({ length: 4 }, () => fileDraft(token, NOW)));
    const replayed = await fileDraft(token, '2026-03-10T09:30:00.000Z');
    expect(await count('case')).toBe(before + 1);
    expect(new Set([...filed, replayed].map(({ reference, code }) => `${reference} ${code}`)).size).toBe(1);
    const { caseId, code } = replayed;
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const { rows } = await behind.query('SELECT receipt_hash FROM "case" WHERE id = $1', [caseId]);
    const stored: string = rows[0].receipt_hash;
    expect(stored).toBe(await slowHash(code ?? '', stored.slice(0, stored.lastIndexOf('$'))));
  });

  it('moves the files to the case and seals them in its first event', async () => {
    const token = await draftUntil('contact');
    await addDraftEvidence({ token, files: [storedPhoto('b1'), storedPhoto('b2')], now: NOW });
    const { caseId } = await fileDraft(token, NOW);
    const evidence = await withActor(complainantOf(caseId), tx =>
      tx.evidence.findMany({ where: { caseId } }),
    );
    const [event] = await withActor(complainantOf(caseId), tx =>
      tx.caseEvent.findMany({ where: { caseId } }),
    );
    const { evidence: sealed } = filedPayload.parse(event?.payload);
    expect(sealed.map(({ evidenceId, sha256 }) => `${evidenceId} ${sha256}`).sort()).toEqual(
      evidence.map(({ id, sha256 }) => `${id} ${sha256}`).sort(),
    );
    expect(sealed).toHaveLength(2);
    expect(await listDraftEvidence(token)).toHaveLength(0);
  });

  it('leaves no personal data in the draft, which takes nothing more', async () => {
    const token = await draftUntil('contact');
    const { caseId } = await fileDraft(token, NOW);
    expect(await count('draft', `filed_case_id = '${caseId}' AND data = '{}'`)).toBe(1);
    const again = saveStep({ token, step: 'contact', raw: POSTED.contact, language: 'fr', now: NOW });
    expect((await refusalOf(again)).code).toBe('already-filed');
    const late = addDraftEvidence({ token, files: [storedPhoto('c1')], now: NOW });
    expect((await refusalOf(late)).code).toBe('already-filed');
    const next = await saveStep({ token, step: 'who', raw: POSTED.who, language: 'fr', now: NOW });
    expect(next.token).not.toBe(token);
  });

  it('shows the code for an hour, then only the reference', async () => {
    const token = await draftUntil('contact');
    const { reference } = await fileDraft(token, NOW);
    const later = await fileDraft(token, '2026-03-10T10:00:00.000Z');
    expect(later).toMatchObject({ reference, code: null });
  });

  it('reads every answer again: what the database holds by manipulation is refused with its field', async () => {
    const token = await draftUntil('contact');
    const before = await count('case');
    await behind.query(
      `UPDATE draft SET data = jsonb_set(jsonb_set(data, '{answers,service,operatorId}', '"nobody"'),
        '{answers,contact,isAdministrator}', 'true') WHERE id = $1`,
      [(await openDraft(token, NOW))?.id],
    );
    const { code, fields } = await refusalOf(fileDraft(token, NOW));
    expect(code).toBe('invalid-input');
    expect(fields).toEqual({
      operatorId: { code: 'not-an-option' },
      isAdministrator: { code: 'unknown-field' },
    });
    expect(await count('case')).toBe(before);
    expect((await openDraft(token, NOW))?.answers.contact).toBeDefined();
  });

  it('refuses tokens that were never given, and drafts that are not complete', async () => {
    for (const token of ['', randomUUID(), randomToken(), "' OR true --"]) {
      expect((await refusalOf(fileDraft(token, NOW))).code).toBe('draft-expired');
    }
    const { code, fields } = await refusalOf(fileDraft(await draftUntil('when'), NOW));
    expect(code).toBe('invalid-input');
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['narrative', 'name', 'remedySought']));
  });
});

describe('hostile answers', () => {
  it('with a fact named __proto__ reach neither the draft nor any object', async () => {
    const facts = JSON.parse('{"__proto__": {"polluted": "x"}, "area": "x", "stillDown": "no"}');
    const token = await draftUntil('facts', { facts: { facts } });
    expect((await openDraft(token, NOW))?.answers.facts?.facts).toEqual({ area: 'x', stillDown: 'no' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each<[string, FilingStep, Record<string, unknown>, string]>([
    ['a narrative of ten million letters', 'wish', { narrative: 'a'.repeat(10_000_000) }, 'narrative'],
    ['a narrative with a NUL', 'wish', { narrative: `${'a'.repeat(40)}\0` }, 'narrative'],
    ['a list for a text', 'wish', { narrative: ['a', 'b'] }, 'narrative'],
    ['an object for a choice', 'who', { track: { $ne: null } }, 'track'],
    ['a text for the attempts', 'attempts', { attempts: 'none' }, 'attempts'],
    ['a field more in an attempt', 'attempts', { attempts: [{ on: '2026-03-05', x: 'y' }] }, 'attempts.0.x'],
    [
      'too many attempts',
      'attempts',
      { attempts: Array.from({ length: 99 }, () => ({ on: 'x' })) },
      'attempts',
    ],
    ['a text for the facts', 'facts', { facts: 'area' }, 'facts'],
    ['a list for the facts', 'facts', { facts: ['area'] }, 'facts'],
    ['a fact that nobody asks', 'facts', { facts: { area: 'x', stillDown: 'no', y: 'z' } }, 'facts.y'],
    ['an issue that does not exist', 'problem', { issues: 'mobile-outage/everything' }, 'issues.0'],
    ['a day that does not exist', 'when', { startedAt: '2026-02-30' }, 'startedAt'],
    ['an end before the start', 'when', { endedAt: '2026-03-01' }, 'endedAt'],
    ['a service that the operator does not sell', 'service', { operatorId: 'kleema' }, 'service'],
    ['an address that is none', 'contact', { email: 'a@b\r\nBcc: c@d.example' }, 'email'],
  ])('%s: refused with the field, and nothing changes', async (_what, step, raw, field) => {
    const earlier = STEPS[STEPS.indexOf(step) - 1];
    const token = earlier === undefined ? null : await draftUntil(earlier);
    const [answers, drafts] = [token && (await openDraft(token, NOW))?.answers, await count('draft')];
    const posted = { token, step, raw: { ...POSTED[step], ...raw }, language: 'fr', now: NOW } as const;
    const { code, fields } = await refusalOf(saveStep(posted));
    expect(code).toBe('invalid-input');
    expect(Object.keys(fields)).toContain(field);
    expect(token && (await openDraft(token, NOW))?.answers).toEqual(answers);
    expect(await count('draft')).toBe(drafts);
  });
});
