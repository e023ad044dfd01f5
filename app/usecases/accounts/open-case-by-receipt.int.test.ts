import { beforeAll, describe, expect, test } from 'vitest';
import type { AppError } from '#app/domain/shared/errors.ts';
import { FILED_AT, fileTestCase, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { issueReceipt } from '../complaints/file-complaint.server.ts';
import { openCaseByReceipt, RECEIPT_LIMITS } from './open-case-by-receipt.server.ts';

await testDatabase();
beforeAll(registerOperators);

let visitors = 0;
function address(): string {
  visitors += 1;
  return `192.0.2.${visitors}`;
}

async function refusalOf(reference: string, code: string, from = address()): Promise<AppError> {
  return openCaseByReceipt({ reference, code, address: from }).then(
    () => Promise.reject(new Error('opened')),
    (error: AppError) => error,
  );
}

const UNKNOWN_CODE = '0000-0000-0000-0000';

describe('a receipt', () => {
  test('opens its case however it is typed', async () => {
    const { caseId, reference, code } = await fileTestCase();
    const typed = [
      { reference, code },
      {
        reference: reference.toLowerCase().replaceAll('-', ' '),
        code: code.toLowerCase().replaceAll('-', ''),
      },
      { reference: `  ${reference.replaceAll('0', 'O')} `, code: code.replaceAll('1', 'l') },
    ];
    for (const attempt of typed) {
      expect(await openCaseByReceipt({ ...attempt, address: address() })).toEqual({ caseId, reference });
    }
  });

  test('is refused alike for a wrong code and for a reference that nobody has', async () => {
    const known = await fileTestCase();
    const other = await fileTestCase();
    const wrongCode = await refusalOf(known.reference, UNKNOWN_CODE);
    const foreignCode = await refusalOf(known.reference, other.code);
    const unknown = await refusalOf(issueReceipt(FILED_AT).reference, UNKNOWN_CODE);
    const answers = [wrongCode, foreignCode, unknown].map(({ code, fields, params, status }) => ({
      code,
      fields,
      params,
      status,
    }));
    expect(answers[0]).toEqual({ code: 'receipt-refused', fields: {}, params: {}, status: 404 });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('with a typing error is told so by field, and costs no attempt', async () => {
    const { reference, code } = await fileTestCase();
    const mistyped = reference.replace(/.$/, last => (last === 'A' ? 'B' : 'A'));
    const from = address();
    for (let attempt = 0; attempt < RECEIPT_LIMITS.address.points + 5; attempt += 1) {
      expect(await refusalOf(mistyped, code, from)).toMatchObject({
        code: 'reference-mistyped',
        fields: { reference: { code: 'mistyped' } },
      });
    }
    expect(await refusalOf('hello', '12', from)).toMatchObject({
      code: 'invalid-input',
      fields: { reference: { code: 'not-a-reference' }, code: { code: 'mistyped' } },
    });
    expect(await refusalOf('', ' ', from)).toMatchObject({
      fields: { reference: { code: 'required' }, code: { code: 'required' } },
    });
  });
});

describe('guessing codes', () => {
  test('stops after a few tries at one reference, wherever they come from, even for the right code', async () => {
    const { reference, code } = await fileTestCase();
    for (let attempt = 0; attempt < RECEIPT_LIMITS.reference.points; attempt += 1) {
      expect((await refusalOf(reference, UNKNOWN_CODE)).code).toBe('receipt-refused');
    }
    const stopped = await refusalOf(reference, code);
    expect(stopped).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect(stopped.params.seconds).toBeGreaterThan(0);
  });

  test('stops after a few tries from one address, whatever the reference', async () => {
    const from = address();
    for (let attempt = 0; attempt < RECEIPT_LIMITS.address.points; attempt += 1) {
      const { reference, code } = issueReceipt(FILED_AT);
      expect((await refusalOf(reference, code, from)).code).toBe('receipt-refused');
    }
    const { reference, code } = await fileTestCase();
    expect((await refusalOf(reference, code, from)).code).toBe('too-many-requests');
    expect(await openCaseByReceipt({ reference, code, address: address() })).toMatchObject({ reference });
  });

  test("from one address neither locks the complainant out nor is forgiven for a receipt of one's own", async () => {
    const [victim, own] = [await fileTestCase(), await fileTestCase()];
    const from = address();
    for (let attempt = 0; attempt < RECEIPT_LIMITS.pair.points; attempt += 1) {
      expect((await refusalOf(victim.reference, UNKNOWN_CODE, from)).code).toBe('receipt-refused');
    }
    for (let attempt = 0; attempt < RECEIPT_LIMITS.reference.points; attempt += 1) {
      expect((await refusalOf(victim.reference, UNKNOWN_CODE, from)).code).toBe('too-many-requests');
    }
    expect(await openCaseByReceipt({ ...victim, address: address() })).toMatchObject({
      caseId: victim.caseId,
    });
    for (let left = RECEIPT_LIMITS.address.points - RECEIPT_LIMITS.pair.points; left > 0; left -= 1) {
      await openCaseByReceipt({ ...own, address: from });
      const { reference, code } = issueReceipt(FILED_AT);
      expect((await refusalOf(reference, code, from)).code).toBe('receipt-refused');
    }
    expect((await refusalOf(own.reference, own.code, from)).code).toBe('too-many-requests');
  });

  test('is not what somebody does who opens a case again and again', async () => {
    const { reference, code } = await fileTestCase();
    const from = address();
    for (let visit = 0; visit < RECEIPT_LIMITS.address.points + 5; visit += 1) {
      await openCaseByReceipt({ reference, code, address: from });
    }
  });
});
