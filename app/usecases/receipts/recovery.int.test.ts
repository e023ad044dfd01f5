import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import type { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  FILED_AT,
  fileTestCase,
  liaisonOf,
  registerOperators,
  serveTestCase,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { openCaseByReceipt } from '../accounts/open-case-by-receipt.server.ts';
import { issueReceipt, type Receipt } from '../complaints/file-complaint.server.ts';
import { openSecrets } from '../notifications/note-secrets.server.ts';
import { verifyEvents } from '../verification/verify-events.server.ts';
import { isRenewalLinkGood, RENEWAL_LIMITS, renewCode, requestNewCode } from './renew-code.server.ts';
import { isAddressLinkGood, offerVerification, verifyAddress } from './verify-address.server.ts';

const EMAIL = 'amina@example.org';
const SOON = '2026-03-10T09:10:00.000Z';
const { ownerUrl } = await testDatabase();
const behind = new pg.Client({ connectionString: ownerUrl });

beforeAll(async () => {
  await behind.connect();
  await behind.query("SELECT set_config('app.role', 'system', false)");
  await registerOperators();
});
afterAll(() => behind.end());

let visitors = 0;
function address(): string {
  visitors += 1;
  return `192.0.2.${visitors}`;
}

/** The token in the one-time link of a case's latest note of a kind; null when there is no such note. */
async function tokenOf(caseId: string, kind: string): Promise<string | null> {
  const note = await withActor(SYSTEM, tx =>
    tx.mailOutbox.findFirst({ where: { caseId, kind }, orderBy: { createdAt: 'desc' } }),
  );
  if (note === null) return null;
  expect(`${note.dedupeKey} ${JSON.stringify(note.params)} ${note.subject}`).not.toMatch(/[\w-]{43}/);
  return new URL(openSecrets(note.secret).link ?? '').searchParams.get('token');
}

async function verifiedCase(): Promise<Receipt> {
  const receipt = await fileTestCase();
  await offerVerification(receipt.caseId, FILED_AT);
  expect(await verifyAddress((await tokenOf(receipt.caseId, 'receipt.verify-address')) ?? '', SOON)).toBe(
    true,
  );
  return receipt;
}

function ask(reference: string, email: string): Promise<void> {
  return requestNewCode({ reference, email, address: address(), now: SOON });
}

async function opens({ reference }: Receipt, code: string): Promise<boolean> {
  const opened = openCaseByReceipt({ reference, code, address: address() });
  return opened.then(
    () => true,
    () => false,
  );
}

describe('the link that confirms an address', () => {
  test('is sent once, confirms once, and is not used up by being looked at', async () => {
    const { caseId } = await fileTestCase();
    await offerVerification(caseId, FILED_AT);
    const token = (await tokenOf(caseId, 'receipt.verify-address')) ?? '';
    await offerVerification(caseId, SOON);
    expect(await tokenOf(caseId, 'receipt.verify-address')).toBe(token);
    for (const _ of [1, 2]) expect(await isAddressLinkGood(token, SOON)).toBe(true);
    expect(await verifyAddress(token, SOON)).toBe(true);
    expect(await verifyAddress(token, SOON)).toBe(false);
  });

  test('ends after a week, and opens nothing else', async () => {
    const { caseId } = await fileTestCase();
    await offerVerification(caseId, FILED_AT);
    const token = (await tokenOf(caseId, 'receipt.verify-address')) ?? '';
    expect(await isAddressLinkGood(token, '2026-03-17T09:00:01.000Z')).toBe(false);
    expect(await verifyAddress(token, '2026-03-17T09:00:01.000Z')).toBe(false);
    expect(await renewCode(token, SOON)).toBeNull();
  });

  test('is not sent without an address', async () => {
    const { caseId } = await fileTestCase({ complaint: { email: '' } });
    await offerVerification(caseId, FILED_AT);
    expect(await tokenOf(caseId, 'receipt.verify-address')).toBeNull();
  });

  test('leaves nothing in the database by which it could be made again', async () => {
    const { caseId } = await fileTestCase();
    await offerVerification(caseId, FILED_AT);
    const token = (await tokenOf(caseId, 'receipt.verify-address')) ?? '';
    const { rows } = await behind.query('SELECT * FROM contact_token WHERE case_id = $1', [caseId]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(EMAIL);
  });
});

describe('a lost code', () => {
  test('is replaced once by the link that went to the confirmed address; the old one is void', async () => {
    const receipt = await verifiedCase();
    await ask(receipt.reference.toLowerCase(), ' Amina@Example.org ');
    const token = (await tokenOf(receipt.caseId, 'receipt.recover')) ?? '';
    expect(await isRenewalLinkGood(token, SOON)).toBe(true);
    expect(await opens(receipt, receipt.code)).toBe(true);
    const taken = await Promise.all(Array.from({ length: 5 }, () => renewCode(token, SOON)));
    const [renewed, ...others] = taken.filter(result => result !== null);
    expect(others).toEqual([]);
    expect(renewed?.reference).toBe(receipt.reference);
    expect(await opens(receipt, receipt.code)).toBe(false);
    expect(await opens(receipt, renewed?.code ?? '')).toBe(true);
  });

  test('is noted in the record for the person and the regulator, not for the operator', async () => {
    const { caseId, reference } = await serveTestCase();
    await offerVerification(caseId, FILED_AT);
    await verifyAddress((await tokenOf(caseId, 'receipt.verify-address')) ?? '', SOON);
    await ask(reference, EMAIL);
    await renewCode((await tokenOf(caseId, 'receipt.recover')) ?? '', SOON);
    const seen = (actor: Parameters<typeof withActor>[0]) =>
      withActor(actor, tx => tx.caseEvent.count({ where: { caseId, type: 'code-renewed' } }));
    expect(await seen(complainantOf(caseId))).toBe(1);
    expect(await seen({ role: 'case_officer', id: 'officer', name: null, organisation: null })).toBe(1);
    expect(await seen(liaisonOf('maroc-telecom'))).toBe(0);
    expect(await seen({ role: 'analyst', id: 'analyst', name: null, organisation: null })).toBe(0);
    expect((await verifyEvents()).faults).toEqual([]);
  });

  test('is not replaced for a foreign, an unconfirmed or a changed address, nor for an unknown reference', async () => {
    const receipt = await verifiedCase();
    const unconfirmed = await fileTestCase();
    await ask(receipt.reference, 'somebody@example.org');
    await ask(unconfirmed.reference, EMAIL);
    await ask(issueReceipt(FILED_AT).reference, EMAIL);
    expect(await tokenOf(receipt.caseId, 'receipt.recover')).toBeNull();
    expect(await tokenOf(unconfirmed.caseId, 'receipt.recover')).toBeNull();
    await behind.query('UPDATE complainant_contact SET email = $2 WHERE case_id = $1', [
      receipt.caseId,
      'new@example.org',
    ]);
    await ask(receipt.reference, 'new@example.org');
    await ask(receipt.reference, EMAIL);
    expect(await tokenOf(receipt.caseId, 'receipt.recover')).toBeNull();
  });

  test('is not replaced by a link that is half an hour old', async () => {
    const receipt = await verifiedCase();
    await ask(receipt.reference, EMAIL);
    const token = (await tokenOf(receipt.caseId, 'receipt.recover')) ?? '';
    expect(await renewCode(token, '2026-03-10T09:40:01.000Z')).toBeNull();
    expect(await opens(receipt, receipt.code)).toBe(true);
  });

  test('can be asked for a few times an hour only', async () => {
    const { reference } = await fileTestCase();
    for (let attempt = 0; attempt < RENEWAL_LIMITS.reference.points; attempt += 1)
      await ask(reference, EMAIL);
    const stopped = await ask(reference, EMAIL).catch((error: AppError) => error.code);
    expect(stopped).toBe('too-many-requests');
  });
});

describe('a request for a new code', () => {
  test('says by field what cannot be a reference or an address', async () => {
    const refused = await ask('MA-2026', 'amina').catch((error: AppError) => error.fields);
    expect(refused).toEqual({ reference: { code: 'not-a-reference' }, email: { code: 'invalid-email' } });
    expect(await ask('', '').catch((error: AppError) => error.fields)).toEqual({
      reference: { code: 'required' },
      email: { code: 'required' },
    });
  });
});
