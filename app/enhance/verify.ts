import { kindOf } from '../domain/evidence/media-types.ts';
import { hexOf, numberInReceipt, type ReceiptContent, toBase64Url } from '../domain/receipt/receipt-text.ts';
import {
  type ReceiptKey,
  type ReceiptVerdict,
  verifyReceiptFile,
  verifyReceiptText,
} from '../domain/receipt/verify-receipt.ts';

/** Checks a receipt on the device, with the keys that came with the page; where that can't be done, the form is sent. */

const area = document.querySelector<HTMLElement>('[data-verify]');
const form = area?.querySelector('form');
const outcome = document.getElementById('verdict');

function copyOf(verdict: string): {
  readonly template: HTMLTemplateElement;
  readonly copy: DocumentFragment;
} {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-verdict="${verdict}"]`);
  if (template === null) throw new Error(`No text for ${verdict}`);
  return { template, copy: document.importNode(template.content, true) };
}

function fill(copy: DocumentFragment, name: string, text: string): void {
  const slot = copy.querySelector(`[data-slot="${name}"]`);
  if (slot !== null) slot.textContent = text;
}

/** A sentence with a gap. */
function complete(copy: DocumentFragment, text: string): void {
  for (const gap of copy.querySelectorAll<HTMLElement>('[data-text]')) {
    gap.textContent = (gap.dataset.text ?? '').replace('%', text);
  }
}

function listFiles(
  copy: DocumentFragment,
  { evidence }: ReceiptContent,
  template: HTMLTemplateElement,
): void {
  const list = copy.querySelector<HTMLElement>('[data-files]');
  const kinds = JSON.parse(template.dataset.kinds ?? '{}') as Record<string, string>;
  const size = new Intl.NumberFormat(template.dataset.locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  });
  if (evidence.length === 0) list?.replaceWith(list.dataset.files ?? '');
  for (const [hash, bytes, mediaType] of evidence) {
    const row = document.createElement('li');
    const mark = document.createElement('span');
    mark.className = 'fingerprint';
    mark.dir = 'ltr';
    mark.textContent = hexOf(hash);
    row.append(`${kinds[kindOf(mediaType)] ?? mediaType}, ${size.format(Math.ceil(bytes / 1024))}`);
    row.append(document.createElement('br'), mark);
    list?.append(row);
  }
}

function proven(content: ReceiptContent, keyId: string): DocumentFragment {
  const { template, copy } = copyOf('holds');
  const { locale, zone, categories = '{}' } = template.dataset;
  const filedAt = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: zone ?? 'UTC',
  });
  const labels = JSON.parse(categories) as Record<string, string>;
  complete(copy, content.regulator);
  fill(copy, 'reference', content.reference);
  fill(copy, 'filedAt', filedAt.format(new Date(content.filedAt)));
  fill(copy, 'regulator', content.regulator);
  fill(copy, 'operator', content.operator);
  fill(copy, 'category', labels[content.category] ?? content.category);
  fill(copy, 'statement', hexOf(content.statement));
  fill(copy, 'head', hexOf(content.head));
  fill(copy, 'key', keyId);
  listFiles(copy, content, template);
  return copy;
}

async function evidenceVerdict(content: ReceiptContent, file: File): Promise<DocumentFragment> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const number = numberInReceipt(content, toBase64Url(new Uint8Array(digest)));
  const { copy } = copyOf(number === null ? 'evidence-unlisted' : 'evidence-listed');
  if (number !== null) complete(copy, String(number));
  return copy;
}

function chosen(filled: FormData, name: string): File | null {
  const file = filled.get(name);
  return file instanceof File && file.size > 0 ? file : null;
}

async function check(filled: FormData, keys: readonly ReceiptKey[]): Promise<DocumentFragment> {
  const file = chosen(filled, 'file');
  const verdict: ReceiptVerdict =
    file === null
      ? await verifyReceiptText(String(filled.get('text') ?? ''), keys)
      : await verifyReceiptFile(new Uint8Array(await file.arrayBuffer()), keys);
  if (!verdict.ok) return copyOf(verdict.reason).copy;
  const copy = proven(verdict.content, verdict.keyId);
  const evidence = chosen(filled, 'evidence');
  if (evidence !== null) {
    copy.querySelector('[data-evidence-verdict]')?.append(await evidenceVerdict(verdict.content, evidence));
  }
  return copy;
}

async function checkHere(target: HTMLFormElement, keys: readonly ReceiptKey[]): Promise<void> {
  try {
    outcome?.replaceChildren(await check(new FormData(target), keys));
  } catch {
    target.submit();
    return;
  }
  delete target.dataset.sent;
  for (const button of target.querySelectorAll('button')) button.removeAttribute('aria-disabled');
  outcome?.scrollIntoView({ block: 'nearest' });
}

/** Nothing chosen is said by the page, as without a script. */
function isEmpty(filled: FormData): boolean {
  return chosen(filled, 'file') === null && String(filled.get('text') ?? '').trim() === '';
}

if (area !== null && form != null && 'subtle' in crypto) {
  const keys = JSON.parse(area.dataset.verify ?? '[]') as ReceiptKey[];
  form.querySelector<HTMLElement>('[data-local]')?.removeAttribute('hidden');
  form.addEventListener('submit', event => {
    if (isEmpty(new FormData(form))) return;
    event.preventDefault();
    void checkHere(form, keys);
  });
  const text = form.querySelector('textarea');
  if (location.hash.length > 1 && text !== null) {
    text.value = decodeURIComponent(location.hash.slice(1));
    void checkHere(form, keys);
  }
}
