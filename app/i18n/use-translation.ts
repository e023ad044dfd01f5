import type { TFunction } from 'i18next';
import { useContext } from 'react';
import { I18nContext } from 'react-i18next';
import { isLanguage, type Language } from '#app/domain/shared/language.ts';
import { type Namespace, translator } from './i18n.ts';

/**
 * The language of the page that is being rendered, as its `I18nextProvider` sets it.
 *
 * @throws Error when no provider is above: a page without a language is a fault of ours.
 */
export function useLanguage(): Language {
  const language = useContext(I18nContext)?.i18n?.language;
  if (!isLanguage(language)) throw new Error('useLanguage needs an I18nextProvider above it');
  return language;
}

/**
 * The texts of one namespace in the page's language. Pages are rendered once, on the server, so this reads
 * the context and needs none of the subscriptions of react-i18next's own hook.
 */
export function useT(namespace: Namespace = 'common'): TFunction {
  return translator(useLanguage(), namespace);
}
