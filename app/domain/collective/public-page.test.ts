import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, slugOf } from './public-page.ts';

describe('the address of a page', () => {
  test.each([
    ['Kleema : 50 000 abonnés sans réseau', 'kleema-50-000-abonnes-sans-reseau'],
    ['  Ça coûte…  cher! ', 'ca-coute-cher'],
    ['كليما: 50 ألف', null],
    ['مشتركو كليما', null],
    [`${'long '.repeat(30)}end`, 'long-long-long-long-long-long-long-long-long-long-long-long'],
  ])('of "%s" is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test('is always safe to put into a link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), title => {
        const slug = slugOf(title);
        if (slug !== null) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('the difference of two texts', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map(list => list.join(' '));

  test('names what was taken out and what was put in', () => {
    expect(differenceOf('Appelez Samira au 0612 vite', 'Appelez vite')).toEqual([
      { kind: 'same', text: 'Appelez ' },
      { kind: 'removed', text: 'Samira au 0612 ' },
      { kind: 'same', text: 'vite' },
    ]);
  });

  test('holds both texts whole', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = differenceOf(before, after);
        const without = (kind: string) =>
          parts
            .filter(part => part.kind !== kind)
            .map(part => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
