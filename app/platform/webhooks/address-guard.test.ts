import { describe, expect, test } from 'vitest';
import { mayReach } from './address-guard.ts';
import { refusedUrl } from './guarded-post.server.ts';

const FORBIDDEN = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.8.9.10',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '::7f00:1',
  '4000::1',
  '64:ff9b::7f00:1',
  '64:ff9b::808:808',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::1',
  '2001::1',
  '2001:db8::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'not an address',
  '',
];

describe('addresses', () => {
  test.each(FORBIDDEN)('%s is not reached', address => {
    expect(mayReach(address)).toBe(false);
  });

  test.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111'])('%s is reached', address => {
    expect(mayReach(address)).toBe(true);
  });

  test('an allowed network is reached, in its IPv6 notation too, and its neighbours are not', () => {
    const allowed = ['127.0.0.0/8'];
    expect(mayReach('127.0.0.1', allowed)).toBe(true);
    expect(mayReach('::ffff:127.0.0.1', allowed)).toBe(true);
    expect(mayReach('10.0.0.1', allowed)).toBe(false);
    expect(mayReach('::1', allowed)).toBe(false);
  });
});

describe('the address of an endpoint', () => {
  const production = { allowed: [], plain: false };

  test.each([
    ['http://hooks.example/', 'https-only'],
    ['ftp://hooks.example/', 'https-only'],
    ['https://user:password@hooks.example/', 'not-a-url'],
    ['https://hooks.example/#part', 'not-a-url'],
    ['https://hooks.example:22/', 'port-not-allowed'],
    ['https://127.0.0.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://0177.0.0.1/', 'private-address'],
    ['https://0x7f.1/', 'private-address'],
    ['https://127.1/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:7f00:1]/', 'private-address'],
    ['https://[::ffff:127.0.0.1]/', 'private-address'],
    ['https://①②⑦.0.0.1/', 'private-address'],
    ['https://169.254.169.254/latest/meta-data', 'private-address'],
    ['hooks.example', 'not-a-url'],
  ])('%s is refused: %s', (url, reason) => {
    expect(refusedUrl(url, production)).toBe(reason);
  });

  test('a public https address is taken, also on 8443', () => {
    expect(refusedUrl('https://hooks.example/recours?k=1', production)).toBeNull();
    expect(refusedUrl('https://hooks.example:8443/', production)).toBeNull();
    expect(refusedUrl('http://hooks.example:8080/', { allowed: [], plain: true })).toBeNull();
  });
});
