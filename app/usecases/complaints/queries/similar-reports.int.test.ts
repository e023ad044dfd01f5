import { beforeAll, expect, it } from 'vitest';
import { FILED_AT, fileTestCase, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { countSimilarReports } from './similar-reports.server.ts';

await testDatabase();

const QUESTION = { operatorId: 'maroc-telecom', service: 'mobile', region: 'MA-06' } as const;
const AN_HOUR_LATER = '2026-03-10T10:00:00.000Z';

beforeAll(async () => {
  await registerOperators();
  for (let number = 0; number < 4; number += 1) await fileTestCase({ now: FILED_AT });
});

it('tells nothing of fewer than five', async () => {
  expect(await countSimilarReports({ ...QUESTION, now: AN_HOUR_LATER })).toBeNull();
});

it('counts five of the same operator, service and region, for one day', async () => {
  await fileTestCase({ now: FILED_AT });
  await fileTestCase({ now: FILED_AT, complaint: { region: 'MA-01' } });
  await fileTestCase({ now: FILED_AT, complaint: { operatorId: 'inwi' } });
  expect(await countSimilarReports({ ...QUESTION, now: AN_HOUR_LATER })).toBe(5);
  expect(await countSimilarReports({ ...QUESTION, service: 'fixed', now: AN_HOUR_LATER })).toBeNull();
  expect(await countSimilarReports({ ...QUESTION, now: '2026-03-11T09:00:00.001Z' })).toBeNull();
});
