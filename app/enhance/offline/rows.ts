import { controlsIn, fillIn, readValues } from './form-values.ts';
import { copyOf, part, rules } from './given.ts';
import type { Values } from './store.ts';

/** Groups that can be repeated: `attempts.0.on`, `attempts.1.on`; `facts.affectedSites.0.place`. */

const NUMBERED = ['id', 'name', 'for', 'aria-describedby', 'data-count', 'data-remove-row'];

/** A row of which nothing is filled in states nothing. */
export function isBlankRow(row: HTMLElement): boolean {
  return controlsIn(row).every(control => control.value.trim() === '');
}

function prefixOf(place: HTMLElement): string {
  return `${place.dataset.rows}.`;
}

function countIn(place: HTMLElement, values: Values): number {
  const prefix = prefixOf(place);
  const indices = Object.keys(values).flatMap(name =>
    name.startsWith(prefix) ? Number(name.slice(prefix.length).split('.')[0]) : [],
  );
  return indices.length === 0 ? 0 : Math.max(...indices) + 1;
}

function numbered(place: HTMLElement, row: number): DocumentFragment {
  const copy = copyOf(`row-${place.dataset.rows}`);
  for (const element of copy.querySelectorAll('*')) {
    for (const attribute of NUMBERED) {
      const value = element.getAttribute(attribute);
      if (value?.includes('#')) element.setAttribute(attribute, value.replaceAll('#', String(row)));
    }
  }
  part('legend', copy).textContent = (place.dataset.rowLabel ?? '').replace('{number}', String(row + 1));
  return copy;
}

/** Shows as many rows as the answers have, or as are asked for; at least one. */
export function askRows(place: HTMLElement, values: Values, count = countIn(place, values)): void {
  const rows = [...Array(Math.max(1, count)).keys()];
  place.replaceChildren(...rows.map(row => numbered(place, row)));
  for (const button of place.querySelectorAll<HTMLElement>('[data-remove-row]'))
    button.hidden = rows.length === 1;
  fillIn(place, values);
  setLatestDay(place);
}

/** One row more, one fewer, or (without either) none in which nothing was written. */
export function changeRows(
  form: HTMLFormElement,
  place: HTMLElement,
  change: { readonly add?: true; readonly remove?: number },
): void {
  const rows = [...place.querySelectorAll<HTMLElement>('[data-row]')];
  const kept = rows.filter((row, index) => index !== change.remove && (change.add || !isBlankRow(row)));
  const prefix = prefixOf(place);
  const values: Record<string, readonly string[]> = {};
  for (const [name, texts] of Object.entries(readValues(form))) {
    const [row = '', ...rest] = name.startsWith(prefix) ? name.slice(prefix.length).split('.') : [];
    const element = row === '' ? undefined : rows[Number(row)];
    const index = element === undefined ? -1 : kept.indexOf(element);
    if (index !== -1) values[`${prefix}${index}.${rest.join('.')}`] = texts;
  }
  askRows(place, values, kept.length + (change.add ? 1 : 0));
}

/** The page may be weeks old: what "today" is, the device says, in the regulator's zone. */
export function setLatestDay(within: ParentNode): void {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: rules.timeZone }).format();
  for (const control of controlsIn(within)) {
    if (control instanceof HTMLInputElement && control.max !== '') control.max = today;
  }
}
