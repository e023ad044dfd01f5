import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppError } from '#app/domain/shared/errors.ts';
import { keyedDigest } from '#app/platform/crypto.server.ts';
import { pretendedHashSetting, slowHash } from '#app/platform/slow-hash.server.ts';
import { FILED_AT, fileTestCase, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { issueReceipt, type Receipt } from '../complaints/file-complaint.server.ts';
import { openCaseByReceipt, RECEIPT_LIMITS } from './open-case-by-receipt.server.ts';

const { ownerUrl } = await testDatabase();
const behind = new pg.Client({ connectionString: ownerUrl });

beforeAll(async () => {
  await behind.connect();
  await behind.query("SELECT set_config('app.role', 'system', false)");
  await registerOperators();
});
afterAll(() => behind.end());

const WRONG = '0000-0000-0000-0000';
const WITHIN = 0.05;
const PAIRS_AT_LEAST = 120;
const PAIRS_AT_MOST = 960;

let visitors = 0;

/** A refusal from an address that was never seen. @returns milliseconds that it took */
async function refused(reference: string): Promise<number> {
  visitors += 1;
  const address = `2001:db8::${visitors.toString(16)}`;
  const begun = performance.now();
  const outcome = await openCaseByReceipt({ reference, code: WRONG, address }).catch(
    ({ code }: AppError) => code,
  );
  const took = performance.now() - begun;
  expect(outcome).toBe('receipt-refused');
  return took;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function storedHash({ caseId }: Receipt): Promise<string> {
  const { rows } = await behind.query('SELECT receipt_hash FROM "case" WHERE id = $1', [caseId]);
  return rows[0].receipt_hash;
}

describe('a receipt code', () => {
  test('rests as Argon2id under a salt of its own, with its cost written beside', async () => {
    const [first, second] = [await fileTestCase(), await fileTestCase()];
    const stored = [await storedHash(first), await storedHash(second)];
    for (const hash of stored) {
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=8192,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    }
    expect(stored[0]?.split('$')[4]).not.toBe(stored[1]?.split('$')[4]);
  });

  test('that was issued before codes were hashed slowly still opens its case', async () => {
    const receipt = await fileTestCase();
    const { caseId, reference, code } = receipt;
    const earlier = keyedDigest('receipt code', `${reference}/${code}`);
    await behind.query('UPDATE "case" SET receipt_hash = $2 WHERE id = $1', [caseId, earlier]);
    expect(await openCaseByReceipt({ reference, code, address: '192.0.2.1' })).toEqual({ caseId, reference });
    const wrong = await openCaseByReceipt({ reference, code: WRONG, address: '192.0.2.1' }).catch(
      (error: AppError) => error.code,
    );
    expect(wrong).toBe('receipt-refused');
  });

  test('of a locked case is no code at all', async () => {
    const { caseId, reference, code } = await fileTestCase();
    await behind.query(
      `UPDATE "case" SET receipt_hash = regexp_replace(receipt_hash, '[^$]*$', '*') WHERE id = $1`,
      [caseId],
    );
    const outcome = await openCaseByReceipt({ reference, code, address: '192.0.2.2' }).catch(
      (error: AppError) => error.code,
    );
    expect(outcome).toBe('receipt-refused');
  });

  test('is hashed under the same pretended salt each time for a reference that nobody has', async () => {
    const { reference } = issueReceipt(FILED_AT);
    expect(pretendedHashSetting(reference)).toBe(pretendedHashSetting(reference));
    expect(pretendedHashSetting(reference)).not.toBe(pretendedHashSetting(issueReceipt(FILED_AT).reference));
    expect(await slowHash(WRONG, pretendedHashSetting(reference))).toHaveLength(
      (await storedHash(await fileTestCase())).length,
    );
  });
});

describe('a refusal', () => {
  test('takes the same time for a wrong code as for a case that is not there', {
    timeout: 120_000,
  }, async () => {
    const known: Receipt[] = [];
    const perReference = RECEIPT_LIMITS.reference.points;
    for (let made = 0; made < PAIRS_AT_MOST / perReference; made += 1) known.push(await fileTestCase());
    const times = { wrong: [] as number[], unknown: [] as number[] };
    let difference = Number.POSITIVE_INFINITY;
    for (let pair = 0; pair < PAIRS_AT_MOST && (pair < PAIRS_AT_LEAST || difference > WITHIN); pair += 1) {
      const wrong = known[pair % known.length]?.reference ?? '';
      const unknown = issueReceipt(FILED_AT).reference;
      // The one that comes second finds warmer caches: they take turns.
      if (pair % 2 === 0) times.wrong.push(await refused(wrong));
      times.unknown.push(await refused(unknown));
      if (pair % 2 === 1) times.wrong.push(await refused(wrong));
      difference = Math.abs(median(times.wrong) / median(times.unknown) - 1);
    }
    expect(difference).toBeLessThanOrEqual(WITHIN);
  });
});
