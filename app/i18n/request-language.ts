import { LANGUAGES, type Language } from '#app/domain/shared/language.ts';
import { LANGUAGE_COOKIE, LANGUAGE_QUERY, negotiateLanguage } from './negotiate.ts';

/** The profile's own languages first; nobody is refused a language that exists. */
export function offeredLanguages(profile: {
  readonly languages: readonly Language[];
}): readonly [Language, ...Language[]] {
  const [first = LANGUAGES[0], ...others] = new Set([...profile.languages, ...LANGUAGES]);
  return [first, ...others];
}

/** The language in which a request is answered; see {@link negotiateLanguage} for what counts first. */
export function requestLanguage(
  request: Request,
  profile: { readonly languages: readonly Language[] },
): Language {
  return negotiateLanguage({
    query: new URL(request.url).searchParams.get(LANGUAGE_QUERY),
    cookie: cookieValue(request.headers.get('cookie') ?? '', LANGUAGE_COOKIE),
    header: request.headers.get('accept-language'),
    offered: offeredLanguages(profile),
  });
}

function cookieValue(header: string, name: string): string | undefined {
  const pair = header.split(';').find(part => part.trim().startsWith(`${name}=`));
  return pair?.slice(pair.indexOf('=') + 1).trim();
}

/** The `Set-Cookie` value that keeps a person's choice for a year. It says nothing about the person. */
export function languageCookie(language: Language, secure: boolean): string {
  return `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
}
