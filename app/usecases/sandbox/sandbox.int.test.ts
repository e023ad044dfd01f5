import { beforeAll, describe, expect, test } from 'vitest';
import { sandboxOf } from '#app/domain/access/sandbox.ts';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { CaseListShown } from '#app/usecases/operator-api/case-shown.schema.ts';
import { CASE_OFFICER, liaisonOf, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { ask, DESK_ADMINISTRATOR, makeTestKey } from '#scripts/testing/operator-api.ts';
import { runDueClocks } from '../clocks/run-due-clocks.server.ts';
import { registeredOperators } from '../complaints/queries/register-of-operators.server.ts';
import { findFigureDifferences, rebuildFigures } from '../statistics/rebuild-figures.server.ts';
import { verifyProjections } from '../verification/verify-projections.server.ts';
import { CASES_AT_ONCE } from './open-sandbox.server.ts';

await testDatabase();

const OWNER = DESK_ADMINISTRATOR.organisation;
let testKey = '';
let liveKey = '';

beforeAll(async () => {
  await registerOperators();
  liveKey = (await makeTestKey()).text;
  testKey = (await makeTestKey({ kind: 'test' })).text;
});

async function casesOf(key: string) {
  const response = await ask('cases?limit=200', { key });
  return CaseListShown.parse(await response.json()).cases;
}

const countAs = (actor: Actor) => withActor(actor, tx => tx.case.count());

/** Everything that the figures, the outbox and the queue of other operators hold. */
function outside() {
  return withActor(SYSTEM, async tx => ({
    figures:
      await tx.$queryRaw`SELECT sum(filed)::int AS filed, sum(answered)::int AS answered FROM case_stat_day`,
    months: await tx.$queryRaw`SELECT sum(filed)::int AS filed FROM case_stat_month`,
    mails: await tx.mailOutbox.count(),
  }));
}

const ANSWER = {
  message: 'La somme de la seconde ligne vous a été recréditée sur votre compte client le 3 mars.',
  items: [
    {
      issue: 'billing/error',
      outcome: 'explained',
      cause: 'La facture porte deux périodes de l’option parce que la première était due depuis décembre.',
      action: 'Nous avons joint le détail des deux périodes et revu la présentation de la facture.',
    },
  ],
};

describe('a sandbox', () => {
  test('has invented cases that only a trial key of its operator reaches', async () => {
    const { reference } = await serveTestCase({
      now: new Date().toISOString(),
      complaint: { startedAt: '2026-01-02' },
    });
    const invented = await casesOf(testKey);
    expect(invented).toHaveLength(CASES_AT_ONCE);
    expect(invented.map(found => found.reference)).not.toContain(reference);
    expect((await casesOf(liveKey)).map(found => found.reference)).toEqual([reference]);
    const other = (await makeTestKey({ operatorId: 'inwi', kind: 'test' })).text;
    const first = invented[0]?.reference ?? '';
    expect((await ask(`cases/${first}`, { key: other })).status).toBe(404);
    expect((await ask(`cases/${first}`, { key: liveKey })).status).toBe(404);
    expect((await ask(`cases/${reference}`, { key: testKey })).status).toBe(404);
  });

  test('is nothing to the regulator, to the desk of its operator, or to the register', async () => {
    await expect(countAs(CASE_OFFICER)).resolves.toBe(1);
    for (const role of ['analyst', 'auditor', 'administrator', 'public'] as const) {
      const seen = await withActor({ ...CASE_OFFICER, role }, tx =>
        tx.case.count({ where: { operatorId: { startsWith: sandboxOf('') } } }),
      );
      expect(seen).toBe(0);
    }
    expect(await countAs(liaisonOf(OWNER))).toBe(1);
    expect(await countAs(liaisonOf(sandboxOf(OWNER)))).toBe(CASES_AT_ONCE);
    const operators = await registeredOperators();
    expect(operators.some(({ id }) => id.startsWith(sandboxOf('')))).toBe(false);
  });

  test('counts in no figure and writes to nobody, whatever happens in it', async () => {
    const before = await outside();
    const billed = (await casesOf(testKey)).find(({ issues }) => issues.includes('billing/error'));
    const path = `cases/${billed?.reference}`;
    const post = (below: string, body: unknown) =>
      ask(`${path}/${below}`, { key: testKey, method: 'POST', body });
    expect((await post('acknowledgement', {})).status).toBe(200);
    expect((await post('messages', { body: 'Bonjour, nous regardons votre dossier.' })).status).toBe(200);
    const answered = await post('answers', ANSWER);
    expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining('answered')]);
    await runDueClocks('2028-01-01T00:00:00.000Z');
    expect((await outside()).figures).toEqual(before.figures);
    expect((await outside()).months).toEqual(before.months);
    const about = await withActor(
      SYSTEM,
      tx =>
        tx.$queryRaw`SELECT 1 FROM mail_outbox m JOIN "case" c ON c.id = m.case_id WHERE c.operator_id LIKE 'sandbox:%'`,
    );
    expect(about).toEqual([]);
  });

  test('is left out when the figures are counted again', async () => {
    expect(await findFigureDifferences()).toEqual([]);
    await rebuildFigures();
    expect(await findFigureDifferences()).toEqual([]);
    expect((await verifyProjections()).rows).toEqual([]);
    const rows = await withActor(
      SYSTEM,
      tx => tx.$queryRaw`
      SELECT operator_id FROM case_stat_day WHERE operator_id LIKE 'sandbox:%'`,
    );
    expect(rows).toEqual([]);
  });
});
