import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Networks in CIDR notation ("127.0.0.0/8", "::1/128"). */
export type Networks = readonly string[];

/** The only part of IPv6 that is handed out to hosts of the internet (RFC 4291). */
const GLOBAL_UNICAST = '2000::/3';

/** Where IPv6 hides an IPv4 address: NAT64 (RFC 6052) and its local prefix (RFC 8215), 6to4, and translation (RFC 6145). */
function embedded(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  switch (address.range()) {
    case 'ipv4Mapped':
      return address.toIPv4Address();
    case 'rfc6052':
    case 'rfc6145':
      return new ipaddr.IPv4(bytes.slice(12));
    case '6to4':
      return new ipaddr.IPv4(bytes.slice(2, 6));
    default:
      return null;
  }
}

function parsed(text: string): Address | null {
  const address = text.replace(/%.*$/, '');
  return ipaddr.isValid(address) ? ipaddr.parse(address) : null;
}

function within(address: Address, network: string): boolean {
  const [base, bits] = ipaddr.parseCIDR(network);
  if (address instanceof ipaddr.IPv4 && base instanceof ipaddr.IPv4) return address.match(base, bits);
  return address instanceof ipaddr.IPv6 && base instanceof ipaddr.IPv6 && address.match(base, bits);
}

/**
 * Whether requests may go to an address: a public unicast one, or one of the networks that are allowed on purpose.
 * Everything that a router on the way could lead home is refused: private, loopback, link-local, shared, multicast,
 * reserved and documentation networks, and IPv6 addresses that carry an IPv4 address in them.
 */
export function mayReach(text: string, allowed: Networks = []): boolean {
  const address = parsed(text);
  if (address === null) return false;
  const plain = address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? embedded(address) : address;
  if (plain !== null && allowed.some(network => within(plain, network))) return true;
  if (address instanceof ipaddr.IPv6 && !within(address, GLOBAL_UNICAST)) return false;
  return address.range() === 'unicast';
}

/** Whether an address is in one of these networks. */
export function isWithin(text: string, networks: Networks): boolean {
  const address = parsed(text);
  if (address === null) return false;
  const plain = address instanceof ipaddr.IPv6 ? (embedded(address) ?? address) : address;
  return networks.some(network => within(plain, network));
}
