import pg from 'pg';
import type { ProfileId } from '#app/domain/profile/profile.ts';
import { addDays, fromEpochMilliseconds, type Instant } from '#app/domain/shared/plain-date.ts';
import { fileByApi } from './fixtures/api.ts';
import { type FakedTime, fakeTime } from './fixtures/faked-time.ts';
import type { Receipt } from './fixtures/filing.ts';
import { type Instance, startInstance } from './fixtures/instance.ts';
import { expect, test } from './fixtures/test.ts';

/** How often the worker's doing is looked for, and for how long on a busy machine. */
const SOON = { intervals: [100], timeout: 30_000 };

/** A running portal whose web process and worker live at another time, and a look behind its curtain. */
interface Elsewhen {
  readonly portal: Instance;
  readonly time: FakedTime;
  readonly client: pg.Client;
}

/** Whom to complain about in each country. */
const PARTIES = {
  ma: { operatorId: 'maroc-telecom', region: 'MA-06' },
  fr: { operatorId: 'orange', region: 'FR-IDF' },
} as const satisfies Partial<Record<ProfileId, object>>;

async function atTime(
  profileId: keyof typeof PARTIES,
  begin: Instant,
  run: (elsewhen: Elsewhen) => Promise<void>,
): Promise<void> {
  const time = fakeTime(begin);
  const portal = await startInstance({ profileId, settings: time.settings });
  const client = new pg.Client({ connectionString: portal.superuserUrl });
  await client.connect();
  try {
    await run({ portal, time, client });
    await expectEachBreachOnce(client);
  } finally {
    await client.end();
    await portal.stop();
    time.forget();
  }
}

async function instantsOf(client: pg.Client, reference: string, type: string, clock?: string) {
  const { rows } = await client.query<{ at: Date }>(
    `SELECT e.at FROM case_event e JOIN "case" c ON c.id = e.case_id
     WHERE c.reference = $1 AND e.type = $2 AND ($3::text IS NULL OR e.payload ->> 'clock' = $3) ORDER BY e.seq`,
    [reference, type, clock ?? null],
  );
  return rows.map(({ at }) => at.toISOString());
}

