import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReference } from '#app/domain/case/reference.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';
import { deleteOldKeys, KEY_DAYS } from '#app/usecases/recovery/delete-old-keys.server.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { COMPLAINT as SAMPLE } from '#scripts/testing/complaints-api.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { invoicePdf, phonePhoto } from '#scripts/testing/sample-files.ts';
import { action as readAction, loader as readLoader } from './complaint.ts';
import { action, loader } from './complaints.ts';

await testDatabase();
const storageDir = mkdtempSync(join(tmpdir(), 'recours-api-'));
setEnv({ STORAGE_DIR: storageDir });

beforeAll(registerOperators);
afterAll(() => rmSync(storageDir, { recursive: true, force: true }));

const COMPLAINT = { ...SAMPLE, email: 'amina@example.org' };

type ActionArgs = Parameters<typeof action>[0];
type ReadArgs = Parameters<typeof readLoader>[0];

interface Sent {
  readonly body?: BodyInit;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

const URL_OF_API = 'http://localhost/api/v1/complaints';

function send({ body, headers = {}, method = 'POST' }: Sent): Promise<Response> {
  return action({ request: new Request(URL_OF_API, { method, body, headers }) } as ActionArgs);
}

function sendJson(complaint: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const body = typeof complaint === 'string' ? complaint : JSON.stringify(complaint);
  return send({ body, headers: { 'content-type': 'application/json', ...headers } });
}

function formOf(files: readonly File[], complaint: unknown = COMPLAINT): FormData {
  const form = new FormData();
  form.append('complaint', JSON.stringify(complaint));
  for (const file of files) form.append('evidence', file);
  return form;
}

function read(reference: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`${URL_OF_API}/${reference}`, { headers });
  return readLoader({ request, params: { reference } } as ReadArgs);
}

function countCases(): Promise<number> {
  return withActor(SYSTEM, tx => tx.case.count());
}

async function refused(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = await response.json();
  expect(problem.status).toBe(response.status);
  return problem;
}

