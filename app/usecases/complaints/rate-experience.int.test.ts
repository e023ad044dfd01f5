import { beforeAll, expect, test } from 'vitest';
import { complainantOf } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  CASE_OFFICER,
  FILED_AT,
  liaisonOf,
  registerOperators,
  serveTestCase,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { readRatings } from '../statistics/queries/read-ratings.server.ts';
import { hasRated, rateExperience } from './rate-experience.server.ts';
import { withdrawCase } from './withdraw-case.server.ts';

await testDatabase();
beforeAll(registerOperators);

const MARKS = { ease: '5', information: '4', operator: '2' };

async function caseOf() {
  const { caseId } = await serveTestCase();
  return { caseId, actor: { ...complainantOf(caseId), caseId } };
}

test('a case is rated once and after its end; marks are summed up, words are for the regulator alone', async () => {
  const { caseId, actor } = await caseOf();
  await expect(rateExperience(actor, MARKS, FILED_AT)).rejects.toMatchObject({
    code: 'command-not-permitted',
  });
  await withdrawCase({ actor, caseId, now: FILED_AT, reason: 'Réglé.' });
  await expect(rateExperience(actor, { ease: '9' }, FILED_AT)).rejects.toMatchObject({
    code: 'invalid-input',
    fields: { ease: { code: 'not-an-option' }, operator: { code: 'required' } },
  });
  await rateExperience(actor, { ...MARKS, comment: 'Plus vite, merci.' }, FILED_AT);
  expect(await hasRated(actor)).toBe(true);
  await expect(rateExperience(actor, MARKS, FILED_AT)).rejects.toMatchObject({
    code: 'command-not-permitted',
  });
  const comments = (viewer: Parameters<typeof withActor>[0]) =>
    withActor(viewer, tx => tx.caseMessage.findMany({ where: { caseId, kind: 'rating' } }));
  expect((await comments(CASE_OFFICER)).map(({ body }) => body)).toEqual(['Plus vite, merci.']);
  expect(await comments(liaisonOf('maroc-telecom'))).toEqual([]);
  const seenByOperator = await withActor(liaisonOf('maroc-telecom'), tx => tx.experienceRating.findMany());
  expect(seenByOperator).toEqual([]);
  const ratings = await readRatings(CASE_OFFICER, { from: '2026-03-01', to: '2026-03-31' });
  expect(ratings).toMatchObject([{ count: 1, ease: 5, information: 4, treatment: 2 }]);
  const march = { from: '2026-03-01', to: '2026-03-31' };
  expect(
    await readRatings(CASE_OFFICER, { ...march, category: 'billing', operator: 'maroc-telecom' }),
  ).toEqual(ratings);
  expect(await readRatings(CASE_OFFICER, { ...march, category: 'number-portability' })).toEqual([]);
});
