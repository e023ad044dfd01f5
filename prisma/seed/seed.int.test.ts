import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATES, SYSTEM } from '#app/domain/case/states.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { openCaseByReceipt } from '#app/usecases/accounts/open-case-by-receipt.server.ts';
import { syncRegister } from '#app/usecases/accounts/sync-register.server.ts';
import { demonstrationCaseId } from '#app/usecases/demonstration/demonstration-receipt.server.ts';
import { readDemonstration } from '#app/usecases/demonstration/read-demonstration.server.ts';
import { signInToDemonstration } from '#app/usecases/demonstration/sign-in-to-demonstration.server.ts';
import { verifyEvents } from '#app/usecases/verification/verify-events.server.ts';
import { verifyProjections } from '#app/usecases/verification/verify-projections.server.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { localTime } from './local-time.ts';
import { seedDemonstration } from './seed.ts';

await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'recours-seed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A Friday; the Thursday of the story is the one eight days before. */
const NOW = '2026-11-20T12:00:00.000Z';

beforeAll(async () => {
  setEnv({ RECOURS_PROFILE: 'ma', STORAGE_DIR: folder });
  await syncRegister();
  await seedDemonstration(NOW);
}, 300_000);

function counts() {
  return withActor(SYSTEM, async tx => ({
    cases: await tx.case.count(),
    events: await tx.caseEvent.count(),
    evidence: await tx.evidence.count(),
    users: await database().user.count(),
  }));
}

function storedStory(key: string) {
  return withActor(SYSTEM, tx =>
    tx.case.findUniqueOrThrow({
      where: { id: demonstrationCaseId(key) },
      include: { statement: true, identity: true, evidence: true },
    }),
  );
}

