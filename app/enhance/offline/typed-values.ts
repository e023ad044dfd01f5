import type { Values } from './store.ts';

/** Issues come in one list online, and in one group for each category without a network. */
function fieldFor(name: string, value: string): string {
  return name === 'issues' || name.startsWith('also.') ? `issues.${value.split('/')[0]}` : name;
}

function rootOf(name: string): string {
  const [root = name] = name.split('.');
  return root === 'also' ? 'issues' : root;
}

/**
 * A copy's answers with those that stand in a page's form at present.
 * @param asked names of all fields of the form, also of those without an answer
 */
export function withTyped(
  copied: Values,
  asked: readonly string[],
  answers: Iterable<readonly [string, FormDataEntryValue]>,
): Values {
  const roots = new Set(asked.map(rootOf));
  const values: Record<string, readonly string[]> = Object.fromEntries(
    Object.entries(copied).filter(([name]) => !roots.has(rootOf(name))),
  );
  for (const [name, value] of answers) {
    if (typeof value !== 'string' || value === '') continue;
    const field = fieldFor(name, value);
    values[field] = [...(values[field] ?? []), value];
  }
  return values;
}
