import { describe, expect, test } from 'vitest';
import { languageCookie, offeredLanguages, requestLanguage } from './request-language.ts';

const morocco = { languages: ['fr', 'ar'] } as const;

function asking(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost${path}`, { headers });
}

describe('the language of a request', () => {
  test('is the one in its address before any other', () => {
    const request = asking('/?lng=de', { cookie: 'recours_lng=ar', 'accept-language': 'en' });
    expect(requestLanguage(request, morocco)).toBe('de');
  });

  test('is the one kept in its cookie, among others', () => {
    expect(requestLanguage(asking('/', { cookie: 'a=b; recours_lng=ar; c=d' }), morocco)).toBe('ar');
  });

  test("is the profile's first when nothing is known about the visitor", () => {
    expect(requestLanguage(asking('/'), morocco)).toBe('fr');
  });
});

test("all languages are offered, the profile's own first", () => {
  expect(offeredLanguages(morocco)).toEqual(['fr', 'ar', 'de', 'en']);
});

test('the cookie of a choice goes over encrypted connections only where there are any', () => {
  expect(languageCookie('ar', true)).toContain('; Secure');
  expect(languageCookie('ar', false)).not.toContain('Secure');
});
