import './live.ts';
import { pressAtDesk } from './desk.ts';

/** The keyboard of the staff's pages, questions before irreversible commands, filters that send themselves. */

import { keepAnswerDraft } from './answer-draft.ts';

function dialogOf(id: string): HTMLDialogElement | null {
  const element = document.getElementById(id);
  return element instanceof HTMLDialogElement ? element : null;
}

const help = dialogOf('keyboard-help');
const question = dialogOf('confirm');

/** The row that `j` and `k` are at. */
let at = -1;

function rows(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>('table[data-keys] tbody tr[data-href]')];
}

/** A page without rows that is one of a list leads to its neighbours. */
function step(by: 1 | -1): void {
  document.querySelector<HTMLAnchorElement>(`main a[rel=${by === 1 ? 'next' : 'prev'}]`)?.click();
}

function move(by: 1 | -1): void {
  const all = rows();
  if (all.length === 0) {
    step(by);
    return;
  }
  if (at === -1) at = all.findIndex(row => row.getAttribute('aria-current') === 'true');
  all[at]?.classList.remove('at');
  at = Math.min(Math.max(at + by, 0), all.length - 1);
  const row = all[at];
  if (!row) return;
  row.classList.add('at');
  row.scrollIntoView({ block: 'nearest' });
  // The link has the focus, so that a screen reader reads the row and Enter opens it.
  row.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
}

function open(): boolean {
  const row = rows()[at];
  const href = row?.dataset.href;
  if (!href || (document.activeElement && document.activeElement !== document.body)) return false;
  location.assign(href);
  return true;
}

function search(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-search], main input[type=search]');
  field?.focus();
  field?.select();
  return field !== null;
}

/** True when the key was ours. */
function press(key: string): boolean {
  switch (key) {
    case 'j':
      move(1);
      return true;
    case 'k':
      move(-1);
      return true;
    case 'Enter':
      return open();
    case '/':
      return search();
    case '?':
      help?.showModal();
      return true;
    default:
      return pressAtDesk(key, rows()[at]);
  }
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
  );
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  if (press(event.key)) event.preventDefault();
});

/** Asks what `data-confirm` on the button or its form says; the form goes on only after a yes. */
function askFirst(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter;
  const text = button?.dataset.confirm ?? form.dataset.confirm;
  if (!text || form.dataset.confirmed !== undefined || !question) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const place = document.getElementById('confirm-question');
  if (place) place.textContent = text;
  question.returnValue = '';
  question.showModal();
  question.addEventListener(
    'close',
    () => {
      if (question.returnValue !== 'yes') return;
      form.dataset.confirmed = '';
      form.requestSubmit(button);
    },
    { once: true },
  );
}

document.addEventListener('submit', askFirst, { capture: true });

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-auto]')) {
  form.addEventListener('change', event => {
    if (!(event.target instanceof HTMLInputElement && event.target.type === 'search')) form.requestSubmit();
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-help]')) {
  button.hidden = false;
  button.addEventListener('click', () => help?.showModal());
}

keepAnswerDraft();
