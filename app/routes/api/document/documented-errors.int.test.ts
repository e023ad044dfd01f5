import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_SCOPES } from '#app/domain/access/api-scopes.ts';
import { makeReference } from '#app/domain/case/reference.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import type { ErrorCode } from '#app/domain/shared/errors.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { KEY_LIMIT } from '#app/routes/api/v1/operator/with-key.server.ts';
import {
  COMMAND_OPERATIONS,
  type CommandOperationId,
  type OperationId,
  READS,
  scopeOf,
} from '#app/usecases/operator-api/operations.ts';
import { recordTestEvents, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { askToFile, askToRead, complaintOf } from '#scripts/testing/complaints-api.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { ask, makeTestKey, type Sent } from '#scripts/testing/operator-api.ts';
import { BODY_EXAMPLES } from './examples.ts';
import { apiDocument } from './openapi-document.server.ts';

const database = await testDatabase();
const storageDir = mkdtempSync(join(tmpdir(), 'recours-errors-'));
setEnv({ STORAGE_DIR: storageDir, CLAMD_URL: 'tcp://127.0.0.1:1' });
const UNKNOWN = makeReference('MA', 2026, 5);
const superuser = new pg.Client({ connectionString: database.superuserUrl });

let key = '';

beforeAll(async () => {
  await registerOperators();
  await superuser.connect();
  key = (await makeTestKey()).text;
});
afterAll(async () => {
  await superuser.end();
  rmSync(storageDir, { recursive: true, force: true });
});

const METHODS = ['get', 'post'] as const;

/** "operation code" for each error that the document names. */
function documented(): ReadonlySet<string> {
  const found = Object.values(apiDocument().paths ?? {}).flatMap(path =>
    METHODS.flatMap(method => {
      const { operationId = '', responses = {} } = path[method] ?? {};
      return Object.entries(responses as Record<string, { content?: Record<string, { examples?: object }> }>)
        .filter(([status]) => Number(status) >= 400)
        .flatMap(([, { content }]) => Object.keys(content?.['application/problem+json']?.examples ?? {}))
        .map(code => `${operationId} ${code}`);
    }),
  );
  return new Set(found);
}

const produced = new Set<string>();

/** Notes the error that an operation answered with. */
async function expectProblem(operation: string, code: ErrorCode, response: Response): Promise<void> {
  const problem = await response.json();
  expect(problem, operation).toMatchObject({
    type: `urn:recours:problem:${code}`,
    status: response.status,
    title: expect.any(String),
    detail: expect.any(String),
  });
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  produced.add(`${operation} ${code}`);
}

const now = () => new Date().toISOString();
const served = (at = now()) => serveTestCase({ now: at, complaint: { startedAt: '2026-01-02' } });

async function evidenceOf(scanState: string): Promise<string> {
  const { caseId } = await served();
  const id = randomUUID();
  await withActor(SYSTEM, tx =>
    tx.evidence.create({
      data: {
        ...{ id, caseId, fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: sha256(id) },
        ...{ storageKey: id, uploadedByRole: 'complainant', uploadedAt: now(), scanState },
        copyState: 'ready',
      },
    }),
  );
  return id;
}

async function caseFor(operation: CommandOperationId) {
  const receipt = await served();
  if (operation === 'reportRemedy') {
    const payload = {
      ...{ decisionId: randomUUID(), outcome: 'upheld' as const, remedyDays: 30, amountMinor: null },
      digest: sha256('decision'),
    };
    await recordTestEvents(receipt.caseId, [{ type: 'decided', payload }], { at: now() });
  }
  if (operation === 'keepPromise') {
    const outcome = 'remedied-with-money' as const;
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const payload = {
      ...{ responseId: randomUUID(), number: 1, outcome, moneyReturnedMinor: 12_050, inTime: true, days: 3 },
      items: [
        { issue: 'billing/error', outcome, date: inAMonth, amountMinor: 12_050, promised: true as const },
      ],
      digest: sha256('answer'),
    };
    await recordTestEvents(receipt.caseId, [{ type: 'answered', payload }], { at: now() });
  }
  return receipt;
}

interface Valid {
  readonly path: string;
  readonly sent: Sent;
  readonly caseId: string;
}

/** A request that the operation accepts. */
async function valid(operation: OperationId): Promise<Valid> {
  if (operation === 'listCases') return { path: 'cases', sent: { key }, caseId: '' };
  if (operation === 'getEvidence') {
    return { path: `evidence/${await evidenceOf('clean')}`, sent: { key }, caseId: '' };
  }
  if (operation === 'getCase' || operation === 'listMessages') {
    const { reference, caseId } = await served();
    const below = operation === 'getCase' ? '' : '/messages';
    return { path: `cases/${reference}${below}`, sent: { key }, caseId };
  }
  const { reference, caseId } = await caseFor(operation);
  const path = `cases/${reference}/${COMMAND_OPERATIONS[operation].segment}`;
  return { path, sent: { key, method: 'POST', body: BODY_EXAMPLES[operation] }, caseId };
}

const OPERATIONS = [...Object.keys(READS), ...Object.keys(COMMAND_OPERATIONS)] as readonly OperationId[];
const COMMANDS = Object.keys(COMMAND_OPERATIONS) as readonly CommandOperationId[];

describe.each(OPERATIONS)('%s', operation => {
  test('refuses who brings no key, a wrong one, one without the scope, and who asks too often', async () => {
    const { path, sent } = await valid(operation);
    const { key: _, ...keyless } = sent;
    await expectProblem(operation, 'unauthenticated', await ask(path, keyless));
    const wrong = { ...sent, key: `recours_live_${'0'.repeat(72)}`, address: operation };
    await expectProblem(operation, 'api-key-refused', await ask(path, wrong));
    const scopes = API_SCOPES.filter(scope => scope !== scopeOf(operation));
    const limited = await makeTestKey({ scopes });
    await expectProblem(operation, 'scope-missing', await ask(path, { ...sent, key: limited.text }));
    const { points } = KEY_LIMIT;
    await superuser.query('UPDATE rate_limit SET points = $1 WHERE key = $2', [
      points,
      `api-key:${limited.id}`,
    ]);
    const late = await ask(path, { ...sent, key: limited.text });
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectProblem(operation, 'too-many-requests', late);
  });
});

describe.each(COMMANDS)('%s', operation => {
  test('refuses what is no request of ours', async () => {
    const { path, sent } = await valid(operation);
    const refused = async (code: ErrorCode, changes: Sent) =>
      expectProblem(operation, code, await ask(path, { ...sent, ...changes }));
    await refused('malformed-request', { body: '{' });
    await refused('idempotency-key-missing', { keyless: true });
    await refused('request-too-large', { body: { x: 'x'.repeat(300 * 1024) } });
    await refused('unsupported-media-type', { headers: { 'content-type': 'text/plain' } });
    await refused('invalid-input', { body: 5 });
    await refused('precondition-failed', { headers: { 'if-match': '"1"' } });
    const elsewhere = path.replace(/cases\/[^/]+/, `cases/${UNKNOWN}`);
    await expectProblem(operation, 'not-found', await ask(elsewhere, sent));
  });

  test('refuses a key that came with something else, or whose request is at work', async () => {
    const { path, sent, caseId } = await valid(operation);
    const headers = { 'idempotency-key': `once ${operation}`.replace(' ', '-') };
    expect((await ask(path, { ...sent, headers })).status).toBe(200);
    const other = { ...sent, headers, body: { other: true } };
    await expectProblem(operation, 'idempotency-conflict', await ask(path, other));
    await superuser.query(
      'UPDATE api_idempotency SET body = NULL WHERE case_version = (SELECT version - 1 FROM "case" WHERE id = $1)',
      [caseId],
    );
    const again = await ask(path, { ...sent, headers });
    expect(again.headers.get('retry-after')).toBe('1');
    await expectProblem(operation, 'idempotency-in-progress', again);
  });

  test('refuses a case that is over, or that somebody else changes at the same moment', async () => {
    const over = await valid(operation);
    const payload = { messageId: randomUUID(), digest: sha256('withdrawn') };
    await recordTestEvents(over.caseId, [{ type: 'withdrawn', payload }], { at: now() });
    await expectProblem(operation, 'command-not-permitted', await ask(over.path, over.sent));
    const contested = await valid(operation);
    await expectProblem(operation, 'case-changed', await whileChanging(contested));
  });
});

/** Sends the request, lets it read the case and wait for the row, and changes the row under it. */
async function whileChanging({ path, sent, caseId }: Valid): Promise<Response> {
  const changing = new pg.Client({ connectionString: database.superuserUrl });
  await changing.connect();
  await changing.query('BEGIN');
  await changing.query('UPDATE "case" SET version = version + 1 WHERE id = $1', [caseId]);
  const answering = ask(path, sent);
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  let waits = 0;
  while (waits === 0) waits = (await superuser.query(waiting)).rowCount ?? 0;
  await changing.query('COMMIT');
  await changing.end();
  return answering;
}

describe('what some operations refuse besides', () => {
  test('a list and a file that are asked for in a wrong way', async () => {
    await expectProblem('listCases', 'invalid-input', await ask('cases?limit=x', { key }));
    const id = await evidenceOf('clean');
    await expectProblem('getEvidence', 'invalid-input', await ask(`evidence/${id}?version=x`, { key }));
  });

  test('cases and files that are not there, not yet checked, harmful, or not for operators', async () => {
    for (const [operation, below] of [
      ['getCase', ''],
      ['listMessages', '/messages'],
    ] as const) {
      await expectProblem(operation, 'not-found', await ask(`cases/${UNKNOWN}${below}`, { key }));
    }
    await expectProblem('getEvidence', 'not-found', await ask(`evidence/${randomUUID()}`, { key }));
    const pending = await ask(`evidence/${await evidenceOf('pending')}`, { key });
    await expectProblem('getEvidence', 'evidence-being-checked', pending);
    const infected = await ask(`evidence/${await evidenceOf('infected')}`, { key });
    await expectProblem('getEvidence', 'evidence-quarantined', infected);
    const original = await ask(`evidence/${await evidenceOf('clean')}?version=original`, { key });
    await expectProblem('getEvidence', 'forbidden', original);
  });

  test('an extension after the deadline, an answer that says nothing, and one beside another that waits', async () => {
    const late = await served('2026-03-10T09:00:00.000Z');
    const extension = { key, method: 'POST', body: BODY_EXAMPLES.takeExtension };
    const refused = await ask(`cases/${late.reference}/extension`, extension);
    await expectProblem('takeExtension', 'extension-not-allowed', refused);
    const { path, sent, caseId } = await valid('answerCase');
    const items = [{ issue: 'billing/error', outcome: 'rejected', cause: 'Nous sommes désolés.' }];
    const empty = await ask(path, {
      ...sent,
      body: { items, message: 'Nous vous remercions de votre confiance.' },
    });
    await expectProblem('answerCase', 'answer-without-substance', empty);
    await superuser.query(
      `INSERT INTO answer_proposal (id, case_id, operator_id, author_id, author_name, fields, state, submitted_at)
       SELECT gen_random_uuid(), id, operator_id, 'somebody', 'Samira', '{}', 'waiting', now() FROM "case" WHERE id = $1`,
      [caseId],
    );
    await superuser.query(
      `INSERT INTO operator_answering (operator_id, second_reader, updated_by, updated_at)
       VALUES ('maroc-telecom', true, 'Nadia', now())`,
    );
    await expectProblem('answerCase', 'answer-waiting', await ask(path, sent));
    await superuser.query('DELETE FROM operator_answering');
  });
});

describe('filing and reading a complaint', () => {
  const file = (code: ErrorCode, sent: Parameters<typeof askToFile>[0]) =>
    askToFile(sent).then(response => expectProblem('fileComplaint', code, response));

  test('are refused for what is sent', async () => {
    await file('malformed-request', { json: '{' });
    await file('request-too-large', { json: JSON.stringify({ narrative: 'x'.repeat(300 * 1024) }) });
    await file('unsupported-media-type', { json: '{}', type: 'text/plain' });
    await file('invalid-input', { json: '[]' });
    await file('not-admissible', { json: complaintOf({ attempts: [] }) });
    const headers = { 'idempotency-key': 'filed-once' };
    expect((await askToFile({ json: complaintOf(), headers })).status).toBe(201);
    await file('idempotency-conflict', { json: complaintOf({ amount: 1 }), headers });
  });

  test('are refused for files', async () => {
    const text = (size: number) => new File([new Uint8Array(size)], 'x.bin');
    await file('file-type-refused', { json: complaintOf(), files: [text(10)] });
    await file('file-too-large', { json: complaintOf(), files: [text(26 * 1024 * 1024)] });
    const eleven = Array.from({ length: 11 }, (_, index) => new File([`%PDF-1.4 ${index}`], `${index}.pdf`));
    await file('too-many-files', { json: complaintOf(), files: eleven });
  });

  test('are refused beyond the number of complaints that one address may send', async () => {
    expect((await askToFile({ json: complaintOf() })).status).toBe(201);
    const counted = `UPDATE rate_limit SET points = $1 WHERE key LIKE 'drafts-from-address%'`;
    expect((await superuser.query(counted, [100_000])).rowCount).toBeGreaterThan(0);
    await file('too-many-requests', { json: complaintOf() });
    await superuser.query(counted, [0]);
  });

  test('are refused without the right receipt', async () => {
    const { reference, code } = await (await askToFile({ json: complaintOf() })).json();
    const read = async (problem: ErrorCode, at: string, authorization?: string) =>
      expectProblem('readComplaint', problem, await askToRead(at, authorization));
    await read('unauthenticated', reference);
    await read('receipt-refused', reference, 'Receipt 0000-0000-0000-0000');
    await read('invalid-input', reference, 'Receipt x');
    await read('reference-mistyped', 'MA-2026-0000-0000-1', `Receipt ${code}`);
    const limits = await superuser.query(`UPDATE rate_limit SET points = 100 WHERE key LIKE 'receipt-%'`);
    expect(limits.rowCount).toBeGreaterThan(0);
    await read('too-many-requests', reference, `Receipt ${code}`);
  });
});

describe('when the database is not as it must be', () => {
  test('each operation says that the fault is ours, without its cause', async () => {
    const requests = [];
    for (const operation of OPERATIONS) requests.push([operation, await valid(operation)] as const);
    await superuser.query(`UPDATE rate_limit SET points = 0`);
    await superuser.query('ALTER TABLE "case" RENAME TO case_away');
    await superuser.query('ALTER TABLE "evidence" RENAME TO evidence_away');
    for (const [operation, { path, sent }] of requests) {
      await expectProblem(operation, 'internal', await ask(path, sent));
    }
    await expectProblem('fileComplaint', 'internal', await askToFile({ json: complaintOf() }));
    const read = await askToRead(UNKNOWN, 'Receipt 0000-0000-0000-0000');
    await expectProblem('readComplaint', 'internal', read);
  });
});

test('every error that the document names has been produced here, and no other', () => {
  expect([...produced].sort()).toEqual([...documented()].sort());
});
