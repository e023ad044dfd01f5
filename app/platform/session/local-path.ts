/**
 * Where to go after signing in, from a query or a form: a path of this site, or null. Anything by which a browser
 * would leave the site ("//elsewhere", "/\elsewhere", "https:…", control characters) is refused.
 */
export function localPath(wished: unknown): string | null {
  if (typeof wished !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/u.test(wished) || wished.includes('\\'))
    return null;
  const base = 'http://here.invalid';
  if (!URL.canParse(wished, base)) return null;
  const url = new URL(wished, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : null;
}
