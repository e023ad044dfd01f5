import { describe, expect, test } from 'vitest';
import { judgeEmail, mappedDeskRole, readDomain } from './single-sign-on.ts';

describe('an address for which a provider vouches', () => {
  const approved = ['inwi.example'];

  test('counts when it is verified and of an approved domain', () => {
    expect(judgeEmail({ email: 'Salma@INWI.example', email_verified: true }, approved)).toEqual({
      ok: true,
      email: 'salma@inwi.example',
    });
  });

  test.each([
    [{}, 'no-email'],
    [{ email: 'salma', email_verified: true }, 'no-email'],
    [{ email: 'salma@inwi.example' }, 'unverified-email'],
    [{ email: 'salma@inwi.example', email_verified: 'true' }, 'unverified-email'],
    [{ email: 'salma@orange.example', email_verified: true }, 'other-domain'],
    [{ email: 'salma@evil-inwi.example', email_verified: true }, 'other-domain'],
    [{ email: 'salma@sub.inwi.example', email_verified: true }, 'other-domain'],
    [{ email: 'salma@inwi.example@evil.example', email_verified: true }, 'other-domain'],
  ])('is refused: %j is %s', (claims, reason) => {
    expect(judgeEmail(claims, approved)).toEqual({ ok: false, reason });
  });
});

test('the most that a claim gives counts, and what is not in the map gives nothing', () => {
  const map = { staff: 'agent', leads: 'approver' } as const;
  expect(mappedDeskRole(['staff', 'leads', 'x'], map)).toBe('approver');
  expect(mappedDeskRole('staff', map)).toBe('agent');
  expect(mappedDeskRole(['toString', 7], map)).toBeNull();
  expect(mappedDeskRole(undefined, map)).toBeNull();
});

test('a domain has labels and a dot', () => {
  expect(readDomain(' @Inwi.Example ')).toBe('inwi.example');
  for (const wrong of ['example', 'a b.example', '-a.example', 'a..example', 'http://a.example', '']) {
    expect(readDomain(wrong), wrong).toBeNull();
  }
});
