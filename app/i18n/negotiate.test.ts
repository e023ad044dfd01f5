import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { negotiateLanguage } from './negotiate.ts';

const offered = ['fr', 'ar', 'en'] as const;

describe('the language of a page', () => {
  it.each([
    [{ query: 'en', cookie: 'ar', header: 'fr' }, 'en'],
    [{ query: 'xx', cookie: 'ar', header: 'fr' }, 'ar'],
    [{ query: 'de', header: 'de,en;q=0.4' }, 'en'],
    [{ header: 'de-CH,ar-MA;q=0.8,en;q=0.9' }, 'en'],
    [{ header: 'en;q=0, ar;q=0.1' }, 'ar'],
    [{ header: 'es, *;q=0.1' }, 'fr'],
    [{ header: 'en;q=oops, ar;q=0.2' }, 'ar'],
    [{ header: '' }, 'fr'],
    [{}, 'fr'],
  ] as const)('asked as %j is %s', (wishes, language) => {
    expect(negotiateLanguage({ ...wishes, offered: offered })).toBe(language);
  });

  it('is always one that is offered', () => {
    const wish = fc.oneof(fc.string(), fc.constantFrom(...LANGUAGES), fc.constant(null));
    fc.assert(
      fc.property(wish, wish, fc.string(), (query, cookie, header) => {
        expect(offered).toContain(negotiateLanguage({ query, cookie, header, offered: offered }));
      }),
    );
  });
});
