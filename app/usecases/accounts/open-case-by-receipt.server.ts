import { normaliseReceiptCode } from '#app/domain/case/receipt-code.ts';
import { parseReference } from '#app/domain/case/reference.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { keyedDigest } from '#app/platform/crypto.server.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import {
  forgetAttempts,
  giveBackAttempt,
  type RateLimit,
  spendAttempt,
} from '#app/platform/session/rate-limit.server.ts';
import { isHashSetting, pretendedHashSetting, slowHash } from '#app/platform/slow-hash.server.ts';

/**
 * Attempts in a quarter of an hour: for one reference from one address, so that no single stranger uses up what the
 * complainant has; for one reference from anywhere; and from one address at any reference.
 */
export const RECEIPT_LIMITS = {
  pair: { name: 'receipt-pair', points: 6, seconds: 900 },
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
    fields.reference = { code: reference.reason === 'mistyped' ? 'mistyped' : 'not-a-reference' };
  if (typed.code.trim() === '') fields.code = { code: 'required' };
  else if (code === null) fields.code = { code: 'mistyped' };
  if (reference.ok && code !== null) return { reference: reference.reference, code };
  throw new AppError(fields.reference?.code === 'mistyped' ? 'reference-mistyped' : 'invalid-input', {
    fields,
  });
}

/** What receipts issued before codes were hashed slowly are kept by. */
function earlierHash({ reference, code }: Receipt): string {
  return keyedDigest('receipt code', `${reference}/${code}`);
}

/**
 * The hash that the case must have for this receipt to open it. An unknown reference is hashed under a salt that is as
 * constant as a real one: its answer takes the same two queries, the same hash and the same time.
 */
async function hashOf(receipt: Receipt): Promise<string> {
  const { reference, code } = receipt;
  const [row] = await database().$queryRaw<{ setting: string | null }[]>`
    SELECT receipt_hash_setting(${reference}) AS setting`;
  const setting = row?.setting ?? '';
  const known = isHashSetting(setting);
  const hash = await slowHash(code, known ? setting : pretendedHashSetting(reference));
  return known || setting === '' ? hash : earlierHash(receipt);
}

async function findCase(typed: Receipt): Promise<string | null> {
  const { reference } = typed;
  const receipt = { reference, hash: await hashOf(typed) };
  const actor = { role: 'complainant', id: null, name: null, organisation: null, receipt } as const;
  const found = await withActor(actor, tx =>
    tx.case.findUnique({ where: { reference }, select: { id: true } }),
  );
  return found?.id ?? null;
}

/**
 * The case that a receipt opens. What can't be a receipt is refused by field and costs no attempt; a success gives
 * the attempts at its case back, and no others: who has one receipt may not go on guessing at the rest.
 * @throws AppError reference-mistyped or invalid-input with fields, too-many-requests, or receipt-refused for an
 * unknown reference as for a wrong code
 */
export async function openCaseByReceipt(
  attempt: ReceiptAttempt,
): Promise<{ readonly caseId: string; readonly reference: string }> {
  const receipt = readReceipt(attempt);
  const { reference } = receipt;
  const address = keyedDigest('address of a visitor', attempt.address);
  const pair = `${reference} ${address}`;
  // From the narrow to the wide: what a narrow budget refuses does not use up a wide one.
  await spendAttempt(RECEIPT_LIMITS.pair, pair);
  await spendAttempt(RECEIPT_LIMITS.address, address);
  await spendAttempt(RECEIPT_LIMITS.reference, reference);
  const caseId = await findCase(receipt);
  if (caseId === null) throw new AppError('receipt-refused');
  await forgetAttempts(RECEIPT_LIMITS.pair, pair);
  await giveBackAttempt(RECEIPT_LIMITS.address, address);
  await forgetAttempts(RECEIPT_LIMITS.reference, reference);
  return { caseId, reference };
}
