import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { KEY_LIMIT } from '#app/routes/api/v1/operator/with-key.server.ts';
import { liaisonOf, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { ask, DESK_ADMINISTRATOR, makeTestKey } from '#scripts/testing/operator-api.ts';
import { revokeKey, rotateKey } from './end-key.server.ts';
import { REFUSAL_LIMIT } from './find-key.server.ts';
import { keysOfOperator } from './queries/keys-of-operator.server.ts';
import { LOG_DAYS, sweepApiLog } from './sweep-api-log.server.ts';

await testDatabase();

let key = '';

beforeAll(async () => {
  await registerOperators();
  key = (await makeTestKey()).text;
});

const now = () => new Date().toISOString();

function served() {
  return serveTestCase({ now: now(), complaint: { startedAt: '2026-01-02' } });
}

describe('a key', () => {
  test('is shown once and rests as a digest', async () => {
    const made = await makeTestKey();
    expect(made.text).toMatch(/^recours_live_[0-9a-f]{72}$/);
    const row = await withActor(SYSTEM, tx => tx.apiKey.findUniqueOrThrow({ where: { id: made.id } }));
    expect(JSON.stringify(row)).not.toContain(made.text.slice(30));
    expect(made.text.startsWith(row.prefix)).toBe(true);
  });

  test('does only what its scopes let it', async () => {
    const { reference } = await served();
    const reader = (await makeTestKey({ scopes: ['cases:read'] })).text;
    expect((await ask('cases', { key: reader })).status).toBe(200);
    const answer = { key: reader, method: 'POST', body: {} };
    expect((await ask(`cases/${reference}/answers`, answer)).status).toBe(403);
    expect((await ask(`evidence/${randomUUID()}`, { key: reader })).status).toBe(403);
  });

  test('ends when it is revoked or its time is over, and a replaced one a day later', async () => {
    const [revoked, old] = await Promise.all([makeTestKey(), makeTestKey()]);
    await revokeKey({ actor: DESK_ADMINISTRATOR, keyId: revoked.id, now: now() });
    expect((await ask('cases', { key: revoked.text })).status).toBe(401);
    const next = await rotateKey({ actor: DESK_ADMINISTRATOR, keyId: old.id, now: now() });
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const { keys } = await keysOfOperator(DESK_ADMINISTRATOR, inTwoDays);
    expect((await ask('cases', { key: old.text })).status).toBe(200);
    expect((await ask('cases', { key: next.text })).status).toBe(200);
    expect(keys.find(({ id }) => id === old.id)?.standing).toBe('expired');
    expect(keys.find(({ id }) => id === next.id)?.standing).toBe('usable');
    const past = await makeTestKey({ now: '2025-01-01T00:00:00.000Z' });
    expect((await ask('cases', { key: past.text })).status).toBe(401);
  });

  test('of one operator is nothing to the administrators of another', async () => {
    const { id } = await makeTestKey();
    const other = { ...DESK_ADMINISTRATOR, organisation: 'inwi' };
    await expect(revokeKey({ actor: other, keyId: id, now: now() })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await keysOfOperator(other, now())).keys).toEqual([]);
  });

  test('leaves a line for each request, and its last use at most once a minute', async () => {
    const made = await makeTestKey();
    const { reference } = await served();
    await ask('cases', { key: made.text, address: '192.0.2.7' });
    await ask(`cases/${reference}`, { key: made.text, address: '192.0.2.8' });
    await ask(`cases/${reference}/answers`, { key: made.text, method: 'POST', body: {} });
    const { keys, uses } = await keysOfOperator(DESK_ADMINISTRATOR, now());
    expect(keys.find(({ id }) => id === made.id)?.lastUsedAddress).toBe('192.0.2.7');
    const mine = uses.slice(0, 3).map(({ operation, status }) => [operation, status]);
    expect(mine).toEqual([
      ['answerCase', 422],
      ['getCase', 200],
      ['listCases', 200],
    ]);
    await sweepApiLog(new Date(Date.now() + (LOG_DAYS + 1) * 86_400_000).toISOString());
    expect((await keysOfOperator(DESK_ADMINISTRATOR, now())).uses).toEqual([]);
  });

  test('is told how much it may ask, and to wait when it has asked too much', async () => {
    const made = await makeTestKey();
    const first = await ask('cases', { key: made.text });
    expect(first.headers.get('ratelimit-policy')).toBe(`"key";q=${KEY_LIMIT.points};w=${KEY_LIMIT.seconds}`);
    expect(first.headers.get('ratelimit')).toMatch(new RegExp(`^"key";r=${KEY_LIMIT.points - 1};t=\\d+$`));
    await withActor(
      SYSTEM,
      tx =>
        tx.$executeRaw`UPDATE rate_limit SET points = ${KEY_LIMIT.points} WHERE key = ${`api-key:${made.id}`}`,
    );
    const last = await ask('cases', { key: made.text });
    expect(last.status).toBe(429);
    expect(last.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+$/);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('that is made up is refused, and its address soon made to wait', async () => {
    const address = '192.0.2.99';
    const forged = [
      `${key.slice(0, -1)}x`,
      'recours_live_',
      `recours_live_${'0'.repeat(72)}`,
      "'OR/**/1=1--",
    ];
    const statuses: number[] = [];
    for (let attempt = 0; attempt <= REFUSAL_LIMIT.points; attempt += 1) {
      const made = forged[attempt % forged.length] ?? '';
      const response = await ask('cases', { headers: { authorization: `Bearer ${made}` }, address });
      statuses.push(response.status);
    }
    expect(statuses.at(0)).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await ask('cases', { key, address })).status).toBe(200);
  });

  test('is not what people of the desk act with, who see the same cases', async () => {
    const { reference } = await served();
    const found = await withActor(liaisonOf('maroc-telecom'), tx =>
      tx.case.findUnique({ where: { reference } }),
    );
    expect(found).not.toBeNull();
  });
});