describe('the demonstration of Morocco', () => {
  test('has cases in every state of the lifecycle', async () => {
    const states = await withActor(SYSTEM, tx => tx.case.groupBy({ by: ['state'], _count: true }));
    expect(states.map(({ state }) => state).sort()).toEqual(STATES.filter(state => state !== 'draft').sort());
    expect((await counts()).cases).toBeGreaterThan(480);
  });

  test('has ratings of cases that are over, and an SMS for the outbox', async () => {
    const ratings = await withActor(SYSTEM, tx => tx.experienceRating.count());
    expect(ratings).toBeGreaterThan(100);
    const sms = await withActor(SYSTEM, tx => tx.mailOutbox.findMany({ where: { channel: 'sms' } }));
    expect(sms).toMatchObject([{ kind: 'complainant.answer', recipient: '+212600000142' }]);
  });

  test('is not written twice', async () => {
    const before = await counts();
    const accounts = await seedDemonstration('2026-11-27T12:00:00.000Z');
    expect(await counts()).toEqual(before);
    expect(accounts.filter(({ role }) => role === 'liaison')).toHaveLength(10);
  });

  test('has sound chains, rows that follow from them, and figures that equal a recount', async () => {
    expect((await verifyEvents()).faults).toEqual([]);
    expect(await verifyProjections()).toMatchObject({ rows: [], figures: [] });
  });

  test('leaves nothing to the worker that was due before it began', async () => {
    const due = await withActor(SYSTEM, tx =>
      tx.clock.count({ where: { state: { in: ['running', 'paused'] }, dueAt: { lt: new Date(NOW) } } }),
    );
    expect(due).toBe(0);
  });

  test('gives every operator something due, something overdue and something disputed', async () => {
    const open = await withActor(SYSTEM, tx =>
      tx.case.findMany({ where: { state: { in: ['served', 'returned', 'disputed'] } } }),
    );
    const week = new Date('2026-11-27T23:00:00.000Z');
    for (const operatorId of ['maroc-telecom', 'orange-maroc', 'inwi']) {
      const queue = open.filter(found => found.operatorId === operatorId);
      const due = queue.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
      expect(due.some(at => at < new Date(NOW))).toBe(true);
      expect(due.some(at => at > new Date(NOW) && at < week)).toBe(true);
      expect(queue.some(({ state }) => state === 'disputed')).toBe(true);
    }
  });

  test('tells the story of Maroc Telecom with its facts and its earlier faults', async () => {
    const { facts, statement, identity, evidence, ...story } = await storedStory('maroc-telecom');
    expect(story).toMatchObject({
      state: 'served',
      track: 'business',
      category: 'mobile-outage',
      issues: ['mobile-outage/voice', 'customer-service/customer-service-unreachable'],
      startedAt: new Date(localTime('2026-11-12', '15:00')),
      remedySought: ['apology', 'compensation'],
    });
    expect(facts).toMatchObject({
      monthlySpend: { amountMinor: 200_000, currency: 'MAD' },
      stillDown: 'yes',
    });
    expect(statement?.narrative).toMatch(/15 heures.*17 heures.*17 h 30.*3030/s);
    expect(statement?.attempts).toMatchObject([{ channel: 'hotline', result: 'saturated' }]);
    expect(identity?.organisationName).not.toBeNull();
    expect(evidence).toHaveLength(2);
    const recurring = await withActor(SYSTEM, tx =>
      tx.case.count({ where: { complainantKey: story.complainantKey, operatorId: 'maroc-telecom' } }),
    );
    expect(recurring).toBe(3);
  });

  test('tells the dispute of Kleema with Wana in the years in which it happened', async () => {
    const { facts, ...story } = await storedStory('kleema-wana');
    expect(story).toMatchObject({
      track: 'wholesale',
      operatorId: 'inwi',
      issues: ['interconnection/refusal', 'interconnection/unilateral-termination'],
      state: 'under_review',
    });
    expect(story.startedAt?.toISOString().slice(0, 13)).toBe('2009-09-07T17');
    expect(facts).toMatchObject({
      agreementEnds: '2011-03-01',
      subscribersAffected: 50_000,
      interimMeasure: 'yes',
    });
    expect((await storedStory('kleema-subscriber')).track).toBe('consumer');
  });

  test('names its people and cases, whose codes open them', async () => {
    const { regulator, operators, stories, trials } = await readDemonstration();
    expect(regulator.map(({ role }) => role)).toEqual([
      'case_officer',
      'analyst',
      'auditor',
      'administrator',
    ]);
    expect(operators.every(({ liaisons }) => liaisons.length >= 2)).toBe(true);
    expect(trials.map(({ state }) => state)).toEqual(['served', 'answered', 'returned', 'under_review']);
    for (const { key, reference, code, workers } of [...stories, ...trials]) {
      expect(workers.liaison).toMatch(/^liaison1@/);
      expect(workers.officer).toBe('case-officer@regulator.example');
      const opened = await openCaseByReceipt({ reference, code, address: '192.0.2.1' });
      expect(opened.caseId).toBe(demonstrationCaseId(key));
    }
  });

  test('signs a visitor in as one of its people and as nobody else', async () => {
    const { cookies, landing } = await signInToDemonstration('liaison1@inwi.example');
    expect(cookies[0]).toMatch(/^recours\.session_token=/);
    expect(landing).toBe('/operator');
    const named = await signInToDemonstration('case-officer@regulator.example', 'MA-2026-3XRZ-P16B-Z');
    expect(named.landing).toBe('/regulator/cases/MA-2026-3XRZ-P16B-Z');
    const mistyped = await signInToDemonstration('case-officer@regulator.example', '//elsewhere.example');
    expect(mistyped.landing).toBe('/regulator');
    await expect(signInToDemonstration('somebody@else.example')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('does not exist on a production instance', async () => {
    setEnv({
      RECOURS_INSTANCE: 'production',
      PUBLIC_URL: 'https://recours.example',
      SMTP_URL: 'smtp://mail.example',
      MAIL_FROM: 'recours@recours.example',
    });
    const refused = { code: 'demonstration-only' };
    await expect(seedDemonstration(NOW)).rejects.toMatchObject(refused);
    await expect(readDemonstration()).rejects.toMatchObject(refused);
    await expect(signInToDemonstration('liaison1@inwi.example')).rejects.toMatchObject(refused);
    setEnv({ RECOURS_INSTANCE: 'test' });
  });
});
