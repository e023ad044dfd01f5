import { decimalsOf } from '../shared/money.ts';
import type { Answer } from './answer.ts';
import { plainWords } from './plain-words.ts';

/** From this share of common phrases on, an earlier answer is shown; from the higher one on, it is the same answer. */
export const ALIKE_PERCENT = { shown: 50, same: 90 };

const WORDS_IN_A_PHRASE = 3;
const BANDS = 12;
const ROWS_IN_A_BAND = 3;

type Words = Pick<Answer, 'message'> & {
  readonly items: readonly { readonly cause: string | null; readonly action: string | null }[];
};

/** Everything that an answer says in words of its own. */
export function wordsOf({ items, message }: Words): string {
  return [message, ...items.flatMap(({ cause, action }) => [cause ?? '', action ?? ''])].join('\n');
}

/** FNV-1a over UTF-16 units: quick, and the same everywhere. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A bijection of 32 bits for each seed, after MurmurHash3's finaliser: one hash stands for thirty-six. */
function mixed(hash: number, seed: number): number {
  let value = (hash ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * The phrases of three words that a text consists of, as hashes. Figures are all alike in it: another amount or date
 * in the same sentence makes no other answer.
 */
export function phrasesOf(text: string): ReadonlySet<number> {
  const words = plainWords(text)
    .replace(/\p{N}+/gu, '0')
    .split(' ');
  const last = Math.max(0, words.length - WORDS_IN_A_PHRASE);
  return new Set(
    Array.from({ length: last + 1 }, (_, at) => hashOf(words.slice(at, at + WORDS_IN_A_PHRASE).join(' '))),
  );
}

/**
 * Twelve numbers of 32 bits (signed, as the database keeps them) of which two texts share at least one where they are
 * much alike: nineteen times in twenty at sixty percent, and practically always above eighty (MinHash in bands).
 */
export function bandsOf(phrases: ReadonlySet<number>): readonly number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const least = Array.from({ length: ROWS_IN_A_BAND }, (_row, row) => {
      const seed = band * ROWS_IN_A_BAND + row;
      let smallest = 0xffffffff;
      for (const phrase of phrases) smallest = Math.min(smallest, mixed(phrase, seed));
      return smallest;
    });
    return mixed(hashOf(least.join('/')), band) | 0;
  });
}

/** How alike two texts are, as the share of the phrases of both that they have in common: whole percents, 0 to 100. */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = [...a].filter(phrase => b.has(phrase)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : Math.round((100 * common) / all);
}

/**
 * What happened, where an answer says so by its fields: an outage's times. The same words may answer everybody whom it
 * reached; null where each case is its own occasion.
 */
export function occasionOf({ items }: Pick<Answer, 'items'>): string | null {
  const faults = items.flatMap(({ issue, details }) =>
    details.faultStart === undefined
      ? []
      : [
          [issue.split('/', 1)[0], details.faultStart, details.faultEnd ?? details.expectedEnd ?? ''].join(
            '|',
          ),
        ],
  );
  return faults.length === 0 ? null : [...new Set(faults)].sort().join(' ');
}

export const PARTICULARS = ['amount', 'date', 'transaction', 'place'] as const;
export type Particular = (typeof PARTICULARS)[number];

interface ParticularCase {
  readonly currency: string;
  readonly commune: string | null;
}

/** The figures of a text, whole without their separators ("1 050,00" is 105000) and in their parts (days of dates). */
function figuresOf(text: string): readonly string[] {
  const written = text.match(/\p{Nd}[\p{Nd}\s.,'’\u00a0\u202f]*/gu) ?? [];
  return [...written.map(figure => figure.replace(/\P{Nd}/gu, '')), ...(text.match(/\p{Nd}+/gu) ?? [])];
}

function amountsOf({ items }: Answer, currency: string): readonly string[] {
  const unit = 10 ** decimalsOf(currency);
  return items.flatMap(({ amountMinor }) => {
    if (!amountMinor) return [];
    return amountMinor % unit === 0
      ? [String(amountMinor), String(amountMinor / unit)]
      : [String(amountMinor)];
  });
}

function daysOf({ items }: Answer): readonly string[] {
  const times = items.flatMap(({ date, details }) => [date, ...Object.values(details)]);
  return times.flatMap(time => (/^\d{4}-\d{2}-(\d{2})/.exec(time ?? '')?.[1] ?? []) as string | []);
}

/** What belongs to this case alone and can stand in the words of its answer, by kind. */
function particularsOf(answer: Answer, { currency, commune }: ParticularCase) {
  const texts = answer.items.flatMap(({ details: { transaction = [], requestCode = [] } }) => [
    ...[transaction, requestCode].flat(),
  ]);
  return {
    amount: amountsOf(answer, currency),
    date: daysOf(answer),
    transaction: texts,
    place: commune === null ? [] : [commune],
  } satisfies Record<Particular, readonly string[]>;
}

/** Which particulars of the case the answer's words name, and which they could name and don't. */
export function particularsNamed(
  answer: Answer,
  about: ParticularCase,
): { readonly named: readonly Particular[]; readonly missing: readonly Particular[] } {
  const text = wordsOf(answer);
  const words = ` ${plainWords(text)} `;
  const figures = figuresOf(text).map(figure => figure.replace(/^0+(?=.)/, ''));
  const known = particularsOf(answer, about);
  const isNamed = (kind: Particular) =>
    known[kind].some(value =>
      kind === 'amount' || kind === 'date'
        ? figures.includes(value.replace(/^0+(?=.)/, ''))
        : words.includes(` ${plainWords(value)} `),
    );
  const present = PARTICULARS.filter(kind => known[kind].length > 0);
  return { named: present.filter(isNamed), missing: present.filter(kind => !isNamed(kind)) };
}
