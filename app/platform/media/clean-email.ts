import { readFile, writeFile } from 'node:fs/promises';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { CleaningRefused } from './cleaning-refused.ts';

function written(address: Address): string {
  if (address.group !== undefined) return `${address.name}: ${address.group.map(written).join(', ')}`;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

function textOf(email: Email): string {
  if (email.text !== undefined && email.text.trim() !== '') return email.text;
  return (email.html ?? '')
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1\s*>/giu, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|li|h[1-6])\s*>/giu, '\n')
    .replace(/<[^>]*>/gu, '');
}

/** Header names are kept as the mail has them: they are the same in every language. */
function renderingOf(email: Email): string {
  const lines = [
    ['From', email.from === undefined ? '' : written(email.from)],
    ['To', (email.to ?? []).map(written).join(', ')],
    ['Cc', (email.cc ?? []).map(written).join(', ')],
    ['Date', email.date ?? ''],
    ['Subject', email.subject ?? ''],
    ...email.attachments.map(({ filename, mimeType }) => ['Attachment', `${filename ?? '-'} (${mimeType})`]),
  ];
  const head = lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  return `${head.join('\n')}\n\n${textOf(email).trim()}\n`.replace(/[^\P{Cc}\t\n]/gu, '');
}

/**
 * An e-mail as plain text: sender, recipients, date, subject and what it says. No HTML, no pictures that call
 * home, no servers it passed through; attachments by name only.
 */
export async function cleanEmail(input: string, output: string): Promise<string> {
  const content = await readFile(input);
  const email = await PostalMime.parse(content, { maxNestingDepth: 50 }).catch((cause: unknown) => {
    throw new CleaningRefused('damaged', { cause });
  });
  await writeFile(output, renderingOf(email));
  return 'text/plain';
}
