import { isLanguage, type Language } from '#app/domain/shared/language.ts';

/** Name of the query parameter and of the cookie that carry a person's choice of language. */
export const LANGUAGE_QUERY = 'lng';
export const LANGUAGE_COOKIE = 'recours_lng';

interface LanguageWishes {
  /** Value of the query parameter, if any. */
  readonly query?: string | null;
  /** Value of the cookie, if any. */
  readonly cookie?: string | null;
  /** The Accept-Language header, if any. */
  readonly header?: string | null;
  /** The profile's languages. */
  readonly offered: readonly Language[];
  /** When nothing else decides; the first offered language when not given. */
  readonly defaultLanguage?: Language;
}

interface Preference {
  readonly language: string;
  readonly quality: number;
}

function preferenceOf(part: string): Preference {
  const [range = '', ...parameters] = part.split(';').map(piece => piece.trim().toLowerCase());
  const q = parameters.find(parameter => parameter.startsWith('q='))?.slice(2);
  const quality = q === undefined ? 1 : Number(q);
  return { language: range.split('-')[0] ?? '', quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** An attacker's header can be long; nobody's preferences are. */
const LONGEST_HEADER = 500;

function byHeader(header: string, offered: readonly Language[], fallback: Language): Language | undefined {
  const preferences = header
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map(preferenceOf)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of preferences) {
    if (language === '*') return fallback;
    const found = offered.find(candidate => candidate === language);
    if (found) return found;
  }
  return undefined;
}

/**
 * The language of an answer: what the address asks, else what the person chose before, else what the browser
 * prefers (RFC 9110, quality values; regions ignored), else the profile's default. Only offered languages count.
 */
export function negotiateLanguage(wishes: LanguageWishes): Language {
  const { query, cookie, header, offered } = wishes;
  for (const wish of [query, cookie]) {
    if (isLanguage(wish) && offered.includes(wish)) return wish;
  }
  const fallback = wishes.defaultLanguage ?? offered[0] ?? 'en';
  return byHeader(header ?? '', offered, fallback) ?? fallback;
}
