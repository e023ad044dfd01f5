/** Set by the server for every request, whatever a client sends: the address that counts after trusted proxies. */
export const CLIENT_ADDRESS_HEADER = 'x-recours-client-address';

/** The network address from which a request comes; only for counting attempts, never stored in clear. */
export function clientAddress(request: Request): string {
  return request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
}
