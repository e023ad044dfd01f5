import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { log } from '#app/platform/log.server.ts';

const QUIET = new Set(['/healthz', '/readyz']);
/** Open for as long as a page is: to be broken off is how they end. */
const LASTING = new Set(['/operator/live']);

/**
 * Gives each request an id, which its answer carries, and logs it when done. Only the path is logged: queries,
 * headers, bodies and addresses of visitors may hold secrets or personal data.
 */
export function accessLog(): RequestHandler {
  return (request, response, next) => {
    const begin = performance.now();
    const id = randomUUID();
    const { method, path } = request;
    response.locals.requestId = id;
    response.set('X-Request-Id', id);
    response.once('close', () => {
      const milliseconds = Math.round(performance.now() - begin);
      const entry = { id, method, path, status: response.statusCode, milliseconds };
      if (!response.writableFinished && !LASTING.has(path)) log.warn(entry, 'request broken off');
      else if (response.statusCode >= 500) log.error(entry, 'request');
      else log[QUIET.has(path) ? 'debug' : 'info'](entry, 'request');
    });
    next();
  };
}
