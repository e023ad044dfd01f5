import { formatReceiptCode, RECEIPT_CODE_BYTES } from '#app/domain/case/receipt-code.ts';
import { makeReference } from '#app/domain/case/reference.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { derivedUuid, keyedDigest } from '#app/platform/crypto.server.ts';
import { env } from '#app/platform/env.server.ts';
import type { Receipt } from '../complaints/file-complaint.server.ts';
import { activeProfile } from '../profile.server.ts';

/**
 * Nothing of a demonstration works on an instance with real complaints.
 * @throws AppError `demonstration-only`
 */
export function requireDemonstration(): void {
  if (env().RECOURS_INSTANCE === 'production') throw new AppError('demonstration-only');
}

function octets(key: string, purpose: string, count: number): Buffer {
  return Buffer.from(keyedDigest(`demonstration ${purpose}`, `${activeProfile().id}/${key}`), 'hex').subarray(
    0,
    count,
  );
}

/** The id of an example, the same each time; `key` names it within its profile. */
export function demonstrationCaseId(key: string): string {
  return derivedUuid(octets(key, 'case', 32).toString('hex'));
}

/**
 * The receipt code of an example: it follows from the application's secret, so a demonstration can show codes that
 * it doesn't store. @throws AppError `demonstration-only` on production instances
 */
export function demonstrationCode(key: string): string {
  requireDemonstration();
  return formatReceiptCode(octets(key, 'code', RECEIPT_CODE_BYTES));
}

/** The receipt of an example filed at `now` (ISO instant). @throws AppError `demonstration-only` */
export function demonstrationReceipt(key: string, now: string): Receipt {
  const { referencePrefix, timeZone } = activeProfile();
  const year = Number(localDateOf(now, timeZone).slice(0, 4));
  const body = octets(key, 'reference', 5).readUIntBE(0, 5);
  return {
    caseId: demonstrationCaseId(key),
    reference: makeReference(referencePrefix, year, body),
    code: demonstrationCode(key),
  };
}
