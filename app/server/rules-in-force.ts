import type { RequestHandler } from 'express';
import { watchVersions } from '#app/usecases/rules/refresh-versions.server.ts';

/**
 * Has the process know what rules and calendars are published before it answers anybody. While the database does not
 * answer, pages say so themselves: nothing can be recorded meanwhile.
 */
export function rulesInForce(): RequestHandler {
  return (_request, _response, next) => {
    watchVersions().then(
      () => next(),
      () => next(),
    );
  };
}
