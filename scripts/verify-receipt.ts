import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { hexOf, numberInReceipt, type ReceiptContent } from '#app/domain/receipt/receipt-text.ts';
import { type ReceiptKey, verifyReceiptFile } from '#app/domain/receipt/verify-receipt.ts';
import { receiptKeys } from '#app/platform/receipt-key.server.ts';
import { takeKeptSettings } from './instance/kept-settings.ts';

// npm run verify:receipt -- FILE [--key KEYS] [--evidence FILE]: checks a receipt without database and portal.

const USAGE = `Usage: npm run verify:receipt -- FILE [--key KEYS] [--evidence FILE]

  FILE      the receipt: its PDF, its JSON, or its text
  --key     the regulator's public keys: /.well-known/recours-receipt-keys.json or /verify/key.pem of its portal;
            without it, the key of this installation
  --evidence  a file that may have been filed with it`;

const REFUSALS = {
  'not-a-receipt': 'There is no signed receipt in this file.',
  'unknown-key':
    'The receipt was signed with a key that is not among those given: it is from somebody else, or forged.',
  changed: 'The receipt has been CHANGED: its signature does not fit. Do not rely on it.',
} as const;

const KeySet = z.object({ keys: z.array(z.object({ kid: z.string(), x: z.string() })) });

function keysIn(file: string): readonly ReceiptKey[] {
  const text = readFileSync(file, 'utf8');
  if (text.trimStart().startsWith('{')) {
    return KeySet.parse(JSON.parse(text)).keys.map(({ kid, x }) => ({ id: kid, publicKey: x }));
  }
  const publicKey = createPublicKey(text).export({ format: 'jwk' }).x ?? '';
  const id = createHash('sha256')
    .update(Buffer.from(publicKey, 'base64url'))
    .digest('base64url')
    .slice(0, 16);
  return [{ id, publicKey }];
}

function ownKeys(): readonly ReceiptKey[] {
  takeKeptSettings();
  return receiptKeys();
}

function describe({ evidence, ...content }: ReceiptContent): string {
  const files = evidence.map(
    ([hash, bytes, mediaType], index) =>
      `  ${index + 1}. ${mediaType}, ${bytes} bytes, SHA-256 ${hexOf(hash)}`,
  );
  return [
    `Reference  ${content.reference}`,
    `Filed at   ${content.filedAt}`,
    `Regulator  ${content.regulator}`,
    `Operator   ${content.operator}`,
    `Category   ${content.category}`,
    `Statement  SHA-256 ${hexOf(content.statement)}`,
    `Record     SHA-256 ${hexOf(content.head)}`,
    `Files      ${files.length === 0 ? 'none' : files.length}`,
    ...files,
  ].join('\n');
}

function findEvidence(content: ReceiptContent, file: string): boolean {
  const hash = createHash('sha256').update(readFileSync(file)).digest('base64url');
  const number = numberInReceipt(content, hash);
  console.log(
    number === null ? `${file} is NOT among the files filed.` : `${file} is file ${number}, unchanged.`,
  );
  return number !== null;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' }, evidence: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) {
    console.error(USAGE);
    return 2;
  }
  const keys = values.key === undefined ? ownKeys() : keysIn(values.key);
  const verdict = await verifyReceiptFile(new Uint8Array(readFileSync(file)), keys);
  if (!verdict.ok) {
    console.log(REFUSALS[verdict.reason]);
    return 1;
  }
  console.log(`The signature holds (key ${verdict.keyId}).\n\n${describe(verdict.content)}`);
  return values.evidence === undefined || findEvidence(verdict.content, values.evidence) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
