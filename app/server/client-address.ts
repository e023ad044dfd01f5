import type { RequestHandler } from 'express';
import { CLIENT_ADDRESS_HEADER } from '#app/platform/http/client-address.ts';

/** Tells pages who asks, as Express works it out from the proxies that TRUST_PROXY names. */
export function clientAddress(): RequestHandler {
  return (request, _response, next) => {
    request.headers[CLIENT_ADDRESS_HEADER] = request.ip ?? 'unknown';
    next();
  };
}
