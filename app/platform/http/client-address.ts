/** Set by the server for every request, whatever a client sends: the address that counts after trusted proxies. */
export const CLIENT_ADDRESS_HEADER = 'x-recours-client-address';

/**
 * The network address from which a request comes: for counting attempts, never stored in clear but for those of
 * operators' systems, whose administrators see where their keys are used from.
 */
export function clientAddress(request: Request): string {
  return request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
}
