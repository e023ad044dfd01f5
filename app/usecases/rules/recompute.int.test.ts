import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/domain/case/states.ts';
import { addDays } from '#app/domain/shared/plain-date.ts';
import { registerOperators, serveTestCases } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { randomLives } from '#scripts/testing/random-lives.ts';
import { verifyProjections } from '../verification/verify-projections.server.ts';
import { draftCalendar } from './draft-calendar.server.ts';
import { draftRule } from './draft-rule.server.ts';
import { publishVersion } from './publish-version.server.ts';
import { previewVersion } from './queries/preview-version.server.ts';
import { runActivations } from './run-activations.server.ts';

const { superuserUrl } = await testDatabase();
const LIVES = 150;
beforeAll(async () => {
  await registerOperators();
  await randomLives(LIVES, 20_261_122);
}, 120_000);

const ADMINISTRATOR: Actor = { role: 'administrator', id: 'admin', name: 'Nadia', organisation: null };

interface StoredClock {
  readonly id: string;
  readonly settled: boolean;
  readonly due_at: Date;
  readonly row: string;
}

/** Every clock with whether, at a moment, it had stopped or run out or its case was decided or over. */
async function clocksAt(moment: string): Promise<readonly StoredClock[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<StoredClock>(
      `SELECT k.id, k.due_at, to_jsonb(k)::text AS row,
         (k.stopped_at <= $1 OR k.breached_at <= $1 OR k.due_at < $1 OR EXISTS (
           SELECT 1 FROM case_event e WHERE e.case_id = k.case_id AND e.at <= $1
             AND e.type IN ('decided', 'deemed-upheld', 'confirmation-lapsed', 'closed', 'withdrawn', 'declared-inadmissible'))
         ) IS TRUE AS settled
       FROM clock k ORDER BY k.id`,
      [moment],
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function moveAll(now: string): Promise<number> {
  let moved = 0;
  for (let batch = await runActivations(now); batch !== null; batch = await runActivations(now))
    moved += batch.moved;
  return moved;
}

async function holidays(now: string, days: readonly string[]) {
  const id = await draftCalendar({
    actor: ADMINISTRATOR,
    changes: days.map(on => ({ do: 'declare', on, name: 'unity-day' })),
    source: 'Bulletin officiel',
    reason: 'Jours annoncés tardivement',
    appliesTo: 'open-clocks',
    now,
  });
  return { kind: 'calendar', id } as const;
}

async function longerRule(now: string) {
  const id = await draftRule({
    actor: ADMINISTRATOR,
    line: 'ma-respond',
    definition: {
      clock: 'respond',
      scope: {},
      amount: 25,
      unit: 'calendar-days',
      rollForward: true,
      pauseCapDays: 5,
      remindBefore: 2,
      consequence: 'deem-upheld',
      source: 'Décision 1/2025',
      text: { ar: 'نص', de: 'Text', en: 'Text', fr: 'Texte' },
    },
    reason: 'Harmonisation',
    appliesTo: 'open-clocks',
    now,
  });
  return { kind: 'rule', id } as const;
}

// The lives end in April 2026: versions come into force after everything that was recorded, as they do.
test.each([
  [
    'holidays',
    '2026-05-12T10:00:00.000Z',
    (now: string) => holidays(now, ['2026-05-14', '2026-05-15', '2026-05-18']),
  ],
  ['a rule', '2026-06-02T10:00:00.000Z', longerRule],
  [
    'holidays after that',
    '2026-06-09T10:00:00.000Z',
    (now: string) => holidays(now, ['2026-06-24', '2026-06-30']),
  ],
] as const)(
  'over many lives %s move open clocks, and nothing of a case that is decided, stopped or late',
  async (_, now, draft) => {
    await serveTestCases(10, { now: `${addDays(now.slice(0, 10), -4)}T09:00:00.000Z` });
    expect((await verifyProjections()).rows).toEqual([]);
    const inForce = new Date(Date.parse(now) + 3000).toISOString();
    const before = await clocksAt(inForce);
    const version = await draft(now);
    const preview = await previewVersion({ actor: ADMINISTRATOR, ...version, at: inForce, after: null });
    await publishVersion({ actor: ADMINISTRATOR, ...version, activateOn: null, now });
    const moved = await moveAll(inForce);
    const after = new Map((await clocksAt(inForce)).map(clock => [clock.id, clock]));

    const settled = before.filter(clock => clock.settled);
    expect(settled.length).toBeGreaterThan(10);
    expect(settled.filter(clock => after.get(clock.id)?.row !== clock.row)).toEqual([]);

    const others = before.filter(clock => after.get(clock.id)?.due_at.getTime() !== clock.due_at.getTime());
    expect(moved).toBeGreaterThan(0);
    expect(preview.cases).toBe(moved);
    expect(preview.clocks).toBe(others.length);
    expect((await verifyProjections()).rows).toEqual([]);
    expect(await moveAll(inForce)).toBe(0);
  },
  60_000,
);
