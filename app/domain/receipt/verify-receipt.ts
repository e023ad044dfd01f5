import { type PdfSeal, readReceiptFile, sealedLine } from './receipt-file.ts';
import {
  contentOf,
  fromBase64Url,
  type ReceiptContent,
  readReceiptText,
  toBase64Url,
} from './receipt-text.ts';

/** A regulator's public key: 32 bytes as base64url, under the name that receipts give. */
export interface ReceiptKey {
  readonly id: string;
  readonly publicKey: string;
}

export type ReceiptVerdict =
  | { readonly ok: true; readonly content: ReceiptContent; readonly keyId: string }
  | {
      readonly ok: false;
      /** `changed`: not what was signed. `unknown-key`: signed by somebody else, or with a key that isn't published. */
      readonly reason: 'not-a-receipt' | 'unknown-key' | 'changed';
    };

const ALGORITHM = 'Ed25519';

async function holds(key: ReceiptKey, signature: Uint8Array<ArrayBuffer>, signed: string): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', fromBase64Url(key.publicKey), ALGORITHM, false, [
    'verify',
  ]);
  return crypto.subtle.verify(ALGORITHM, imported, signature, new TextEncoder().encode(signed));
}

/**
 * Checks a receipt's text against the published keys. Runs in browsers and in Node alike.
 * @throws in browsers that don't know Ed25519
 */
export async function verifyReceiptText(input: string, keys: readonly ReceiptKey[]): Promise<ReceiptVerdict> {
  const parts = readReceiptText(input);
  if (parts === null) return { ok: false, reason: 'not-a-receipt' };
  const key = keys.find(({ id }) => id === parts.keyId);
  if (key === undefined) return { ok: false, reason: 'unknown-key' };
  if (!(await holds(key, parts.signature, parts.signed))) return { ok: false, reason: 'changed' };
  return { ok: true, content: contentOf(parts), keyId: key.id };
}

async function sealHolds(
  { keyId, signature, covered }: PdfSeal,
  keys: readonly ReceiptKey[],
): Promise<boolean> {
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined || toBase64Url(fromBase64Url(signature)) !== signature) return false;
  return holds(key, fromBase64Url(signature), await sealedLine(covered));
}

/** Checks a receipt's file: a PDF has to be the one that was issued, to the last byte. */
export async function verifyReceiptFile(
  bytes: Uint8Array<ArrayBuffer>,
  keys: readonly ReceiptKey[],
): Promise<ReceiptVerdict> {
  const file = readReceiptFile(bytes);
  if (file.text === null) return { ok: false, reason: 'not-a-receipt' };
  const verdict = await verifyReceiptText(file.text, keys);
  if (file.kind === 'text' || !verdict.ok) return verdict;
  const sealed = file.seal !== null && (await sealHolds(file.seal, keys));
  return sealed ? verdict : { ok: false, reason: 'changed' };
}
