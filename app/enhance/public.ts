import { keepForOffline } from './keep-for-offline.ts';
import { warnOfSecrets } from './secrets.ts';
import { suggest } from './suggest.ts';

/** What every page gains with JavaScript. Each page works without: nothing here decides anything. */

function each<E extends Element>(selector: string, apply: (element: E) => void): void {
  for (const element of document.querySelectorAll<E>(selector)) apply(element);
}

/** A second click while a form is on its way would file twice or answer "already done". */
function sendOnce(form: HTMLFormElement): void {
  form.addEventListener('submit', event => {
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '';
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
  });
}

/** Coming back by the browser's history must find the forms usable again. */
function allowAgain(): void {
  each<HTMLFormElement>('form[data-sent]', form => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
  });
}

function countCharacters(area: HTMLTextAreaElement): void {
  const output = document.getElementById(area.dataset.count ?? '');
  const limit = Number(area.dataset.limit);
  if (!output || !limit) return;
  const show = () => {
    const left = limit - [...area.value].length;
    output.textContent = `${left < 0 ? output.dataset.over : output.dataset.left} ${Math.abs(left)}`;
    output.classList.toggle('field-error', left < 0);
  };
  area.addEventListener('input', show);
  show();
}

/** What is switched off because it is out of sight. */
const OUT_OF_SIGHT = 'fieldset[data-only-shown]:disabled';

/** The values of a field as it stands, also of one that may only be looked at, which FormData leaves out. */
function chosenIn(form: HTMLFormElement, name: string): string[] {
  const controls = [...form.elements] as HTMLInputElement[];
  return controls
    .filter(one => one.name === name && (one.checked || !/^(checkbox|radio)$/.test(one.type)))
    .filter(one => one.closest(OUT_OF_SIGHT) === null)
    .map(({ value }) => value);
}

function showIf(field: HTMLElement): void {
  const [name = '', wanted = ''] = (field.dataset.showIf ?? '').split('=');
  const form = field.closest('form');
  if (!form) return;
  const values = wanted.split('|');
  const update = () => {
    field.hidden = !chosenIn(form, name).some(value => values.includes(value));
    // What was written before it went out of sight is then not sent.
    if (field instanceof HTMLFieldSetElement && field.dataset.onlyShown !== undefined) {
      field.disabled = field.hidden;
    }
  };
  form.addEventListener('change', update);
  update();
}

function printButton(button: HTMLButtonElement): void {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

function copyButton(button: HTMLButtonElement): void {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    button.textContent = button.dataset.done ?? '';
  });
}

each('form[data-once]', sendOnce);
each('textarea[data-count]', countCharacters);
each('[data-show-if]', showIf);
each('form[data-suggest]', suggest);
each('[data-secrets]', warnOfSecrets);
each('button[data-print]', printButton);
each('button[data-copy]', copyButton);
keepForOffline();
const summary = document.querySelector<HTMLElement>('[data-error-summary]');
const firstField = '[data-focus-first] :is(input:not([type=hidden]), select, textarea)';
(summary ?? document.querySelector<HTMLElement>(firstField))?.focus();
window.addEventListener('pageshow', event => {
  if (event.persisted) allowAgain();
});
