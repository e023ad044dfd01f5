import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { profiles } from '#profiles/index.ts';
import {
  CASE_OFFICER,
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { runDueClocks } from '../clocks/run-due-clocks.server.ts';
import { loadCase } from '../complaints/case-store.server.ts';
import { verifyProjections } from '../verification/verify-projections.server.ts';
import { draftCalendar } from './draft-calendar.server.ts';
import { publishVersion } from './publish-version.server.ts';
import { runActivations } from './run-activations.server.ts';
import { mergedWith } from './versions-in-force.ts';
import { withdrawVersion } from './withdraw-version.server.ts';

const { ownerUrl } = await testDatabase();
beforeAll(registerOperators);

const ADMINISTRATOR: Actor = { role: 'administrator', id: 'admin', name: 'Nadia', organisation: null };
const DECLARED_AT = '2026-03-12T10:00:00.000Z';
/** A Monday within the ten working days of a case served on 10 March. */
const LATE_HOLIDAY = '2026-03-16';

const load = (caseId: string) => withActor(SYSTEM, tx => loadCase(tx, caseId));

async function respondOf(caseId: string) {
  const { clocks } = await load(caseId);
  const clock = clocks.find(({ kind }) => kind === 'respond');
  if (clock === undefined) throw new Error('no clock');
  return clock;
}

const dueOn = async (caseId: string) => localDateOf((await respondOf(caseId)).dueAt, 'Africa/Casablanca');

async function declareHoliday(
  on: string,
  now: string,
  appliesTo: 'open-clocks' | 'new-clocks' = 'open-clocks',
) {
  const id = await draftCalendar({
    actor: ADMINISTRATOR,
    changes: [{ do: 'declare', on, name: 'unity-day' }],
    source: 'Bulletin officiel 7000',
    reason: 'Jour férié annoncé tardivement',
    appliesTo,
    now,
  });
  await publishVersion({ actor: ADMINISTRATOR, kind: 'calendar', id, activateOn: null, now });
  return id;
}

async function moveAll(now: string): Promise<number> {
  let moved = 0;
  for (let batch = await runActivations(now); batch !== null; batch = await runActivations(now)) {
    moved += batch.moved;
  }
  return moved;
}

describe('a holiday that is declared late', () => {
  test('moves the open cases that it touches, each with an event, and leaves the others', async () => {
    const open = await serveTestCase();
    const answered = await serveTestCase();
    await recordTestEvents(answered.caseId, [testAnswer()], {
      at: '2026-03-11T09:00:00.000Z',
      actor: liaisonOf('maroc-telecom'),
    });
    expect(await dueOn(open.caseId)).toBe('2026-03-25');
    const answeredBefore = await respondOf(answered.caseId);

    const version = await declareHoliday(LATE_HOLIDAY, DECLARED_AT);
    expect(await moveAll('2026-03-12T10:00:03.000Z')).toBe(1);

    const { events } = await load(open.caseId);
    expect(await dueOn(open.caseId)).toBe('2026-03-26');
    expect(events.at(-1)).toMatchObject({
      type: 'clocks-recomputed',
      payload: {
        cause: 'calendar',
        version,
        moves: [
          {
            clock: 'respond',
            fromCalendar: 'ma-2026.1',
            toCalendar: version,
            fromDueAt: '2026-03-25T22:59:59.999Z',
            toDueAt: '2026-03-26T22:59:59.999Z',
          },
        ],
      },
    });
    expect((await respondOf(open.caseId)).deadline.trace).toContainEqual(
      expect.objectContaining({ date: LATE_HOLIDAY, counts: false, reason: 'holiday' }),
    );
    expect((await respondOf(answered.caseId)).deadline).toEqual(answeredBefore.deadline);
    expect((await verifyProjections()).rows).toEqual([]);
  });
});

describe('a clock that a version moves', () => {
  test('is breached once, at its new end, and not at the old one', async () => {
    const { caseId } = await serveTestCase({ now: '2026-04-07T09:00:00.000Z' });
    const old = await respondOf(caseId);
    await declareHoliday('2026-04-13', '2026-04-08T10:00:00.000Z');
    // The worker finds the stored date before it has come to this case: the case counts by the version all the same.
    const atOldEnd = new Date(Date.parse(old.dueAt) + 60_000).toISOString();
    while ((await runDueClocks(atOldEnd)).found > 0);
    const breaches = async () =>
      (await load(caseId)).events.filter(
        event => event.type === 'clock-breached' && event.payload.clock === 'respond',
      ).length;
    expect(await breaches()).toBe(0);
    await moveAll(atOldEnd);
    const { dueAt } = await respondOf(caseId);
    expect(dueAt > old.dueAt).toBe(true);
    const atNewEnd = new Date(Date.parse(dueAt) + 60_000).toISOString();
    for (let twice = 0; twice < 2; twice += 1) while ((await runDueClocks(atNewEnd)).found > 0);
    expect(await breaches()).toBe(1);
    const types = (await load(caseId)).events.map(({ type }) => type);
    expect(types.filter(type => type === 'clocks-recomputed')).toHaveLength(1);
    expect((await verifyProjections()).rows).toEqual([]);
  });

  test('that ended while the worker was on its way gets its event, too', async () => {
    const { caseId } = await serveTestCase({ now: '2026-06-01T09:00:00.000Z' });
    await declareHoliday('2026-06-05', '2026-06-02T10:00:00.000Z');
    await recordTestEvents(caseId, [testAnswer()], {
      at: '2026-06-02T10:00:10.000Z',
      actor: liaisonOf('maroc-telecom'),
    });
    await moveAll('2026-06-02T10:01:00.000Z');
    const { events } = await load(caseId);
    expect(events.filter(({ type }) => type === 'clocks-recomputed')).toHaveLength(1);
    expect((await verifyProjections()).rows).toEqual([]);
  });
});

describe('a version', () => {
  test('is written by administrators alone, in the application and in the database', async () => {
    const draft = {
      changes: [],
      source: 's',
      reason: 'r',
      appliesTo: 'open-clocks',
      now: DECLARED_AT,
    } as const;
    await expect(draftCalendar({ actor: CASE_OFFICER, ...draft })).rejects.toMatchObject({
      code: 'forbidden',
    });
    for (const actor of [CASE_OFFICER, liaisonOf('inwi'), SYSTEM]) {
      const row = {
        ...{ id: 'ma-2026.99', profile: 'ma', state: 'draft', changes: [], appliesTo: 'open-clocks' },
        ...{
          source: 's',
          reason: 'r',
          createdAt: DECLARED_AT,
          createdBy: actor.id ?? '',
          createdByName: 'x',
        },
      };
      await expect(withActor(actor, tx => tx.calendarVersion.create({ data: row }))).rejects.toThrow(
        /row-level security/,
      );
    }
  });

  test('that is published is changed by nobody, its owner included', async () => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await client.query("SELECT set_config('app.role', 'administrator', false)");
      const { rows } = await client.query('SELECT id FROM calendar_version');
      expect(rows.length).toBeGreaterThan(0);
      for (const statement of [
        "UPDATE calendar_version SET definition = '{}'",
        "UPDATE calendar_version SET state = 'withdrawn'",
        'DELETE FROM calendar_version',
        'TRUNCATE calendar_version',
      ]) {
        await expect(client.query(statement), statement).rejects.toThrow(/append-only/);
      }
    } finally {
      await client.end();
    }
  });

  test('that is published for later waits, can be withdrawn and then moves nothing', async () => {
    const { caseId } = await serveTestCase({ now: '2026-07-01T09:00:00.000Z' });
    const before = await respondOf(caseId);
    const now = '2026-07-02T10:00:00.000Z';
    const id = await draftCalendar({
      actor: ADMINISTRATOR,
      changes: [{ do: 'declare', on: '2026-07-08', name: 'unity-day' }],
      source: 'Bulletin officiel 7000',
      reason: 'Jour férié',
      appliesTo: 'open-clocks',
      now,
    });
    const order = { actor: ADMINISTRATOR, kind: 'calendar', id, now } as const;
    await expect(publishVersion({ ...order, activateOn: '2026-07-02' })).rejects.toMatchObject({
      fields: { activateOn: { code: 'day-has-begun' } },
    });
    const activation = await publishVersion({ ...order, activateOn: '2031-07-03' });
    expect(activation).toBe('2031-07-03T00:00:00.000Z');
    await withdrawVersion(order);
    expect(await moveAll('2031-07-04T00:00:00.000Z')).toBe(0);
    expect((await respondOf(caseId)).deadline).toEqual(before.deadline);
    await expect(withdrawVersion(order)).rejects.toMatchObject({ code: 'version-not-open' });
  });
});

test('a version published for later takes its place in every process at its instant', () => {
  const shipped = profiles.ma;
  const [base] = shipped.calendars;
  if (base === undefined) throw new Error('no calendar');
  const activatedAt = '2026-08-01T00:00:00.000Z';
  const calendar = { ...base, version: 'ma-2026.50', activatedAt, appliesTo: 'open-clocks' } as const;
  const versionsAt = (at: string) =>
    mergedWith(shipped, { rules: [], calendars: [calendar] }, Date.parse(at)).calendars.map(
      ({ version }) => version,
    );
  expect(versionsAt('2026-07-31T23:59:59.999Z')).toEqual(['ma-2026.1']);
  expect(versionsAt(activatedAt)).toEqual(['ma-2026.1', 'ma-2026.50']);
});
