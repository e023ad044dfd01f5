import { describe, expect, it } from 'vitest';
import { CLIENT_ADDRESS_HEADER, clientAddress, exactAddress } from './client-address.ts';

function from(address: string): Request {
  return new Request('http://localhost/', { headers: { [CLIENT_ADDRESS_HEADER]: address } });
}

describe('where a request comes from', () => {
  it('is one address of IPv4, also where it is written as one of IPv6', () => {
    expect(clientAddress(from('192.0.2.7'))).toBe('192.0.2.7');
    expect(clientAddress(from('::ffff:192.0.2.7'))).toBe('192.0.2.7');
  });

  it('is the network of an address of IPv6, so that a customer can not count as many', () => {
    const customer = clientAddress(from('2001:db8:1:2:aaaa::1'));
    expect(clientAddress(from('2001:db8:1:2:ffff:1:2:3'))).toBe(customer);
    expect(clientAddress(from('2001:db8:1:3::1'))).not.toBe(customer);
    expect(exactAddress(from('2001:db8:1:2:aaaa::1'))).toBe('2001:db8:1:2:aaaa::1');
  });

  it('is unknown, and the same for all, without an address', () => {
    expect(clientAddress(new Request('http://localhost/'))).toBe('unknown');
  });
});
