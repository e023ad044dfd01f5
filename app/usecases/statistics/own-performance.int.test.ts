import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { LATE } from '../complaints/case-filter.schema.ts';
import { listCases } from '../complaints/queries/regulator-cases.server.ts';
import { LEAST_ANSWERS, mediansOf } from './comparison.ts';
import { publishComparison } from './publish-comparison.server.ts';
import { publishedMedians } from './queries/published-comparison.server.ts';
import { readFigures } from './queries/read-figures.server.ts';
import { readForecast } from './queries/read-forecast.server.ts';
import { LEAST_RATINGS, readOwnRatings } from './queries/read-own-ratings.server.ts';

await testDatabase();

const OWN = 'maroc-telecom';
const OTHER = 'inwi';
const ANALYST = { role: 'analyst', id: 'a1', name: 'Anas', organisation: null } as const;
/** Days of the cases that the harness serves in March. */
const FILTER = { from: '2026-03-01', to: '2026-03-31', operator: OWN };
const NOW = '2026-03-16T10:00:00.000Z';

beforeAll(async () => {
  await registerOperators();
  for (const operatorId of [OWN, OWN, OWN, OTHER]) await serveTestCase({ complaint: { operatorId } });
  const { caseId } = await serveTestCase({ complaint: { operatorId: OWN } });
  await recordTestEvents(caseId, [testAnswer()], { at: '2026-03-13T10:00:00.000Z', actor: liaisonOf(OWN) });
});

describe('an operator’s own performance', () => {
  test('is what the regulator sees of it, figure by figure', async () => {
    const own = await readFigures(liaisonOf(OWN), FILTER, NOW);
    expect(own).toEqual(await readFigures(ANALYST, FILTER, NOW));
    expect(own.total.measures).toMatchObject({ filed: 4, answered: 1, open: 4 });
  });

  test('tells nothing of another operator, whatever is asked', async () => {
    const foreign = await readFigures(liaisonOf(OWN), { ...FILTER, operator: OTHER }, NOW);
    expect(foreign.total.measures.filed).toBe(0);
    const place = null;
    const page = await listCases({
      actor: liaisonOf(OWN),
      filter: { ...FILTER, operator: OTHER },
      now: NOW,
      place,
    });
    expect(page.rows).toEqual([]);
    expect(await readForecast(liaisonOf(OWN), OTHER, NOW)).toMatchObject({ waiting: 0, answers: 0 });
  });

  test('opens for each counter exactly its own cases', async () => {
    const { total } = await readFigures(liaisonOf(OWN), FILTER, NOW);
    const answered = await listCases({
      actor: liaisonOf(OWN),
      filter: { ...FILTER, is: 'answered' },
      now: NOW,
      place: null,
    });
    expect(answered.rows).toHaveLength(total.measures.answered);
    expect(answered.rows.every(({ operator_id }) => operator_id === OWN)).toBe(true);
  });

  test('forecasts from the waiting cases and the answers of the last four weeks', async () => {
    await withActor(SYSTEM, async tx => {
      const { id: caseId } = await tx.case.findFirstOrThrow({ where: { operatorId: OWN } });
      const said = { message: 'Réglé.', submittedBy: 'Salma', items: [] };
      const at = new Date('2026-03-13T10:00:00.000Z');
      await tx.response.create({ data: { id: randomUUID(), caseId, number: 1, at, ...said } });
    });
    const forecast = await readForecast(liaisonOf(OWN), OWN, NOW);
    const due = await withActor(SYSTEM, tx =>
      tx.clock.findMany({ where: { kind: 'respond', state: 'running', case: { operatorId: OWN } } }),
    );
    expect(forecast.waiting).toBe(due.length);
    expect(forecast.days).toHaveLength(7);
    expect(forecast.days[0]?.day).toBe('2026-03-16');
    expect(forecast.answers).toBe(1);
    expect(forecast.pace).toBe(1 / forecast.workingDays);
    const [day] = due.map(({ dueAt }) => localDateOf(dueAt.toISOString(), 'Africa/Casablanca'));
    const filter = { operator: OWN, due: day ?? '' };
    const listed = await listCases({ actor: liaisonOf(OWN), filter, now: NOW, place: null });
    expect(listed.rows).toHaveLength(due.length);
    const late = { operator: OWN, due: LATE } as const;
    const behind = await listCases({ actor: liaisonOf(OWN), filter: late, now: NOW, place: null });
    expect(behind.rows).toHaveLength(forecast.lateAlready);
    expect(forecast.late + forecast.lateAlready).toBeLessThanOrEqual(forecast.waiting);
  });

  test('is compared with medians that an administrator published, of operators that are at least three', async () => {
    const administrator = { role: 'administrator', id: 'a', name: 'Omar', organisation: null } as const;
    const period = { from: FILTER.from, to: FILTER.to };
    expect(await publishedMedians(liaisonOf(OWN))).toBeNull();
    await expect(publishComparison(ANALYST, period, NOW)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publishComparison(administrator, period, NOW)).rejects.toMatchObject({
      code: 'command-not-permitted',
    });
    for (const [index, operatorId] of [OWN, OTHER, 'orange-maroc'].entries()) {
      for (let number = 0; number < LEAST_ANSWERS; number += 1) {
        const { caseId } = await serveTestCase({ complaint: { operatorId } });
        const at = `2026-03-${12 + index}T10:00:00.000Z`;
        await recordTestEvents(caseId, [testAnswer()], { at, actor: liaisonOf(operatorId) });
      }
    }
    await publishComparison(administrator, period, NOW);
    const published = await publishedMedians(liaisonOf(OWN));
    const { operators } = await readFigures(ANALYST, period, NOW);
    expect(published).toMatchObject({ ...period, operators: 3 });
    expect(published?.medians).toEqual(mediansOf({ operators })?.medians);
  });

  test('shows ratings only once several people gave one', async () => {
    const rate = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const { caseId } = await serveTestCase({ complaint: { operatorId: OWN } });
        const marks = { ease: 4, information: 3, operator: 2 };
        await withActor(SYSTEM, tx =>
          tx.experienceRating.create({ data: { caseId, ...marks, ratedAt: new Date(NOW) } }),
        );
      }
    };
    await rate(LEAST_RATINGS - 1);
    expect(await readOwnRatings(liaisonOf(OWN), OWN, FILTER)).toBeNull();
    await rate(1);
    expect(await readOwnRatings(liaisonOf(OWN), OWN, FILTER)).toMatchObject({ count: 5, treatment: 2 });
    expect(await readOwnRatings(liaisonOf(OTHER), OTHER, FILTER)).toBeNull();
  });
});
