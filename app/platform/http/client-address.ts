import ipaddr from 'ipaddr.js';

/** Set by the server for every request, whatever a client sends: the address that counts after trusted proxies. */
export const CLIENT_ADDRESS_HEADER = 'x-recours-client-address';

/** The part of an IPv6 address that one customer is given whole; the rest the customer chooses at will. */
const CUSTOMER_BITS = 64;

/** As {@link clientAddress}, of an address. */
export function networkOf(text = 'unknown'): string {
  if (!ipaddr.isValid(text)) return text;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${CUSTOMER_BITS}`);
  return `${network.toString()}/${CUSTOMER_BITS}`;
}

/**
 * From where a request comes, for counting attempts; never stored in clear. An address of IPv6 counts as its network:
 * whoever has one has as many more as there are attempts to make.
 */
export function clientAddress(request: Request): string {
  return networkOf(exactAddress(request));
}

/** The very address: only for operators' systems, whose administrators see where their keys are used from. */
export function exactAddress(request: Request): string {
  return request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
}
