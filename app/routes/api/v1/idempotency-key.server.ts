import { AppError } from '#app/domain/shared/errors.ts';

/** Printable ASCII, as in the IETF's draft on the header; a client takes a random one, such as a UUID. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** The Idempotency-Key of a request, null without one. @throws AppError `malformed-request` for an impossible one */
export function keyOf(request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !KEY.test(key)) throw new AppError('malformed-request');
  return key;
}
