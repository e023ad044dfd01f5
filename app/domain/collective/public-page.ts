const LONGEST_SLUG = 60;

/**
 * The readable part of a page's address: Latin letters and digits of its title. A title in another script gives none;
 * the page then has its reference for an address.
 */
export function slugOf(title: string): string | null {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const cut = plain.slice(0, LONGEST_SLUG).replaceAll(/^-+|-+$/g, '');
  return cut.length >= 3 ? cut : null;
}

/** A run of words that two texts share, or that only one of them has. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Longer texts are compared paragraph by paragraph, so that the table of the comparison stays small. */
const MOST_WORDS = 1200;

function unitsOf(before: string, after: string): readonly [readonly string[], readonly string[]] {
  const words = [before, after].map(text => text.match(/\s+|[^\s]+/gu) ?? []);
  const [old = [], fresh = []] = words;
  if (old.length <= MOST_WORDS && fresh.length <= MOST_WORDS) return [old, fresh];
  const [oldLines = [], freshLines = []] = [before, after].map(text => text.match(/[^\n]*\n?/gu) ?? []);
  return [oldLines.filter(Boolean), freshLines.filter(Boolean)];
}

/** Lengths of the longest common subsequences of all endings of the two lists. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const [row, below] = [table[i], table[i + 1]];
      if (row === undefined || below === undefined) continue;
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function joined(parts: readonly TextPart[], { kind, text }: TextPart): readonly TextPart[] {
  const last = parts.at(-1);
  return last?.kind === kind
    ? [...parts.slice(0, -1), { kind, text: last.text + text }]
    : [...parts, { kind, text }];
}

/** What an officer changed in a proposed text: words taken out and put in, in reading order. */
export function differenceOf(before: string, after: string): readonly TextPart[] {
  const [old, fresh] = unitsOf(before, after);
  const table = commonLengths(old, fresh);
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [was, is] = [old[i], fresh[j]];
    const skipOld = table[i + 1]?.[j] ?? -1;
    const skipFresh = table[i]?.[j + 1] ?? -1;
    if (was !== undefined && was === is) {
      parts.push({ kind: 'same', text: was });
      [i, j] = [i + 1, j + 1];
    } else if (was !== undefined && (is === undefined || skipOld >= skipFresh)) {
      parts.push({ kind: 'removed', text: was });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: is ?? '' });
      j += 1;
    }
  }
  return parts.reduce(joined, []);
}
