import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Language } from '#app/domain/shared/language.ts';
import { ar } from './catalogues/ar.ts';
import { de } from './catalogues/de.ts';
import { en } from './catalogues/en.ts';
import { fr } from './catalogues/fr.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import { NAMESPACES, type Namespace } from './namespaces.ts';

export type { Namespace } from './namespaces.ts';

type Catalogue = Readonly<Record<Namespace, object>>;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { ar, de, en, fr: withFrenchSpaces(fr) };

/**
 * A language's instance never changes its language afterwards, so that requests in different languages can
 * share the process. No language falls back on another: a missing text is a fault that the test finds.
 */
function createLanguageInstance(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [language],
    ns: [...NAMESPACES],
    defaultNS: 'common',
    resources: { [language]: CATALOGUES[language] },
    initAsync: false,
    // React escapes what it renders; mail templates and documents escape in their own way.
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: false },
  });
  return instance;
}

const instances: Readonly<Record<Language, i18n>> = {
  ar: createLanguageInstance('ar'),
  de: createLanguageInstance('de'),
  en: createLanguageInstance('en'),
  fr: createLanguageInstance('fr'),
};

/** The instance of a language, for react-i18next's `I18nextProvider`. */
export function i18nFor(language: Language): i18n {
  return instances[language];
}

/** More keys than the catalogues have; only a key made of a stranger's text could ever reach it. */
const MOST_KEPT = 20_000;

/** A text without values is always the same, and finding it in i18next costs more than writing it into a page. */
function remembering(t: TFunction): TFunction {
  const texts = new Map<string, string>();
  const find = (...asked: Parameters<TFunction>) => {
    const [key] = asked;
    if (asked.length > 1 || typeof key !== 'string') return t(...asked);
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = t(key);
    if (texts.size < MOST_KEPT) texts.set(key, text);
    return text;
  };
  return find as TFunction;
}

const translators = new Map<string, TFunction>();

/**
 * The texts of a language. Keys of another catalogue than `namespace` are addressed as
 * `taxonomy:category.billing.label`. Values are interpolated unescaped: what builds HTML must escape.
 */
export function translator(language: Language, namespace: Namespace = 'common'): TFunction {
  const name = `${language}:${namespace}`;
  const known = translators.get(name);
  if (known !== undefined) return known;
  const made = remembering(instances[language].getFixedT(language, namespace));
  translators.set(name, made);
  return made;
}
