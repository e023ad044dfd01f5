import type { ErrorRequestHandler } from 'express';
import { log } from '#app/platform/log.server.ts';

/** The last resort for what no page could answer; the cause is in the log under the id that is shown. */
export const faults: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = statusOf(error);
  const id = String(response.locals.requestId ?? '');
  if (status >= 500) log.error({ err: error, id }, 'fault');
  if (response.headersSent) {
    next(error);
    return;
  }
  const text = status >= 500 ? 'Something went wrong on our side.' : 'Not found.';
  response.status(status).type('text/plain').send(`${text}\nRequest ${id}\n`);
};

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
