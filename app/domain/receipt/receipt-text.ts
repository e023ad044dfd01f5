import { canonicalJson } from '../case/event-chain.ts';

/** SHA-256 of one file (base64url), its size in bytes and its media type: nothing that names anybody. */
export type SignedFile = readonly [sha256: string, bytes: number, mediaType: string];

/** What a receipt proves. Hashes are base64url, so that a phone can read the whole from a printed square. */
export interface ReceiptContent {
  readonly version: 1;
  readonly reference: string;
  /** ISO instant. */
  readonly filedAt: string;
  readonly regulator: string;
  readonly operator: string;
  readonly category: string;
  /** Salted SHA-256 of what was stated and by whom, as the case's first event holds it. */
  readonly statement: string;
  readonly evidence: readonly SignedFile[];
  /** SHA-256 that seals the case's first event. */
  readonly head: string;
}

/** A receipt's text taken apart; nothing of it is proven yet. */
export interface ReceiptParts {
  readonly keyId: string;
  /** What was signed: header and payload as they stand in the text. */
  readonly signed: string;
  readonly payload: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const TEXT = /^([\w-]{20,400})\.([\w-]{100,20000})\.([\w-]{86})$/;
/** Line breaks of paper and mail, and the marks that come along when copying from a page in Arabic. */
const STRAY = /[\s\p{Cf}]/gu;

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws when the text is no base64url */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}

/** A hash as other programs print it, from base64url. */
export function hexOf(hash: string): string {
  return [...fromBase64Url(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The inverse of `hexOf`. */
export function base64UrlOfHex(hex: string): string {
  return toBase64Url(Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16)));
}

function encoded(value: unknown): string {
  return toBase64Url(new TextEncoder().encode(canonicalJson(value)));
}

/** What is signed of a receipt: a JWS's header and payload (RFC 7515), both as canonical JSON. */
export function signingInput(content: ReceiptContent, keyId: string): string {
  return `${encoded({ alg: 'EdDSA', kid: keyId })}.${encoded(content)}`;
}

function jsonOf(part: string): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(part)));
}

/**
 * Takes a receipt's text apart. Stray spaces and an address in front of it ("https://…/verify#") are no part of it.
 * Null for what is no receipt of this kind, also for one whose last character has bits that no signature uses.
 */
export function readReceiptText(input: string): ReceiptParts | null {
  const compact = input.replace(STRAY, '');
  const [, header = '', payload = '', signature = ''] =
    TEXT.exec(compact.slice(compact.indexOf('#') + 1)) ?? [];
  if (header === '') return null;
  try {
    const { kid } = jsonOf(header) as { kid?: unknown };
    const bytes = fromBase64Url(signature);
    if (typeof kid !== 'string' || toBase64Url(bytes) !== signature) return null;
    if (header !== encoded({ alg: 'EdDSA', kid })) return null;
    return { keyId: kid, signed: `${header}.${payload}`, payload, signature: bytes };
  } catch {
    return null;
  }
}

/** What a receipt says, once its signature has been found good. @throws when it is of a later version */
export function contentOf({ payload }: ReceiptParts): ReceiptContent {
  const content = jsonOf(payload) as ReceiptContent;
  if (content.version !== 1) throw new RangeError(`A receipt of version ${String(content.version)}`);
  return content;
}

/** The receipt as JSON, in the flattened form of RFC 7515. */
export function receiptJson(text: string): string {
  const [header, payload, signature] = text.split('.');
  return `${JSON.stringify({ protected: header, payload, signature }, null, 2)}\n`;
}

/** The receipt's text from its JSON; null when the JSON holds anything else. */
export function textOfReceiptJson(json: string): string | null {
  try {
    const { protected: header, payload, signature, ...others } = JSON.parse(json) as Record<string, unknown>;
    if (Object.keys(others).length > 0) return null;
    return [header, payload, signature].map(String).join('.');
  } catch {
    return null;
  }
}

/** Whether a file with this SHA-256 (base64url) was filed: its number in the receipt from 1, or null. */
export function numberInReceipt({ evidence }: ReceiptContent, sha256: string): number | null {
  const index = evidence.findIndex(([hash]) => hash === sha256);
  return index < 0 ? null : index + 1;
}
