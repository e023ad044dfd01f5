import type { RegulatorKind } from '#app/domain/profile/profile.ts';
import type { LocalisedText } from '#app/domain/shared/language.ts';

/**
 * What people call the body that runs the portal. In each language the words have one gender and begin alike, so that
 * one stands where the other stood without a change around it.
 */
const WORDS: Readonly<Record<RegulatorKind, LocalisedText>> = {
  regulator: { ar: 'هيئة التقنين', de: 'Aufsicht', en: 'regulator', fr: 'régulateur' },
  'conciliation-body': {
    ar: 'هيئة التوفيق',
    de: 'Schlichtungsstelle',
    en: 'conciliation body',
    fr: 'conciliateur',
  },
};

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function replaced(texts: unknown, words: readonly (readonly [RegExp, string])[]): unknown {
  if (typeof texts === 'string')
    return words.reduce((text, [word, other]) => text.replaceAll(word, other), texts);
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, replaced(value, words)]));
}

/** A language's texts, written for a regulator, as they read where another kind of body runs the portal. */
export function namedFor<T>(texts: T, language: keyof LocalisedText, kind: RegulatorKind): T {
  const from = WORDS.regulator[language];
  const to = WORDS[kind][language];
  if (from === to) return texts;
  const pairs = [...new Set([from, capital(from)])].map(
    word => [new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'), word === from ? to : capital(to)] as const,
  );
  return replaced(texts, pairs) as T;
}
