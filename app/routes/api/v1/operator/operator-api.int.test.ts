import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeReference } from '#app/domain/case/reference.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  CaseListShown,
  CaseShown,
  CaseStandingShown,
  MessagesShown,
} from '#app/usecases/operator-api/case-shown.schema.ts';
import { fileTestCase, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { ask, makeTestKey } from '#scripts/testing/operator-api.ts';

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

const ANSWER = {
  message:
    'La double facturation de l’option internationale a été retirée de votre facture de janvier : 120,50 MAD vous reviennent.',
  items: [
    {
      issue: 'billing/error',
      outcome: 'remedied-with-money',
      cause: 'L’option internationale a été facturée deux fois après une migration de votre offre.',
      action: 'La seconde ligne est annulée et le montant est recrédité sur votre compte client.',
      date: '2026-03-20',
      amount: '120.50',
      proof: 'Avoir AV-2026-0417',
      details: { transaction: 'AV-2026-0417', creditedAt: '2026-03-20T10:00' },
    },
  ],
};

async function listed(query = '', asKey = key) {
  const response = await ask(`cases${query}`, { key: asKey });
  expect(response.status).toBe(200);
  return CaseListShown.parse(await response.json());
}

describe('the list', () => {
  test('shows the cases that were served on the operator, and nobody else’s', async () => {
    const mine = await served();
    await serveTestCase({ now: now(), complaint: { operatorId: 'inwi', startedAt: '2026-01-02' } });
    const { cases } = await listed();
    expect(cases.map(({ reference }) => reference)).toEqual([mine.reference]);
    expect(cases[0]).toMatchObject({
      state: 'served',
      category: 'billing',
      acknowledged: false,
      overdue: false,
    });
    expect((await listed('?state=answered')).cases).toEqual([]);
    expect((await listed('?category=billing&due_before=2099-01-01T00:00:00Z')).cases).toHaveLength(1);
  });

  test('serves the cases that no other channel has brought, once, and so does reading one', async () => {
    const filing = { now: now(), complaint: { startedAt: '2026-01-02' } };
    const [listedFirst, readFirst] = [await fileTestCase(filing), await fileTestCase(filing)];
    expect((await ask(`cases/${readFirst.reference}`, { key })).status).toBe(200);
    const { cases } = await listed();
    expect(cases.map(({ reference }) => reference)).toContain(listedFirst.reference);
    await listed();
    for (const { caseId } of [listedFirst, readFirst]) {
      const deliveries = await withActor(SYSTEM, tx => tx.delivery.findMany({ where: { caseId } }));
      expect(deliveries).toMatchObject([{ channel: 'api', state: 'delivered', proof: 'pulled' }]);
      const events = await withActor(SYSTEM, tx => tx.caseEvent.findMany({ where: { caseId } }));
      expect(events.map(({ type }) => type)).toEqual(['filed', 'served']);
    }
  });

  test('misses no case that changes while somebody goes through its pages', async () => {
    const receipts = await Promise.all([served(), served(), served(), served()]);
    const seen = new Map<string, number>();
    let cursor: string | null = '';
    let changed = 0;
    while (cursor !== null) {
      const page = await listed(`?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      for (const { reference, version } of page.cases) seen.set(reference, version);
      const reference = receipts[changed]?.reference;
      if (reference !== undefined) {
        await ask(`cases/${reference}/acknowledgement`, { key, method: 'POST', body: {} });
        changed += 1;
      }
      cursor = page.nextCursor;
    }
    const rows = await withActor(SYSTEM, tx =>
      tx.case.findMany({ where: { reference: { in: receipts.map(({ reference }) => reference) } } }),
    );
    for (const { reference, version } of rows) expect(seen.get(reference)).toBe(version);
  });

  test('gives what changed since the last synchronisation', async () => {
    const { syncedThrough } = await listed();
    const { reference } = await served();
    const { cases } = await listed(`?updated_since=${syncedThrough}`);
    expect(cases.map(({ reference: found }) => found)).toContain(reference);
    expect((await listed('?updated_since=2099-01-01T00:00:00Z')).cases).toEqual([]);
  });

  test.each([
    ['?limit=0', 'limit'],
    ['?limit=1e9', 'limit'],
    ['?cursor=made-up', 'cursor'],
    ['?cursor=MjAyNg', 'cursor'],
    ['?state=draft', 'state'],
    ['?updated_since=yesterday', 'updated_since'],
    ['?operator=inwi', 'operator'],
  ])('refuses %s by field', async (query, field) => {
    const response = await ask(`cases${query}`, { key });
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toMatchObject([{ field }]);
  });
});

describe('a case', () => {
  test('comes with what the operator may see, and without how to reach the customer', async () => {
    const { reference } = await served();
    const response = await ask(`cases/${reference}`, { key, headers: { 'accept-language': 'fr' } });
    const text = await response.text();
    const shown = CaseShown.parse(JSON.parse(text));
    expect(shown).toMatchObject({
      reference,
      customer: { name: 'Amina Exemple' },
      stateText: expect.any(String),
    });
    expect(shown.narrative).toContain('facture de janvier');
    expect(shown.commands).toEqual(expect.arrayContaining(['acknowledge', 'answer', 'misdirect']));
    expect(shown.clocks[0]?.trace.length).toBeGreaterThan(0);
    expect(text).not.toContain('amina@example.org');
    expect(response.headers.get('etag')).toBe(`"${shown.version}"`);
  });

  test('of another operator, an unknown and an impossible reference are the same', async () => {
    const other = await serveTestCase({
      now: now(),
      complaint: { operatorId: 'inwi', startedAt: '2026-01-02' },
    });
    const paths = [
      other.reference,
      makeReference('MA', 2026, 5),
      'MA-2026-0000-0000-0',
      '../../etc/passwd',
      `${'A'.repeat(5000)}`,
    ];
    const bodies = [];
    for (const path of paths) {
      for (const below of ['', '/messages', '/answers']) {
        const method = below === '/answers' ? 'POST' : 'GET';
        const sent = { key, method, ...(method === 'POST' ? { body: ANSWER } : {}) };
        const response = await ask(`cases/${encodeURIComponent(path)}${below}`, sent);
        expect(response.status).toBe(404);
        bodies.push(await response.text());
      }
    }
    expect(new Set(bodies).size).toBe(1);
  });
});

describe('commands', () => {
  test('go from acknowledging to answering, each with its own event under the key’s name', async () => {
    const { reference, caseId } = await served();
    const post = (below: string, body: unknown) =>
      ask(`cases/${reference}/${below}`, { key, method: 'POST', body });
    expect((await post('acknowledgement', {})).status).toBe(200);
    expect((await post('messages', { body: 'Nous avons bien reçu votre réclamation.' })).status).toBe(200);
    const messages = await ask(`cases/${reference}/messages`, { key });
    expect(MessagesShown.parse(await messages.json()).messages).toMatchObject([
      { by: 'liaison', name: 'CRM' },
    ]);
    const extension = await post('extension', {
      reason: 'La vérification chez notre partenaire dure encore.',
    });
    expect(extension.status).toBe(200);
    const answered = await post('answers', ANSWER);
    expect(CaseStandingShown.parse(await answered.json())).toMatchObject({ reference, state: 'answered' });
    const events = await withActor(SYSTEM, tx => tx.caseEvent.findMany({ where: { caseId } }));
    const keyed = events.filter(({ actorId }) => actorId?.startsWith('key:'));
    expect(keyed.map(({ type, actorOrganisation }) => [type, actorOrganisation])).toEqual(
      ['acknowledged', 'operator-wrote', 'extension-granted', 'answered'].map(type => [
        type,
        'maroc-telecom',
      ]),
    );
  });

  test('of an operator with a second reader wait for that reader', async () => {
    await withActor(SYSTEM, tx =>
      tx.operatorAnswering.create({
        data: { operatorId: 'maroc-telecom', secondReader: true, updatedBy: 'Nadia', updatedAt: now() },
      }),
    );
    const { reference } = await served();
    const send = () => ask(`cases/${reference}/answers`, { key, method: 'POST', body: ANSWER });
    const first = await send();
    expect([first.status, await first.json()]).toEqual([
      202,
      expect.objectContaining({ state: 'served', answerWaits: true }),
    ]);
    const second = await send();
    expect([second.status, (await second.json()).type]).toEqual([409, 'urn:recours:problem:answer-waiting']);
    await withActor(SYSTEM, tx => tx.operatorAnswering.deleteMany());
  });

  test('ask for information, and hand back what belongs to somebody else', async () => {
    const [asked, foreign] = await Promise.all([served(), served()]);
    const question = 'Quel est le numéro de la facture que vous contestez ?';
    const first = await ask(`cases/${asked.reference}/information-requests`, {
      ...{ key, method: 'POST', body: { question } },
    });
    expect((await first.json()).state).toBe('returned');
    const reason = 'Ce numéro a été porté chez un autre opérateur en janvier.';
    const second = await ask(`cases/${foreign.reference}/misdirection`, {
      ...{ key, method: 'POST', body: { reason, suggestedOperatorId: 'inwi' } },
    });
    expect((await second.json()).state).toBe('misdirected');
  });

  test('that name an older version do nothing', async () => {
    const { reference, caseId } = await served();
    const stale = { key, method: 'POST', body: ANSWER, headers: { 'if-match': '"1"' } };
    expect((await ask(`cases/${reference}/answers`, stale)).status).toBe(412);
    const { version } = await withActor(SYSTEM, tx => tx.case.findUniqueOrThrow({ where: { id: caseId } }));
    const fresh = { ...stale, headers: { 'if-match': `"${version}"` } };
    const response = await ask(`cases/${reference}/answers`, fresh);
    expect([response.status, response.headers.get('etag')]).toEqual([200, `"${version + 1}"`]);
  });

  test.each([
    ['a number', 5],
    ['a list', []],
    ['nothing', null],
    ['texts of the wrong type', { items: 'x', message: {} }],
    ['items of the wrong type', { items: [1, null, 'x'], message: 'm' }],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a forged proof', { ...ANSWER, items: [{ ...ANSWER.items[0], evidenceIds: [randomUUID()] }] }],
    ['an issue of no case', { ...ANSWER, items: [{ ...ANSWER.items[0], issue: 'a/b' }] }],
    [
      'a promise for another century',
      {
        ...ANSWER,
        items: [{ ...ANSWER.items[0], details: { transaction: 'X', creditedAt: '2199-01-01T10:00' } }],
      },
    ],
    ['a prototype', JSON.parse('{"__proto__": {"items": []}, "constructor": 1}')],
  ])('with %s for a body are refused by field', async (_, body) => {
    const { reference } = await served();
    const response = await ask(`cases/${reference}/answers`, { key, method: 'POST', body });
    expect(response.status).toBe(422);
    expect((await response.json()).errors.length).toBeGreaterThan(0);
  });

  test('of ten megabytes are refused, whoever sends them', async () => {
    const { reference } = await served();
    const body = { message: 'x'.repeat(10 * 1024 * 1024) };
    const path = `cases/${reference}/answers`;
    expect((await ask(path, { key, method: 'POST', body })).status).toBe(413);
    expect((await ask(path, { method: 'POST', body })).status).toBe(401);
  });
});

describe('an Idempotency-Key', () => {
  const message = { body: 'Votre dossier est entre nos mains, nous revenons vers vous.' };
  const countOf = (caseId: string) =>
    withActor(SYSTEM, tx => tx.caseMessage.count({ where: { caseId, kind: 'message' } }));

  test('gives a repeated request the first answer and writes nothing', async () => {
    const { reference, caseId } = await served();
    const sent = { key, method: 'POST', body: message, headers: { 'idempotency-key': 'repeated' } };
    const path = `cases/${reference}/messages`;
    const first = await ask(path, sent);
    await ask(`cases/${reference}/acknowledgement`, { key, method: 'POST', body: {} });
    const again = await ask(path, sent);
    expect([again.status, await again.text()]).toEqual([200, await first.text()]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await countOf(caseId)).toBe(1);
  });

  test('sends one message for twelve requests at once; the others wait or get its answer', async () => {
    const { reference, caseId } = await served();
    const sent = { key, method: 'POST', body: message, headers: { 'idempotency-key': 'at-once' } };
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => ask(`cases/${reference}/messages`, sent)),
    );
    for (const answer of answers) {
      expect([200, 409]).toContain(answer.status);
      if (answer.status === 409) expect(answer.headers.get('retry-after')).toBe('1');
    }
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await countOf(caseId)).toBe(1);
  });

  test('whose first request lost its process does not repeat what that one had done', async () => {
    const { reference, caseId } = await served();
    const path = `cases/${reference}/messages`;
    const sent = { key, method: 'POST', body: message, headers: { 'idempotency-key': 'lost' } };
    await ask(path, sent);
    await withActor(
      SYSTEM,
      tx =>
        tx.$executeRaw`UPDATE api_idempotency SET body = NULL, started_at = started_at - interval '2 minutes'
        WHERE case_version = (SELECT version - 1 FROM "case" WHERE id = ${caseId}::uuid)`,
    );
    expect((await ask(path, sent)).status).toBe(409);
    expect(await countOf(caseId)).toBe(1);
  });

  test('may come again with the corrected request after a refusal', async () => {
    const { reference } = await served();
    const headers = { 'idempotency-key': 'corrected' };
    const path = `cases/${reference}/messages`;
    expect((await ask(path, { key, method: 'POST', body: { body: '' }, headers })).status).toBe(422);
    expect((await ask(path, { key, method: 'POST', body: message, headers })).status).toBe(200);
  });
});