async function expectEachBreachOnce(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT case_id, payload ->> 'clockId' FROM case_event WHERE type = 'clock-breached'
     GROUP BY 1, 2 HAVING count(*) > 1`,
  );
  expect(rows).toEqual([]);
}

/** Files an outage through the web process at an instant; the worker delivers it then, and its clocks start. */
async function serve({ portal, time, client }: Elsewhen, profileId: keyof typeof PARTIES, at: Instant) {
  time.moveTo(at);
  const day = addDays(at.slice(0, 10), -1);
  const receipt = await fileByApi(portal, {
    ...PARTIES[profileId],
    startedAt: addDays(day, -1),
    attempts: [{ on: day, channel: 'hotline', result: 'saturated' }],
  });
  const served = () => instantsOf(client, receipt.reference, 'served');
  await expect.poll(served, SOON).toEqual([at]);
  return receipt;
}

const DAY_MS = 86_400_000;

/** The instant so many milliseconds later. */
function after(at: Instant, milliseconds: number): Instant {
  return fromEpochMilliseconds(Date.parse(at) + milliseconds);
}

/**
 * A case whose duty to inform, 24 hours, runs out just before an instant. Once the worker has recorded that, it has
 * looked at all clocks at this instant: what it did not find breached then was not.
 */
async function witness(elsewhen: Elsewhen, profileId: keyof typeof PARTIES, of: Instant): Promise<string> {
  const { reference } = await serve(elsewhen, profileId, after(of, -DAY_MS - 1));
  return reference;
}

async function worked({ time, client }: Elsewhen, witnessed: string, at: Instant): Promise<void> {
  time.moveTo(at);
  await expect.poll(() => instantsOf(client, witnessed, 'clock-breached', 'inform'), SOON).toEqual([at]);
}

/** The answer's clock of a case runs out at its instant: not at the moment before, and then once. */
async function expectBreachAt(elsewhen: Elsewhen, reference: string, at: Instant): Promise<void> {
  elsewhen.time.moveTo(at);
  const breaches = () => instantsOf(elsewhen.client, reference, 'clock-breached', 'respond');
  await expect.poll(breaches, SOON).toEqual([at]);
  expect(await instantsOf(elsewhen.client, reference, 'escalated')).toEqual([at]);
}

async function expectNoBreach({ client }: Elsewhen, reference: string): Promise<void> {
  expect(await instantsOf(client, reference, 'clock-breached', 'respond')).toEqual([]);
}

test('in Casablanca a deadline set before Ramadan ends with its day in Ramadan, and one set in Ramadan with its day after it, moved by a feast that was declared late', async () => {
  await atTime('ma', '2026-02-09T09:00:00.000Z', async elsewhen => {
    // Five working days from Monday 9 February. From the 15th on, clocks show UTC: the day ends an hour later.
    const { reference: winter } = await serve(elsewhen, 'ma', '2026-02-09T09:00:00.000Z');
    const OLD_MIDNIGHT = '2026-02-16T23:00:00.000Z';
    const MIDNIGHT = '2026-02-17T00:00:00.000Z';
    const first = await witness(elsewhen, 'ma', OLD_MIDNIGHT);
    const second = await witness(elsewhen, 'ma', after(MIDNIGHT, -1));
    const third = await witness(elsewhen, 'ma', after(MIDNIGHT, 60_000));
    await worked(elsewhen, first, OLD_MIDNIGHT);
    await expectNoBreach(elsewhen, winter);
    await worked(elsewhen, second, after(MIDNIGHT, -1));
    await expectNoBreach(elsewhen, winter);
    await expectBreachAt(elsewhen, winter, MIDNIGHT);
    await worked(elsewhen, third, after(MIDNIGHT, 60_000));

    // Five working days from Monday 16 March, without the feast on the 20th: Tuesday 24 March, at UTC+1 since the 22nd.
    const receipt = await serve(elsewhen, 'ma', '2026-03-16T09:00:00.000Z');
    const spring = receipt.reference;
    const FORMER_DUE = '2026-03-24T23:00:00.000Z';
    const DUE = '2026-03-25T23:00:00.000Z';
    await declareLate(elsewhen, { on: '2026-03-23', declaredAt: '2026-03-22T20:00:00.000Z' }, spring);
    const beside = await witness(elsewhen, 'ma', FORMER_DUE);
    await worked(elsewhen, beside, FORMER_DUE);
    await expectNoBreach(elsewhen, spring);
    const before = await witness(elsewhen, 'ma', after(DUE, -1));
    await worked(elsewhen, before, after(DUE, -1));
    await expectNoBreach(elsewhen, spring);
    await expectBreachAt(elsewhen, spring, DUE);
    await expectExplained(elsewhen, receipt, after(DUE, -1));
  });
});

/** The API tells the complainant of each day why it counted, and the calculator comes to the same date. */
async function expectExplained(
  { portal }: Elsewhen,
  { reference, code }: Receipt,
  due: Instant,
): Promise<void> {
  const headers = { Authorization: `Receipt ${code}`, 'Accept-Language': 'ar' };
  const answer = await fetch(`${portal.url}/api/v1/complaints/${reference}`, { headers });
  const { clocks } = (await answer.json()) as { clocks: readonly ShownClock[] };
  const respond = clocks.find(({ kind }) => kind === 'respond');
  expect(respond).toMatchObject({ dueAt: due, standing: 'breached', calendar: 'ma-2026.2' });
  const feast = { date: '2026-03-23', counts: false, reason: 'holiday', holiday: 'عيد الفطر' };
  expect(respond?.trace).toContainEqual({ ...feast, text: 'يوم عطلة: عيد الفطر' });
  const recount = await fetch(`${portal.url}${respond?.recount}`, { headers: { 'Accept-Language': 'ar' } });
  const page = await recount.text();
  expect(page).toContain(`dateTime="${due}"`);
  expect(page).toContain('عيد الفطر');
}

interface ShownClock {
  readonly kind: string;
  readonly recount: string;
  readonly trace: readonly object[];
}

/** An administrator declares a day off for the clocks that run; the worker moves the case's date. */
async function declareLate(
  { portal, time, client }: Elsewhen,
  { on, declaredAt }: { on: string; declaredAt: Instant },
  reference: string,
): Promise<void> {
  time.moveTo(declaredAt);
  const activatedAt = await portal.run(
    'scripts/testing/declare-holiday.ts',
    '--on',
    on,
    '--name',
    'eid-al-fitr',
  );
  time.moveTo(activatedAt.trim());
  const recomputed = () => instantsOf(client, reference, 'clocks-recomputed');
  await expect.poll(recomputed, SOON).toEqual([activatedAt.trim()]);
}

test('in Paris a deadline that crosses a change of the clocks ends with its day, in spring and in autumn', async () => {
  await atTime('fr', '2026-03-16T09:00:00.000Z', async elsewhen => {
    // Ten working days from Monday 16 March: Monday 30 March, the day after the clocks went forward.
    const { reference: spring } = await serve(elsewhen, 'fr', '2026-03-16T09:00:00.000Z');
    const SUMMER_MIDNIGHT = '2026-03-30T22:00:00.000Z';
    const before = await witness(elsewhen, 'fr', after(SUMMER_MIDNIGHT, -1));
    await worked(elsewhen, before, after(SUMMER_MIDNIGHT, -1));
    await expectNoBreach(elsewhen, spring);
    await expectBreachAt(elsewhen, spring, SUMMER_MIDNIGHT);

    // Ten working days from Monday 12 October: Monday 26 October, the day after they went back.
    const { reference: autumn } = await serve(elsewhen, 'fr', '2026-10-12T09:00:00.000Z');
    const FORMER_MIDNIGHT = '2026-10-26T22:00:00.000Z';
    const WINTER_MIDNIGHT = '2026-10-26T23:00:00.000Z';
    const early = await witness(elsewhen, 'fr', FORMER_MIDNIGHT);
    const late = await witness(elsewhen, 'fr', after(WINTER_MIDNIGHT, -1));
    await worked(elsewhen, early, FORMER_MIDNIGHT);
    await expectNoBreach(elsewhen, autumn);
    await worked(elsewhen, late, after(WINTER_MIDNIGHT, -1));
    await expectNoBreach(elsewhen, autumn);
    await expectBreachAt(elsewhen, autumn, WINTER_MIDNIGHT);
  });
});
