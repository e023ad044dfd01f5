import { createInstance, type i18n, type TFunction } from 'i18next';
import type { RegulatorKind } from '#app/domain/profile/profile.ts';
import { LANGUAGES, type Language } from '#app/domain/shared/language.ts';
import { namedFor } from './body-name.ts';
import { ar } from './catalogues/ar.ts';
import { de } from './catalogues/de.ts';
import { en } from './catalogues/en.ts';
import { fr } from './catalogues/fr.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import { withIsolatedValues } from './isolated-values.ts';
import { NAMESPACES, type Namespace } from './namespaces.ts';

export type { Namespace } from './namespaces.ts';

type Catalogue = Readonly<Record<Namespace, object>>;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  ar: withIsolatedValues(ar),
  de,
  en,
  fr: withFrenchSpaces(fr),
};

/**
 * A language's instance never changes its language afterwards, so that requests in different languages can
 * share the process. No language falls back on another: a missing text is a fault that the test finds.
 */
function createLanguageInstance(language: Language, kind: RegulatorKind): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [language],
    ns: [...NAMESPACES],
    defaultNS: 'common',
    resources: { [language]: namedFor(CATALOGUES[language], language, kind) },
    initAsync: false,
    // React escapes what it renders; mail templates and documents escape in their own way.
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: false },
  });
  return instance;
}

function instancesFor(kind: RegulatorKind): ReadonlyMap<Language, i18n> {
  return new Map(LANGUAGES.map(language => [language, createLanguageInstance(language, kind)]));
}

let instances = instancesFor('regulator');

/** The instance of a language, for react-i18next's `I18nextProvider`. */
export function i18nFor(language: Language): i18n {
  const instance = instances.get(language);
  if (instance === undefined) throw new Error(`no texts in ${language}`);
  return instance;
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
  const made = remembering(i18nFor(language).getFixedT(language, namespace));
  translators.set(name, made);
  return made;
}

/** Has all texts name the body of the profile that this process serves; said once, at its start. */
export function speakFor(kind: RegulatorKind): void {
  instances = instancesFor(kind);
  translators.clear();
}
