import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { openSecrets } from '#app/usecases/notifications/note-secrets.server.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { issueDraftCode, resumeDraft } from './draft-keys.server.ts';
import { cancelPlan, leaveDraft, readPlan } from './draft-plan.server.ts';
import type { FilingStep } from './filing-steps.ts';
import { forgetDraft } from './forget-draft.server.ts';
import { openDraft } from './open-draft.server.ts';
import { runDraftPlans } from './run-draft-plans.server.ts';
import { saveStep } from './save-step.server.ts';
import { sendResumeLink } from './send-resume-link.server.ts';

const NOW = '2026-03-10T09:00:00.000Z';
/** The first day on which the rule takes the complaint below. */
const THE_DAY = '2026-03-19T09:00:00.000Z';

const POSTED: Readonly<Record<FilingStep, Record<string, unknown>>> = {
  who: { track: 'consumer', organisationName: '', organisationNumber: '' },
  service: { operatorId: 'maroc-telecom', service: 'mobile', lineNumber: '0612345678' },
  problem: { category: 'billing', issues: 'billing/error' },
  when: { startedAt: '2026-03-05', ongoing: 'no', endedAt: '2026-03-06', region: 'MA-06' },
  facts: { facts: { disputedLines: 'Option' }, vulnerability: '' },
  attempts: { attempts: [{ on: '2026-03-09', channel: 'shop', result: 'refused' }] },
  wish: { narrative: 'La facture compte deux fois la même option.', remedySought: 'correct-bill' },
  evidence: {},
  contact: { name: 'Amina Exemple', email: 'amina@example.org', phone: '', language: 'fr' },
};

const STEPS = Object.keys(POSTED) as FilingStep[];
const database = await testDatabase();
const behind = new pg.Client({ connectionString: database.superuserUrl });

beforeAll(async () => {
  await behind.connect();
  await registerOperators();
});
afterAll(() => behind.end());

