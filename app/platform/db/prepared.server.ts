const names = new Map<string, string>();

/**
 * Has a statement planned once a connection instead of at each use: for large texts of which there are few, and
 * whose plan is right for any values (not for searches, whose best plan hangs on what is searched).
 * @returns the same text
 */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `prepared_${names.size}`);
  return text;
}

/** The name under which connections keep a prepared statement; empty for all others. */
export function preparedName(text: string): string {
  return names.get(text) ?? '';
}
