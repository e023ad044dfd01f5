import { AppError } from '#app/domain/shared/errors.ts';

/** What a form's field can hold once names with dots and indices have become objects and lists. */
export type FormValue = string | readonly string[] | readonly FormValue[] | FormValues;
export type FormValues = { readonly [name: string]: FormValue };

/** What fields are shown with again: texts by name in dots, lists for repeated names. */
export type FlatValues = Readonly<Record<string, string | readonly string[]>>;

const MAX_DEPTH = 4;
const SEGMENT = /^(?:[A-Za-z][\w-]{0,79}|\d{1,2})$/;
const NAMES_OF_PROTOTYPES: readonly string[] = ['constructor', 'prototype'];

type Node = Map<string, Node | string[]>;

function refuse(name: string, code: string): AppError {
  return new AppError('invalid-input', { fields: { [name.slice(0, 80)]: { code } } });
}

/** `attempts[0].on` and `attempts.0.on` name the same field. */
function segmentsOf(name: string): readonly string[] {
  const segments = name.replaceAll(/\[(\d{1,2})\]/g, '.$1').split('.');
  const known = segments.every(segment => SEGMENT.test(segment) && !NAMES_OF_PROTOTYPES.includes(segment));
  if (!known || segments.length > MAX_DEPTH) throw refuse(name, 'unknown-field');
  return segments;
}

function place(root: Node, name: string, value: string): void {
  const segments = segmentsOf(name);
  const last = segments[segments.length - 1] ?? name;
  let node = root;
  for (const segment of segments.slice(0, -1)) {
    const next = node.get(segment) ?? new Map();
    if (Array.isArray(next)) throw refuse(name, 'invalid');
    node.set(segment, next);
    node = next;
  }
  const present = node.get(last);
  if (present instanceof Map) throw refuse(name, 'invalid');
  node.set(last, [...(present ?? []), value]);
}

function shaped(node: Node | string[]): FormValue {
  if (Array.isArray(node)) return node.length === 1 ? (node[0] ?? '') : node;
  const entries = [...node];
  if (entries.every(([key]) => /^\d+$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => shaped(child));
  }
  return objectOf(node);
}

/** A group where a field was expected reads as an empty text: forged names must not be a fault of ours. */
const AS_TEXT = Object.freeze(Object.assign(Object.create(null), { [Symbol.toPrimitive]: () => '' }));

function objectOf(node: Node): FormValues {
  return Object.assign(
    Object.create(AS_TEXT),
    Object.fromEntries([...node].map(([key, child]) => [key, shaped(child)])),
  );
}

/**
 * A form's fields as objects and lists: `facts.area` is in `facts`, `attempts.0.on` in the first of `attempts`, a
 * repeated name is a list of texts. Indices only order: a list has no holes. Objects have no prototype.
 * Throws `invalid-input` with the name of a field that no form of ours has.
 */
export function formValues(form: FormData | URLSearchParams): FormValues {
  const root: Node = new Map();
  for (const [name, value] of form) {
    if (typeof value !== 'string') throw refuse(name, 'invalid');
    place(root, name, value);
  }
  return objectOf(root);
}

function isListOfTexts(value: readonly unknown[]): value is readonly string[] {
  return value.every(item => typeof item === 'string');
}

/** Values as fields show them again: the inverse of {@link formValues}, also for what JSON has kept meanwhile. */
export function flatValues(values: Readonly<Record<string, unknown>>, prefix = ''): FlatValues {
  const flat: Record<string, string | readonly string[]> = {};
  for (const [key, value] of Object.entries(values)) {
    const name = `${prefix}${key}`;
    if (typeof value === 'string') flat[name] = value;
    else if (Array.isArray(value) && isListOfTexts(value)) flat[name] = value;
    else if (typeof value === 'object' && value !== null) {
      Object.assign(flat, flatValues(value as Readonly<Record<string, unknown>>, `${name}.`));
    }
  }
  return flat;
}
