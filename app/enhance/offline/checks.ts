import { type Control, controlsIn, isChoice } from './form-values.ts';
import { text } from './given.ts';
import { isBlankRow } from './rows.ts';

/** The checks that a device can make alone; the regulator's server makes them all again, and more. */

export interface Fault {
  /** The field's element, which holds its label and its error. */
  readonly field: HTMLElement;
  readonly message: string;
}

const SHORTEST_NARRATIVE = 20;

/** Whether a field is part of its page at present, be that page shown or not. */
function isAsked(field: HTMLElement, section: HTMLElement): boolean {
  const hidden = field.closest('[hidden]');
  return hidden === null || hidden.contains(section);
}

function groupIsEmpty(field: HTMLElement): boolean {
  return field.querySelector('input:checked') === null;
}

function faultOf(control: Control): string | null {
  if (control.validity.badInput) return text('notADate');
  const value = control.value.trim();
  if (value === '') return control.required ? text('required') : null;
  if (control.validity.typeMismatch) return text('invalidEmail');
  if (control instanceof HTMLInputElement && control.max !== '' && value > control.max)
    return text('inTheFuture');
  const length = [...value].length;
  const limit = Number(control.dataset.limit ?? Number.POSITIVE_INFINITY);
  if (length > limit) return text('tooLong', { max: limit });
  if (control.name === 'narrative' && length < SHORTEST_NARRATIVE)
    return text('tooShort', { min: SHORTEST_NARRATIVE });
  return null;
}

function faultIn(field: HTMLElement): string | null {
  const [first] = controlsIn(field).filter(control => !control.disabled);
  if (first === undefined) return null;
  if (!isChoice(first)) return faultOf(first);
  const required = first.required || field.closest('[data-required]') !== null;
  return required && groupIsEmpty(field) ? text('required') : null;
}

function textOf(section: HTMLElement, name: string): string {
  return section.querySelector<HTMLInputElement>(`[name="${name}"]:not(:disabled)`)?.value ?? '';
}

function endsBeforeItStarts(section: HTMLElement): Fault | null {
  const end = section.querySelector<HTMLInputElement>('[name=endedAt]:not(:disabled)');
  const field = end?.closest<HTMLElement>('.field');
  if (!end || !field || end.value === '') return null;
  const started = `${textOf(section, 'startedAt')}T${textOf(section, 'startedTime')}`;
  const ended = `${end.value}T${textOf(section, 'endedTime') || '24:00'}`;
  return ended < started ? { field, message: text('beforeStart') } : null;
}

/** What is missing or wrong on a page of the wizard, in its order. */
export function faultsIn(section: HTMLElement): readonly Fault[] {
  const faults: Fault[] = [];
  for (const field of section.querySelectorAll<HTMLElement>('.field')) {
    const row = field.closest<HTMLElement>('[data-row]');
    if (!isAsked(field, section) || (row && isBlankRow(row))) continue;
    const message = faultIn(field);
    if (message !== null) faults.push({ field, message });
  }
  const order = endsBeforeItStarts(section);
  return order ? [...faults, order] : faults;
}
