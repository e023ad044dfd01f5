/** The four languages of the product, in the order in which they are offered. */
export const LANGUAGES = ['fr', 'ar', 'de', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text in every language: profiles and rules carry their own, catalogues carry the interface's. */
export type LocalisedText = Readonly<Record<Language, string>>;

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some(language => language === value);
}

/** Writing direction of a language's pages. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
