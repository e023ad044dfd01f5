import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealedLine, sealLine } from './receipt-file.ts';
import {
  base64UrlOfHex,
  contentOf,
  hexOf,
  type ReceiptContent,
  readReceiptText,
  receiptJson,
  signingInput,
  textOfReceiptJson,
} from './receipt-text.ts';
import { verifyReceiptFile, verifyReceiptText } from './verify-receipt.ts';

const HASH = base64UrlOfHex('ab'.repeat(32));
const CONTENT: ReceiptContent = {
  version: 1,
  reference: 'MA-2026-7K3F-9QXM-T',
  filedAt: '2026-11-22T07:00:00.000Z',
  regulator: 'الوكالة الوطنية',
  operator: 'Maroc Telecom',
  category: 'billing',
  statement: HASH,
  evidence: [[HASH, 204_800, 'image/jpeg']],
  head: HASH,
};

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const RAW = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url');
const KEYS = [{ id: 'key-of-2026', publicKey: RAW }];

function signed(text: string): string {
  return sign(null, Buffer.from(text), privateKey).toString('base64url');
}

function receiptOf(content: ReceiptContent): string {
  const input = signingInput(content, 'key-of-2026');
  return `${input}.${signed(input)}`;
}

const TEXT = receiptOf(CONTENT);

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

async function sealedPdf(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = bytesOf(`%PDF-1.7\n/Keywords (${TEXT})\n%%EOF`);
  const seal = sealLine('key-of-2026', signed(await sealedLine(pdf)));
  return bytesOf(Buffer.from(pdf).toString('latin1') + seal);
}

describe('the text of a receipt', () => {
  test('says what was signed', async () => {
    expect(await verifyReceiptText(TEXT, KEYS)).toEqual({ ok: true, content: CONTENT, keyId: 'key-of-2026' });
  });

  test('is the same for the same content, whatever the order in which it was put together', () => {
    const { head, ...rest } = CONTENT;
    expect(signingInput({ head, ...rest }, 'key')).toBe(signingInput(CONTENT, 'key'));
  });

  test('is read from an address, over several lines, and with invisible marks', async () => {
    const broken = TEXT.replace(/.{60}/g, line => `${line}\n \u200f`);
    for (const given of [`https://portal.example/verify#${TEXT}`, broken]) {
      expect(await verifyReceiptText(given, KEYS)).toMatchObject({ ok: true });
    }
  });

  test('does not hold once any of its characters is another', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const change = fc.tuple(fc.nat(TEXT.length - 1), fc.constantFrom(...alphabet));
    await fc.assert(
      fc.asyncProperty(change, async ([at, character]) => {
        fc.pre(TEXT[at] !== character);
        const changed = TEXT.slice(0, at) + character + TEXT.slice(at + 1);
        expect((await verifyReceiptText(changed, KEYS)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('does not hold when its last character differs only in bits that no signature uses', async () => {
    const last = TEXT.slice(-1);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const neighbour = alphabet[alphabet.indexOf(last) ^ 1] ?? '';
    expect(readReceiptText(TEXT.slice(0, -1) + neighbour)).toBeNull();
  });

  test('of another regulator names a key that is not known here', async () => {
    expect(await verifyReceiptText(TEXT, [])).toEqual({ ok: false, reason: 'unknown-key' });
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
    const keys = [{ id: 'key-of-2026', publicKey: other.subarray(12).toString('base64url') }];
    expect(await verifyReceiptText(TEXT, keys)).toEqual({ ok: false, reason: 'changed' });
  });

  test('is told from anything else', async () => {
    for (const other of ['', 'hello', 'a.b.c', `${'a'.repeat(40)}.${'b'.repeat(200)}.${'c'.repeat(86)}`]) {
      expect(await verifyReceiptText(other, KEYS)).toEqual({ ok: false, reason: 'not-a-receipt' });
    }
  });

  test('of a later version is not read as one of ours', () => {
    const parts = readReceiptText(receiptOf({ ...CONTENT, version: 2 as 1 }));
    expect(() => parts && contentOf(parts)).toThrow(RangeError);
  });

  test('keeps hashes as other programs print them', () => {
    expect(hexOf(HASH)).toBe('ab'.repeat(32));
  });
});

describe('the file of a receipt', () => {
  test('holds as JSON, and not with anything added to it', async () => {
    expect(textOfReceiptJson(receiptJson(TEXT))).toBe(TEXT);
    expect(await verifyReceiptFile(bytesOf(receiptJson(TEXT)), KEYS)).toMatchObject({ ok: true });
    const added = JSON.stringify({ ...JSON.parse(receiptJson(TEXT)), note: 'paid' });
    expect(await verifyReceiptFile(bytesOf(added), KEYS)).toMatchObject({ ok: false });
  });

  test('holds as a PDF, and not once any byte of it is another', async () => {
    const pdf = await sealedPdf();
    expect(await verifyReceiptFile(pdf, KEYS)).toMatchObject({ ok: true, content: CONTENT });
    for (let at = 0; at < pdf.length; at += 7) {
      const changed = pdf.with(at, (pdf[at] ?? 0) ^ 1);
      expect(await verifyReceiptFile(changed, KEYS), `byte ${at}`).toMatchObject({ ok: false });
    }
  });

  test('does not hold as a PDF that another program wrote anew, or that goes on behind its seal', async () => {
    const pdf = Buffer.from(await sealedPdf()).toString('latin1');
    const unsealed = pdf.slice(0, pdf.indexOf('\n%recours-seal'));
    expect(await verifyReceiptFile(bytesOf(unsealed), KEYS)).toEqual({ ok: false, reason: 'changed' });
    expect(await verifyReceiptFile(bytesOf(`${pdf}\n`), KEYS)).toEqual({ ok: false, reason: 'changed' });
  });

  test('without a receipt in it is said to be none', async () => {
    expect(await verifyReceiptFile(bytesOf('%PDF-1.7\n%%EOF'), KEYS)).toEqual({
      ok: false,
      reason: 'not-a-receipt',
    });
  });
});
