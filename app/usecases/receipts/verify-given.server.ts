import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { MAX_RECEIPT_BYTES } from '#app/domain/receipt/receipt-file.ts';
import { numberInReceipt } from '#app/domain/receipt/receipt-text.ts';
import {
  type ReceiptVerdict,
  verifyReceiptFile,
  verifyReceiptText,
} from '#app/domain/receipt/verify-receipt.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { receiptKeys } from '#app/platform/receipt-key.server.ts';

/** What somebody hands in to be checked: the receipt as text or file, and a file that it may list. */
export interface GivenReceipt {
  readonly text: string;
  readonly file: Uint8Array<ArrayBuffer> | null;
  /** SHA-256 (base64url) of a file that may be among the evidence; null when none was given. */
  readonly evidence: string | null;
}

export interface CheckedReceipt {
  readonly verdict: ReceiptVerdict;
  /** The number of the given file in the receipt; `unlisted` when it isn't in it, null when none was given. */
  readonly evidence: number | 'unlisted' | null;
}

/** Reads an uploaded receipt. @throws AppError `file-too-large` for what is far larger than ours */
export async function readUploadedReceipt(stream: Readable): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_RECEIPT_BYTES) {
      throw new AppError('file-too-large', { params: { maxMegabytes: MAX_RECEIPT_BYTES / 1024 ** 2 } });
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The SHA-256 of an uploaded file, base64url; nothing of it is kept. */
export async function hashUpload(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('base64url');
}

/** Checks what was given against this instance's keys; nothing of it is looked up or kept. */
export async function verifyGiven({ text, file, evidence }: GivenReceipt): Promise<CheckedReceipt> {
  const keys = receiptKeys();
  const verdict = file === null ? await verifyReceiptText(text, keys) : await verifyReceiptFile(file, keys);
  if (!verdict.ok || evidence === null) return { verdict, evidence: null };
  return { verdict, evidence: numberInReceipt(verdict.content, evidence) ?? 'unlisted' };
}
