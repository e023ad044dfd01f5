import { textOfReceiptJson, toBase64Url } from './receipt-text.ts';

/** Bytes of the largest receipt that is looked at; ours have a tenth of it. */
export const MAX_RECEIPT_BYTES = 2 * 1024 * 1024;

const SEAL = /\n%recours-seal ([\w-]{1,40}) ([\w-]{86})\n$/;
/** A seal's line is shorter than this, in bytes. */
const SEAL_ROOM = 160;
const TEXT_IN_PDF = /ey[\w-]{18,400}\.[\w-]{100,20000}\.[\w-]{86}/;

/** A receipt as a file, taken apart. */
export type ReceiptFile =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'pdf';
      /** The receipt's text in it; null when there is none. */
      readonly text: string | null;
      /** Null when the file doesn't end with a seal: another program wrote it anew. */
      readonly seal: PdfSeal | null;
    };

export interface PdfSeal {
  readonly keyId: string;
  readonly signature: string;
  /** Everything before the seal: what it covers. */
  readonly covered: Uint8Array<ArrayBuffer>;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function sealOf(bytes: Uint8Array<ArrayBuffer>): PdfSeal | null {
  const tail = latin1(bytes.subarray(-SEAL_ROOM));
  const found = SEAL.exec(tail);
  const [line, keyId, signature] = found ?? [];
  if (line === undefined || keyId === undefined || signature === undefined) return null;
  return { keyId, signature, covered: bytes.subarray(0, bytes.length - line.length) };
}

/** Reads a receipt's file by its content: a PDF, the JSON, or the text alone. */
export function readReceiptFile(bytes: Uint8Array<ArrayBuffer>): ReceiptFile {
  if (latin1(bytes.subarray(0, 5)) === '%PDF-') {
    return { kind: 'pdf', text: TEXT_IN_PDF.exec(latin1(bytes))?.[0] ?? null, seal: sealOf(bytes) };
  }
  const text = new TextDecoder().decode(bytes).trim();
  return { kind: 'text', text: text.startsWith('{') ? (textOfReceiptJson(text) ?? '') : text };
}

/** What the seal of a PDF signs: a line that is no receipt's text, with the SHA-256 of the file before the seal. */
export async function sealedLine(covered: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', covered);
  return `recours receipt as PDF\n${toBase64Url(new Uint8Array(digest))}`;
}

/** The line that goes behind the end of a PDF, where its readers look no further. */
export function sealLine(keyId: string, signature: string): string {
  return `\n%recours-seal ${keyId} ${signature}\n`;
}
