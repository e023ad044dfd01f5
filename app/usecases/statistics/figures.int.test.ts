import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { profiles } from '#profiles/index.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { randomLives } from '#scripts/testing/random-lives.ts';
import { type CaseFilter, MEASURE_FILTERS } from '../complaints/case-filter.schema.ts';
import { exportCases, listCases } from '../complaints/queries/regulator-cases.server.ts';
import type { FiguresFilter } from './figures-filter.schema.ts';
import { readFigures } from './queries/read-figures.server.ts';
import { findFigureDifferences, rebuildFigures } from './rebuild-figures.server.ts';

await testDatabase();
const NOW = '2026-06-15T12:00:00.000Z';
const WHOLE: FiguresFilter = { from: '2024-10-01', to: '2026-06-15' };
const ANALYST: Actor = { role: 'analyst', id: 'analyst', name: 'Nadia', organisation: null };
const LIVES = 170;
const COUNTED = Object.keys(MEASURE_FILTERS) as CountedMeasure[];

/** The cases themselves, walked through to the end: no counter is asked. */
async function walk(filter: CaseFilter): Promise<number> {
  let count = 0;
  for await (const rows of exportCases({ actor: ANALYST, filter, now: NOW })) count += rows.length;
  return count;
}

beforeAll(async () => {
  await registerOperators();
  await randomLives(LIVES, 7);
}, 120_000);

describe('the counters', () => {
  test('equal a full recount of the cases after random lives', async () => {
    expect(await findFigureDifferences()).toEqual([]);
  });

  test('that went wrong are found, and put right by a rebuild', async () => {
    await withActor(
      SYSTEM,
      tx => tx.$executeRaw`
      UPDATE case_stat_day SET answered = answered + 1 WHERE operator_id = 'inwi' AND region = 'MA-06'`,
    );
    const found = await findFigureDifferences();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(cell => cell.table === 'case_stat_day' && cell.operatorId === 'inwi')).toBe(true);
    await rebuildFigures();
    expect(await findFigureDifferences()).toEqual([]);
  });
});

describe('a figure and the list behind it', () => {
  test('have the same number, for every measure and operator', async () => {
    const figures = await readFigures(ANALYST, WHOLE, NOW);
    for (const measure of COUNTED) {
      const filter = { ...WHOLE, ...MEASURE_FILTERS[measure] };
      expect(await walk(filter), measure).toBe(figures.total.measures[measure]);
      for (const operator of figures.operators) {
        const behind = { ...filter, operator: operator.id };
        expect(await walk(behind), `${measure} of ${operator.id}`).toBe(operator.measures[measure]);
      }
    }
    const reached = COUNTED.filter(measure => figures.total.measures[measure] > 0);
    expect(reached).toEqual(COUNTED);
  });

  test('have the same number, for every category, region and month', async () => {
    const figures = await readFigures(ANALYST, WHOLE, NOW);
    for (const { key, filed, disputed } of figures.categories) {
      expect(await walk({ ...WHOLE, category: key }), key).toBe(filed);
      expect(await walk({ ...WHOLE, category: key, is: 'disputed' }), key).toBe(disputed);
    }
    for (const { key, filed } of figures.regions)
      expect(await walk({ ...WHOLE, region: key }), key).toBe(filed);
    expect(figures.periods).toHaveLength(21);
    expect(figures.periods.reduce((sum, period) => sum + period.filed, 0)).toBe(LIVES);
  });

  test.each([
    ['ragged at both ends', { from: '2025-01-17', to: '2025-09-09' }],
    ['short enough for days', { from: '2025-03-05', to: '2025-04-20' }],
    ['up to today', { from: '2025-07-01', to: '2026-06-15' }],
  ])('have the same number over a period that is %s', async (_, period) => {
    const figures = await readFigures(ANALYST, period, NOW);
    for (const measure of ['filed', 'answered_in_time', 'disputed', 'upheld'] as const) {
      const filter = { ...period, ...MEASURE_FILTERS[measure] };
      expect(await walk(filter), measure).toBe(figures.total.measures[measure]);
      const { total } = await listCases({ actor: ANALYST, filter, now: NOW, place: null });
      expect(total).toEqual({ count: figures.total.measures[measure], exact: true });
    }
    expect(figures.periods.reduce((sum, slice) => sum + slice.filed, 0)).toBe(figures.total.measures.filed);
  });

  test('narrow together, and lose the rate with a region', async () => {
    const filter = { ...WHOLE, operator: 'inwi', region: 'MA-06', category: 'billing' };
    const figures = await readFigures(ANALYST, filter, NOW);
    expect(figures.operators.map(operator => operator.id)).toEqual(['inwi']);
    expect(figures.total.measures.filed).toBe(await walk(filter));
    expect(figures.total.rate).toBeNull();
  });
});

test('money, days to answer and rates follow from the cases', async () => {
  const figures = await readFigures(ANALYST, WHOLE, NOW);
  const rows = await withActor(ANALYST, tx =>
    tx.case.findMany({ select: { moneyReturnedMinor: true, daysToAnswer: true, operatorId: true } }),
  );
  const money = rows.reduce((sum, row) => sum + Number(row.moneyReturnedMinor), 0);
  expect(figures.total.measures.money_returned_minor).toBe(money);
  const days = rows.flatMap(row => row.daysToAnswer ?? []).sort((a, b) => a - b);
  const median = days[Math.ceil(days.length / 2) - 1] ?? 0;
  expect(figures.total.medianDays).toBeGreaterThanOrEqual(median);
  for (const operator of figures.operators) {
    const { subscribers } = profiles.ma.operators.find(({ id }) => id === operator.id) ?? { subscribers: 0 };
    const expected = subscribers === 0 ? null : (operator.measures.filed / subscribers) * 10_000;
    expect(operator.rate?.rate ?? null).toEqual(expected === null ? null : expect.closeTo(expected, 9));
  }
});