describe('filing by the API', () => {
  test('answers with the receipt and where the complaint is found', async () => {
    const response = await sendJson(COMPLAINT);
    const body = await response.json();
    expect(response.status).toBe(201);
    expect(body).toMatchObject({ state: 'filed', reference: expect.stringMatching(/^MA-/) });
    expect(body.code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(response.headers.get('location')).toBe(body.links.self);
    expect(body.links.self).toMatch(new RegExp(`/api/v1/complaints/${body.reference}$`));
    const found = await withActor(SYSTEM, tx => tx.case.findUnique({ where: { reference: body.reference } }));
    expect(found).toMatchObject({ source: 'api', amountMinor: 12050n, state: 'filed' });
  });

  test('files twice what comes twice without a key', async () => {
    const before = await countCases();
    const [first, second] = await Promise.all([sendJson(COMPLAINT), sendJson(COMPLAINT)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await countCases()).toBe(before + 2);
  });

  test('stores what comes with it as it is and seals it in the event', async () => {
    const photo = new Uint8Array(await phonePhoto());
    const files = [new File([photo], '../photo.jpg'), new File([photo], 'again.jpg')];
    files.push(new File([new Uint8Array(await invoicePdf())], 'facture.pdf', { type: 'text/html' }));
    const response = await send({ body: formOf(files) });
    expect(response.status).toBe(201);
    const { reference } = await response.json();
    const found = await withActor(SYSTEM, tx =>
      tx.case.findUniqueOrThrow({ where: { reference }, include: { evidence: true, events: true } }),
    );
    const rows = found.evidence.sort((a, b) => a.mediaType.localeCompare(b.mediaType));
    expect(rows.map(({ mediaType, copyState }) => [mediaType, copyState])).toEqual([
      ['application/pdf', 'pending'],
      ['image/jpeg', 'pending'],
    ]);
    expect(found.events[0]?.payload).toMatchObject({
      evidence: expect.arrayContaining(
        rows.map(({ id, sha256, size, mediaType }) => ({ evidenceId: id, sha256, size, mediaType })),
      ),
    });
    const stored = await buffer(await storage().open(rows[1]?.storageKey ?? ''));
    expect(stored.equals(Buffer.from(photo))).toBe(true);
  });
});

describe('a form', () => {
  test('may bring its JSON as a file', async () => {
    const form = new FormData();
    form.append('complaint', new Blob([JSON.stringify(COMPLAINT)], { type: 'application/json' }));
    expect((await send({ body: form })).status).toBe(201);
    form.append('complaint', '{}');
    expect((await send({ body: form })).status).toBe(422);
  });

  test('brings ten files and no more', async () => {
    const photo = await phonePhoto();
    const files = Array.from({ length: 11 }, (_, index) => {
      const different = new Uint8Array(Buffer.concat([photo, Buffer.from(String(index))]));
      return new File([different], `${index}.jpg`);
    });
    expect((await send({ body: formOf(files.slice(1)) })).status).toBe(201);
    const problem = await refused(await send({ body: formOf(files) }));
    expect(problem).toMatchObject({
      status: 422,
      errors: [{ pointer: '/evidence', code: 'too-many-files' }],
    });
  });
});

describe('an Idempotency-Key', () => {
  const keyed = (key: string) => ({ 'idempotency-key': key });

  test('gives a repeated request the first answer and files nothing', async () => {
    const first = await sendJson(COMPLAINT, keyed('repeated'));
    const before = await countCases();
    const again = await sendJson(COMPLAINT, keyed('repeated'));
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await countCases()).toBe(before);
  });

  test('files one case for twenty requests at once', async () => {
    const before = await countCases();
    const photo = new Uint8Array(await phonePhoto());
    const requests = Array.from({ length: 20 }, () =>
      send({ body: formOf([new File([photo], 'photo.jpg')]), headers: keyed('at-once') }),
    );
    const answers = await Promise.all(requests);
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([201]));
    const bodies = await Promise.all(answers.map(answer => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(await countCases()).toBe(before + 1);
  });

  test('is refused with another complaint, other files, or files left out', async () => {
    await send({
      body: formOf([new File([new Uint8Array(await phonePhoto())], 'a.jpg')]),
      headers: keyed('other'),
    });
    const pdf = new File([new Uint8Array(await invoicePdf())], 'a.pdf');
    const others = [
      formOf([pdf]),
      formOf([]),
      formOf([], { ...COMPLAINT, name: 'Somebody Else' }),
      formOf([], { ...COMPLAINT, name: '' }),
    ];
    for (const body of others) {
      const problem = await refused(await send({ body, headers: keyed('other') }));
      expect(problem).toMatchObject({ status: 409, type: 'urn:recours:problem:idempotency-conflict' });
    }
  });

  test('may be used again after a refusal', async () => {
    const wrong = await sendJson({ ...COMPLAINT, name: '' }, keyed('corrected'));
    expect(wrong.status).toBe(422);
    expect((await sendJson(COMPLAINT, keyed('corrected'))).status).toBe(201);
  });

  test('hides the receipt code in the database', async () => {
    const { code } = await (await sendJson(COMPLAINT, keyed('hidden'))).json();
    const rows = await withActor(SYSTEM, tx => tx.idempotencyKey.findMany());
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain('"hidden"');
  });

  test('outlives a year without a network on the device, and is forgotten then with the answer that it kept', async () => {
    const first = await (await sendJson(COMPLAINT, keyed('old'))).json();
    const inDays = (days: number) => new Date(Date.parse(first.filedAt) + days * 86_400_000).toISOString();
    expect(KEY_DAYS).toBeGreaterThan(366);
    await deleteOldKeys(inDays(KEY_DAYS - 0.1));
    expect(await (await sendJson(COMPLAINT, keyed('old'))).json()).toEqual(first);
    expect(await deleteOldKeys(inDays(KEY_DAYS + 0.1))).toBeGreaterThan(0);
    expect(await withActor(SYSTEM, tx => tx.idempotencyKey.count())).toBe(0);
  });

  test('that is none is refused', async () => {
    expect((await sendJson(COMPLAINT, keyed('with space'))).status).toBe(400);
    expect((await sendJson(COMPLAINT, keyed('x'.repeat(256)))).status).toBe(400);
  });
});

describe('a refusal', () => {
  test('names each field by pointer, with its reason in the language asked for', async () => {
    const wrong = {
      ...COMPLAINT,
      attempts: [{ ...COMPLAINT.attempts[0], on: '2026-02-30' }],
      narrative: ['not', 'text'],
      issues: 'nonsense',
      shoeSize: 42,
      facts: { ...COMPLAINT.facts, shoes: 1 },
    };
    const problem = await refused(await sendJson(wrong, { 'accept-language': 'de-CH, en;q=0.5' }));
    expect(problem).toMatchObject({ status: 422, type: 'urn:recours:problem:invalid-input' });
    const errors: { pointer: string; code: string; detail: string }[] = problem.errors;
    const byPointer = new Map(errors.map(error => [error.pointer, error]));
    expect(byPointer.get('/attempts/0/on')).toEqual({
      pointer: '/attempts/0/on',
      field: 'attempts.0.on',
      code: 'not-a-date',
      detail: 'Dieses Datum gibt es nicht, oder es ist unvollständig.',
    });
    expect([...byPointer.keys()].sort()).toEqual(
      ['/attempts/0/on', '/facts/shoes', '/issues/0', '/narrative', '/shoeSize'].sort(),
    );
    expect(byPointer.get('/shoeSize')?.code).toBe('unknown-field');
  });

  test.each(['ar', 'de', 'en', 'fr'])('has its texts in %s', async language => {
    const response = await sendJson({}, { 'accept-language': language });
    const problem = await refused(response);
    expect(response.headers.get('content-language')).toBe(language);
    const texts = [
      problem.title,
      problem.detail,
      ...problem.errors.map((error: { detail: string }) => error.detail),
    ];
    expect(texts.every(text => text.length > 5 && !/^field\.|\.title$|\.explanation$/.test(text))).toBe(true);
    expect(/\p{Script=Arabic}/u.test(problem.title)).toBe(language === 'ar');
  });

  test('says when an early complaint may be filed', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const early = { ...COMPLAINT, startedAt: today, attempts: [{ ...COMPLAINT.attempts[0], on: today }] };
    const problem = await refused(await sendJson(early, { 'accept-language': 'en' }));
    expect(problem).toMatchObject({ status: 422, type: 'urn:recours:problem:not-admissible' });
    expect(problem.errors).toEqual([
      expect.objectContaining({
        pointer: '/attempts',
        code: 'too-early',
        detail: expect.stringMatching(/\d{4}/),
      }),
    ]);
  });

  test.each([
    ['no JSON', '{"track":', 400, 'malformed-request'],
    ['ten megabytes', JSON.stringify({ narrative: 'x'.repeat(10 * 1024 * 1024) }), 413, 'request-too-large'],
    ['a list', '[]', 422, 'invalid-input'],
    ['nothing', 'null', 422, 'invalid-input'],
    ['deeply nested', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422, 'invalid-input'],
  ])('of %s has its own status', async (_, body, status, code) => {
    const problem = await refused(await sendJson(body));
    expect(problem).toMatchObject({ status, type: `urn:recours:problem:${code}` });
  });

  test('of another media type, file type or field', async () => {
    expect((await send({ body: 'hello', headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    const script = new File(['<script>alert(1)</script>'], 'photo.jpg', { type: 'image/jpeg' });
    const refusedFile = await refused(await send({ body: formOf([script]) }));
    expect(refusedFile).toMatchObject({
      status: 415,
      errors: [{ pointer: '/evidence', code: 'file-type-refused' }],
    });
    const unnamed = new FormData();
    unnamed.append('claim', '{}');
    expect(await refused(await send({ body: unnamed }))).toMatchObject({ errors: [{ pointer: '/claim' }] });
    const missing = await refused(await send({ body: new FormData() }));
    expect(missing).toMatchObject({ status: 422, errors: [{ pointer: '/complaint', code: 'required' }] });
  });

  test('of another method names the ones that there are', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const response = await send({ method, body: '{}' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
    const looked = await loader({ request: new Request(URL_OF_API) } as Parameters<typeof loader>[0]);
    expect(looked.status).toBe(405);
    const changed = await readAction({
      request: new Request(`${URL_OF_API}/X`, { method: 'POST' }),
    } as Parameters<typeof readAction>[0]);
    expect([changed.status, changed.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('reading by the API', () => {
  async function filed(): Promise<{ reference: string; code: string }> {
    return (await sendJson(COMPLAINT)).json();
  }

  test('shows the holder of the receipt how the case stands, and nothing of who filed it', async () => {
    const { reference, code } = await filed();
    const response = await read(reference, { authorization: `Receipt ${code}`, 'accept-language': 'fr' });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      reference,
      state: 'filed',
      next: { kind: 'deliver', party: 'portal' },
      operator: { id: 'maroc-telecom' },
      timeline: [{ seq: 1, type: 'filed', by: 'complainant', text: expect.any(String) }],
      clocks: [],
    });
    expect(text).not.toContain('amina@example.org');
  });

  test('tells an unknown reference and a wrong code apart for nobody', async () => {
    const { reference, code } = await filed();
    const other = await filed();
    const wrongCode = await read(reference, { authorization: `Receipt ${other.code}` });
    const unknown = await read(makeReference('MA', 2026, 1), { authorization: `Receipt ${code}` });
    expect(wrongCode.status).toBe(404);
    const problem = await refused(wrongCode);
    expect(await refused(unknown)).toEqual(problem);
    expect(problem.type).toBe('urn:recours:problem:receipt-refused');
  });

  test('asks for the code in the header', async () => {
    const { reference, code } = await filed();
    const response = await read(`${reference}?code=${code}`);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Receipt']);
  });

  test('slows down who guesses', async () => {
    const { reference } = await filed();
    const wrong = { authorization: 'Receipt 0000-0000-0000-0000' };
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) statuses.push((await read(reference, wrong)).status);
    expect(statuses).toContain(404);
    const last = await read(reference, wrong);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
