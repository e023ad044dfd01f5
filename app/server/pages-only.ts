import type { RequestHandler } from 'express';

/** Where somebody reads, in their own language, that nothing is there. */
const NOWHERE = '/not-found';

/**
 * Leads addresses that no page links to nowhere. The framework would answer some of them for a router in the browser,
 * which there isn't: a page's data as JSON (`….data`), past what its page shows and past its caching, and the map of all
 * routes. A NUL in an address is nobody's filter; the database takes none.
 */
export function pagesOnly(): RequestHandler {
  return (request, _response, next) => {
    const { path } = request;
    if (path.endsWith('.data') || path === '/__manifest' || request.url.includes('%00'))
      request.originalUrl = NOWHERE;
    next();
  };
}