async function draftUntil(last: FilingStep): Promise<string> {
  let token: string | null = null;
  for (const step of STEPS.slice(0, STEPS.indexOf(last) + 1)) {
    const saved = await saveStep({ token, step, raw: POSTED[step], language: 'fr', now: NOW });
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

async function notesOf(kind: string): Promise<readonly { recipient: string; secret: string }[]> {
  const { rows } = await behind.query('SELECT recipient, secret FROM mail_outbox WHERE kind = $1', [kind]);
  return rows;
}

function keyIn(link: string | undefined): string {
  return new URL(link ?? '').searchParams.get('key') ?? '';
}

const from = { address: '192.0.2.1', now: NOW };

describe('a code for a draft', () => {
  it('opens the draft anywhere, as often as needed, and is kept as a digest only', async () => {
    const token = await draftUntil('problem');
    const code = await issueDraftCode(token, NOW);
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    for (const typed of [code, code.toLowerCase().replaceAll('-', ' ')]) {
      expect((await resumeDraft({ ...from, kind: 'code', secret: typed })).token).toBe(token);
    }
    const { rows } = await behind.query('SELECT * FROM draft_key');
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends when a new one is shown, and when the draft ends', async () => {
    const token = await draftUntil('who');
    const first = await issueDraftCode(token, NOW);
    const second = await issueDraftCode(token, NOW);
    const refused = await refusalOf(resumeDraft({ ...from, kind: 'code', secret: first }));
    expect(refused.fields).toEqual({ code: { code: 'unknown-code' } });
    const late = { ...from, now: '2026-05-01T00:00:00.000Z' };
    expect((await refusalOf(resumeDraft({ ...late, kind: 'code', secret: second }))).fields.code?.code).toBe(
      'unknown-code',
    );
  });

  it('is told apart from what can be no code at all', async () => {
    const refused = await refusalOf(resumeDraft({ ...from, kind: 'code', secret: 'hello' }));
    expect(refused.fields.code?.code).toBe('mistyped');
  });

  it('can be guessed at for a while only', async () => {
    const guess = () =>
      resumeDraft({ address: '192.0.2.9', now: NOW, kind: 'code', secret: '0000-0000-0000-0000' });
    const codes: string[] = [];
    for (let tries = 0; tries < 22; tries += 1) codes.push((await refusalOf(guess())).code);
    expect(codes.at(0)).toBe('invalid-input');
    expect(codes.at(-1)).toBe('too-many-requests');
  });
});

describe('a link to a draft', () => {
  it('is mailed, opens once, and says nothing in the outbox in clear', async () => {
    const token = await draftUntil('problem');
    await sendResumeLink({ token, email: 'amina@example.org', language: 'fr', now: NOW });
    const [note] = await notesOf('start.resume-link');
    expect(note?.recipient).toBe('amina@example.org');
    expect(note?.secret).not.toContain('http');
    const key = keyIn(openSecrets(note?.secret ?? null).link);
    expect((await resumeDraft({ ...from, kind: 'link', secret: key })).token).toBe(token);
    expect((await refusalOf(resumeDraft({ ...from, kind: 'link', secret: key }))).code).toBe('draft-expired');
  });
});

describe('a draft that is left with the portal', () => {
  it('is answered for on its day by a reminder with a link, once', async () => {
    const token = await draftUntil('attempts');
    await leaveDraft({
      token,
      raw: { kind: 'remind', email: 'Rappel@example.org' },
      language: 'fr',
      now: NOW,
    });
    expect(await readPlan(token)).toEqual({
      ...{ kind: 'remind', dueOn: '2026-03-19', channel: 'mail', address: 'rappel@example.org' },
    });
    await runDraftPlans('2026-03-18T22:00:00.000Z');
    expect(await notesOf('start.reminder')).toHaveLength(0);
    await Promise.all([runDraftPlans(THE_DAY), runDraftPlans(THE_DAY)]);
    await runDraftPlans(THE_DAY);
    const notes = await notesOf('start.reminder');
    expect(notes.map(({ recipient }) => recipient)).toEqual(['rappel@example.org']);
    const key = keyIn(openSecrets(notes[0]?.secret ?? null).link);
    const back = await resumeDraft({ ...from, now: THE_DAY, kind: 'link', secret: key });
    expect(back.token).toBe(token);
    expect(await readPlan(token)).toBeNull();
  });

  it('is filed on its day for who asked for it, complete and with consent', async () => {
    const token = await draftUntil('contact');
    const raw = { kind: 'file', consent: 'on', email: '', phone: '' };
    await leaveDraft({ token, raw, language: 'fr', now: NOW });
    await runDraftPlans('2026-03-18T22:00:00.000Z');
    expect((await openDraft(token, NOW))?.filedCaseId).toBeNull();
    await runDraftPlans(THE_DAY);
    await runDraftPlans(THE_DAY);
    const caseId = (await openDraft(token, THE_DAY))?.filedCaseId;
    expect(caseId).toEqual(expect.any(String));
    const { rows } = await behind.query('SELECT count(*)::int AS n FROM "case" WHERE id = $1', [caseId]);
    expect(rows).toEqual([{ n: 1 }]);
    expect(await notesOf('start.not-filed')).toHaveLength(0);
  });

  it('is not filed without consent, nor before everything is answered', async () => {
    const complete = await draftUntil('contact');
    const file = { raw: { kind: 'file' }, language: 'fr', now: NOW } as const;
    expect((await refusalOf(leaveDraft({ token: complete, ...file }))).fields).toHaveProperty('consent');
    const begun = await draftUntil('attempts');
    const agreed = { ...file, raw: { kind: 'file', consent: 'on' } };
    expect((await refusalOf(leaveDraft({ token: begun, ...agreed }))).code).toBe('malformed-request');
  });

  it('stays as it is when that is cancelled', async () => {
    const token = await draftUntil('contact');
    await leaveDraft({ token, raw: { kind: 'file', consent: 'on' }, language: 'fr', now: NOW });
    await cancelPlan(token);
    expect(await readPlan(token)).toBeNull();
    await runDraftPlans(THE_DAY);
    expect((await openDraft(token, THE_DAY))?.filedCaseId).toBeNull();
  });

  it('waits longer when the first contact turns out to be later', async () => {
    const token = await draftUntil('attempts');
    await leaveDraft({
      token,
      raw: { kind: 'remind', email: 'plus-tard@example.org' },
      language: 'fr',
      now: NOW,
    });
    const later = { attempts: [{ on: '2026-03-15', channel: 'letter', result: 'no-answer' }] };
    await saveStep({ token, step: 'attempts', raw: later, language: 'fr', now: '2026-03-16T09:00:00.000Z' });
    await runDraftPlans(THE_DAY);
    expect((await readPlan(token))?.dueOn).toBe('2026-03-25');
  });

  it('needs an address for the reminder', async () => {
    const token = await draftUntil('attempts');
    const nothing = leaveDraft({ token, raw: { kind: 'remind' }, language: 'fr', now: NOW });
    expect((await refusalOf(nothing)).fields).toEqual({ email: { code: 'required' } });
  });
});

describe('a computer that forgets everything', () => {
  it('takes its draft along, unless that was kept for elsewhere', async () => {
    const alone = await draftUntil('problem');
    await forgetDraft(alone, NOW);
    expect(await openDraft(alone, NOW)).toBeNull();
    const withCode = await draftUntil('problem');
    await issueDraftCode(withCode, NOW);
    await forgetDraft(withCode, NOW);
    expect(await openDraft(withCode, NOW)).not.toBeNull();
  });
});

describe('the page on how to reach somebody', () => {
  it('asks for a number where an SMS is wanted', async () => {
    const token = await draftUntil('evidence');
    const save = (raw: object) =>
      saveStep({ token, step: 'contact', raw: { ...POSTED.contact, ...raw }, language: 'fr', now: NOW });
    expect(await refusalOf(save({ notifyBySms: 'on' }))).toMatchObject({
      fields: { phone: { code: 'phone-for-sms' } },
    });
    await expect(save({ notifyBySms: 'on', phone: '0661234567' })).resolves.toMatchObject({ token });
  });
});
