import { PRIVATE_PAGE } from './open-case.server.ts';

/** The token of a link or of the form behind it; anything that can't be one is an empty text. */
export function tokenOf(values: URLSearchParams | FormData): string {
  const token = values.get('token');
  return typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : '';
}

/** Pages behind such links are one person's. (A page without a referrer would send its form without an origin.) */
export function privateHeaders() {
  return PRIVATE_PAGE;
}
