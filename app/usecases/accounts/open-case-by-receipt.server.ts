import { normaliseReceiptCode } from '#app/domain/case/receipt-code.ts';
import { parseReference } from '#app/domain/case/reference.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { keyedDigest } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { forgetAttempts, type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { receiptHash } from '../complaints/file-complaint.server.ts';

/** Attempts in a quarter of an hour: for one reference from anywhere, and from one address at any reference. */
export const RECEIPT_LIMITS = {
  reference: { name: 'receipt-reference', points: 10, seconds: 900 },
  address: { name: 'receipt-address', points: 20, seconds: 900 },
} as const satisfies Record<string, RateLimit>;

interface ReceiptAttempt {
  /** Both as somebody typed them. */
  readonly reference: string;
  readonly code: string;
  /** Network address of who asks; counted by its digest. */
  readonly address: string;
}

interface Receipt {
  readonly reference: string;
  readonly code: string;
}

function readReceipt(typed: ReceiptAttempt): Receipt {
  const reference = parseReference(typed.reference.slice(0, 200));
  const code = normaliseReceiptCode(typed.code.slice(0, 200));
  const fields: Record<string, FieldErrors[string]> = {};
  if (typed.reference.trim() === '') fields.reference = { code: 'required' };
  else if (!reference.ok)
    fields.reference = { code: reference.reason === 'mistyped' ? 'mistyped' : 'invalid' };
  if (typed.code.trim() === '') fields.code = { code: 'required' };
  else if (code === null) fields.code = { code: 'mistyped' };
  if (reference.ok && code !== null) return { reference: reference.reference, code };
  throw new AppError(fields.reference?.code === 'mistyped' ? 'reference-mistyped' : 'invalid-input', {
    fields,
  });
}

/** An unknown reference and a wrong code take the same digest and the same query, and neither is told apart. */
async function findCase({ reference, code }: Receipt): Promise<string | null> {
  const receipt = { reference, hash: receiptHash(reference, code) };
  const actor = { role: 'complainant', id: null, name: null, organisation: null, receipt } as const;
  const found = await withActor(actor, tx =>
    tx.case.findUnique({ where: { reference }, select: { id: true } }),
  );
  return found?.id ?? null;
}

/**
 * The case that a receipt opens. What can't be a receipt is refused by field and costs no attempt; a success gives
 * the attempts back.
 * @throws AppError reference-mistyped or invalid-input with fields, too-many-requests, or receipt-refused for an
 * unknown reference as for a wrong code
 */
export async function openCaseByReceipt(
  attempt: ReceiptAttempt,
): Promise<{ readonly caseId: string; readonly reference: string }> {
  const receipt = readReceipt(attempt);
  const counted = [
    [RECEIPT_LIMITS.address, keyedDigest('address of a visitor', attempt.address)],
    [RECEIPT_LIMITS.reference, receipt.reference],
  ] as const;
  for (const [limit, key] of counted) await spendAttempt(limit, key);
  const caseId = await findCase(receipt);
  if (caseId === null) throw new AppError('receipt-refused');
  for (const [limit, key] of counted) await forgetAttempts(limit, key);
  return { caseId, reference: receipt.reference };
}
