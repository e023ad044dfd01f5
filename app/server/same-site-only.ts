import type { Request, RequestHandler } from 'express';
import { env } from '#app/platform/env.server.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another website makes a visitor's browser send (cross-site request forgery). Every browser says
 * where a form comes from in Sec-Fetch-Site or at least in Origin; programs send neither. The API takes no
 * cookies, so a request to it without any is nobody's borrowed session.
 */
export function sameSiteOnly(): RequestHandler {
  const ownOrigin = env().PUBLIC_URL;
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method) || isOwn(request, ownOrigin) || isPlainApiCall(request)) {
      next();
      return;
    }
    response.status(403).type('text/plain').set('Connection', 'close');
    response.send('This form was sent from another website. Open the page on this site and send it again.\n');
  };
}

function isPlainApiCall(request: Request): boolean {
  return request.path.startsWith('/api/') && request.headers.cookie === undefined;
}

function isOwn(request: Request, ownOrigin: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  if (origin === undefined) return true;
  return origin === ownOrigin || (URL.canParse(origin) && new URL(origin).host === request.host);
}
