import type { Fault } from './checks.ts';
import { controlsIn } from './form-values.ts';
import { part, text } from './given.ts';

/** How a page says what is missing or wrong: a summary with links, and a line at each field. */

export function labelOf(field: HTMLElement): string {
  const label = field.querySelector('.label, .choice > label')?.cloneNode(true) as HTMLElement | undefined;
  label?.querySelector('.optional')?.remove();
  return label?.textContent?.trim() ?? '';
}

function firstControl(field: HTMLElement): HTMLElement | undefined {
  return controlsIn(field)[0] ?? field.querySelector<HTMLElement>('input') ?? undefined;
}

function describe(control: HTMLElement, id: string, added: boolean): void {
  const ids = (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(known => known !== '' && known !== id);
  const all = added ? [...ids, id] : ids;
  if (all.length > 0) control.setAttribute('aria-describedby', all.join(' '));
  else control.removeAttribute('aria-describedby');
}

function mark({ field, message }: Fault): void {
  const control = firstControl(field);
  const line = document.createElement('p');
  const prefix = document.createElement('span');
  prefix.className = 'sr-only';
  prefix.textContent = `${text('errorPrefix')} `;
  line.className = 'field-error';
  line.id = `${control?.id ?? ''}-error`;
  line.append(prefix, message);
  field.classList.add('has-error');
  const before = field.querySelector(':scope > .hint') ?? field.querySelector(':scope > .label');
  if (before) before.after(line);
  else field.prepend(line);
  const described = field instanceof HTMLFieldSetElement ? field : control;
  if (described) describe(described, line.id, true);
  if (control && described === control) control.setAttribute('aria-invalid', 'true');
}

function linkTo({ field, message }: Fault): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const control = firstControl(field);
  link.href = `#${control?.id ?? ''}`;
  const row = field.closest('[data-row]')?.querySelector('legend')?.textContent;
  const label = row ? `${row}, ${labelOf(field)}` : labelOf(field);
  link.textContent = text('errorLine', { label, text: message });
  link.addEventListener('click', event => {
    event.preventDefault();
    field.closest('details')?.setAttribute('open', '');
    control?.focus();
    field.scrollIntoView({ block: 'center' });
  });
  item.append(link);
  return item;
}

export function clearFaults(within: HTMLElement): void {
  part('[data-faults]').replaceChildren();
  for (const field of within.querySelectorAll<HTMLElement>('.has-error')) {
    const line = field.querySelector(':scope > .field-error');
    for (const element of [field, ...controlsIn(field)]) {
      describe(element, line?.id ?? '', false);
      element.removeAttribute('aria-invalid');
    }
    line?.remove();
    field.classList.remove('has-error');
  }
}

/** Shows the faults and moves the focus to their summary. `reason` is what is wrong beyond single fields. */
export function showFaults(faults: readonly Fault[], reason = ''): void {
  const summary = document.createElement('div');
  summary.className = 'error-summary';
  summary.role = 'alert';
  summary.tabIndex = -1;
  const title = document.createElement('h2');
  title.textContent = text('errorTitle');
  const list = document.createElement('ul');
  list.append(...faults.map(linkTo));
  const why = document.createElement('p');
  why.textContent = reason;
  summary.append(title, ...(reason ? [why] : []), list);
  for (const fault of faults) mark(fault);
  part('[data-faults]').replaceChildren(summary);
  summary.focus();
}
