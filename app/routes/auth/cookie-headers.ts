/** Pages around a sign-in are kept by no cache. */
export const NO_STORE = { 'Cache-Control': 'no-store' } as const;

/** Headers that set each cookie on its own. */
export function cookieHeaders(cookies: readonly string[]): Headers {
  const headers = new Headers(NO_STORE);
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return headers;
}

/** An address of the sign-in that remembers where to go on to. */
export function withNext(path: string, next: string | null): string {
  return next === null ? path : `${path}?next=${encodeURIComponent(next)}`;
}
