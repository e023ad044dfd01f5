import { describe, expect, test } from 'vitest';
import { canonicalEmail, identityOf, networkOf } from './supporter-identity.ts';

describe('one mailbox has one spelling', () => {
  test.each([
    ['Amina.Exemple+wana@GMAIL.com', 'aminaexemple@gmail.com'],
    ['amina.exemple@googlemail.com', 'aminaexemple@gmail.com'],
    ['amina+kleema@outlook.com', 'amina@outlook.com'],
    ['amina-2026@yahoo.fr', 'amina@yahoo.fr'],
    ['a.mina_ex-emple@pm.me', 'aminaexemple@proton.me'],
    ['amina@me.com', 'amina@icloud.com'],
  ])('%s is counted as %s', (typed, counted) => {
    expect(canonicalEmail(typed)).toBe(counted);
  });

  test.each(['amina.exemple@example.org', 'amina+a@example.org', 'a.b-c@menara.ma'])(
    'at other providers dots and additions may be another person: %s',
    address => {
      expect(canonicalEmail(address.toUpperCase())).toBe(address);
    },
  );

  test('an address that is nothing but an addition keeps it', () => {
    expect(canonicalEmail('+a@gmail.com')).toBe('+a@gmail.com');
  });
});

test('a mailbox and a telephone are never taken for each other', () => {
  expect(identityOf('mail', 'A@example.org')).toBe('mail:a@example.org');
  expect(identityOf('sms', '+212612345678')).toBe('phone:+212612345678');
});

test.each([
  ['41.140.12.7', '41.140.12'],
  ['::ffff:41.140.12.7', '41.140.12'],
  ['2a01:e0a:1:2::5', '2a01:e0a:1'],
  ['unknown', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
