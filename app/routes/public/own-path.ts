const OWN = 'http://own.invalid';

/**
 * The path and query to come back to, when it is one of this site: an address given by a form must not lead
 * elsewhere. A path of two slashes names another host, also when it only appears once dots are resolved.
 */
export function ownPath(back: unknown): string {
  if (typeof back !== 'string' || !back.startsWith('/') || !URL.canParse(back, OWN)) return '/';
  const { origin, pathname, search } = new URL(back, OWN);
  return origin === OWN && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
