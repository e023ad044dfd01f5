import type { Values } from './store.ts';

/** A field of the form that holds an answer. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function controlsIn(within: ParentNode): readonly Control[] {
  const found = within.querySelectorAll<Control>('input[name], select[name], textarea[name]');
  return [...found].filter(control => control.type !== 'file');
}

export function isChoice(control: Control): control is HTMLInputElement {
  return control.type === 'radio' || control.type === 'checkbox';
}

/** The answers as they stand, by field name; what is not asked at present is left out. */
export function readValues(form: HTMLFormElement): Values {
  const values: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '') continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

/** Puts answers back into the fields that exist. */
export function fillIn(within: ParentNode, values: Values): void {
  for (const control of controlsIn(within)) {
    const answers = values[control.name] ?? [];
    if (isChoice(control)) control.checked = answers.includes(control.value);
    else if (answers[0] !== undefined) control.value = answers[0];
  }
}

/** A field that is not asked is neither shown nor read. */
export function ask(element: HTMLElement, asked: boolean): void {
  element.hidden = !asked;
  for (const control of controlsIn(element)) control.disabled = !asked;
}
