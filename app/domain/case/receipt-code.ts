import { CROCKFORD, encode, normalise } from './crockford.ts';

/** Random bytes in a receipt code: 80 bits can't be guessed. */
export const RECEIPT_CODE_BYTES = 10;

const CODE = new RegExp(`^[${CROCKFORD}]{16}$`);

/**
 * The code of a receipt, "7K3F-9QXM-T2AB-0CDE", from ten random bytes drawn by the caller.
 * @throws RangeError for another number of bytes.
 */
export function formatReceiptCode(bytes: Uint8Array): string {
  if (bytes.length !== RECEIPT_CODE_BYTES)
    throw new RangeError(`A receipt code has ${RECEIPT_CODE_BYTES} bytes`);
  const value = bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  return inFours(encode(value, 16));
}

/** A code as typed, in the form of `formatReceiptCode`, which is what gets hashed; null when it can't be one. */
export function normaliseReceiptCode(input: string): string | null {
  const characters = normalise(input);
  return CODE.test(characters) ? inFours(characters) : null;
}

function inFours(characters: string): string {
  return characters.match(/.{4}/g)?.join('-') ?? characters;
}
