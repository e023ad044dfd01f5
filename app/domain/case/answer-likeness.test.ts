import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { bandsOf, likeness, occasionOf, particularsNamed, phrasesOf } from './answer-likeness.ts';

const TEXT =
  'Votre ligne a été coupée parce qu’un câble du répartiteur a été sectionné pendant des travaux de voirie ; il est réparé.';

function answer(message: string, change: Partial<Answer['items'][number]> = {}): Answer {
  const item = {
    issue: 'billing/error',
    outcome: 'remedied-with-money',
    cause: null,
    action: null,
    date: '2026-03-12',
    amountMinor: 12_050,
    proof: null,
    details: {},
    evidenceIds: [],
    ...change,
  } as const;
  return { items: [item], message };
}

describe('likeness', () => {
  test.each([
    ['the same words', TEXT, 100, 100],
    ['other case, accents and punctuation', TEXT.toUpperCase().replaceAll(',', ' !'), 100, 100],
    ['another word at the end', TEXT.replace('réparé', 'remplacé'), 85, 99],
    ['words of something else', 'Le crédit de mars a été reporté sur la carte du client par erreur.', 0, 5],
  ])('of %s', (_name, other, least, most) => {
    const percent = likeness(phrasesOf(TEXT), phrasesOf(other));
    expect(percent).toBeGreaterThanOrEqual(least);
    expect(percent).toBeLessThanOrEqual(most);
  });

  test('takes figures for alike: another amount makes no other answer', () => {
    const [a, b] = [
      'Un avoir de 120,50 MAD est porté le 12 mars.',
      'Un avoir de 99,10 MAD est porté le 3 mars.',
    ];
    expect(likeness(phrasesOf(a ?? ''), phrasesOf(b ?? ''))).toBe(100);
  });

  const words = fc.array(fc.constantFrom(...TEXT.split(' '), 'a', 'b', 'c', 'd'), {
    minLength: 4,
    maxLength: 60,
  });

  test('is the same both ways, and whole for a text with itself', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [first, second] = [phrasesOf(a.join(' ')), phrasesOf(b.join(' '))];
        expect(likeness(first, second)).toBe(likeness(second, first));
        expect(likeness(first, first)).toBe(100);
      }),
    );
  });
});

describe('bands', () => {
  test('are twelve signed numbers, the same each time', () => {
    const bands = bandsOf(phrasesOf(TEXT));
    expect(bands).toHaveLength(12);
    expect(bandsOf(phrasesOf(TEXT))).toEqual(bands);
    for (const band of bands) expect(band).toBe(band | 0);
  });

  test('of texts that are much alike share one nearly always, of others hardly ever', () => {
    const vocabulary = Array.from(
      { length: 400 },
      (_, at) => `mot${String.fromCodePoint(97 + (at % 26))}${at}x`,
    );
    let seed = 7;
    const draw = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return vocabulary[seed % vocabulary.length] ?? '';
    };
    const letters = (word: string) => word.replace(/\d/g, digit => String.fromCodePoint(97 + Number(digit)));
    const text = () => Array.from({ length: 60 }, () => letters(draw()));
    const shared = (a: readonly string[], b: readonly string[]) => {
      const [first, second] = [a, b].map(list => bandsOf(phrasesOf(list.join(' '))));
      return first?.some(band => second?.includes(band)) ?? false;
    };
    const originals = Array.from({ length: 60 }, text);
    const near = originals.filter(words => shared(words, [...words.slice(0, 54), ...text().slice(0, 6)]));
    const far = originals.filter(words => shared(words, text()));
    expect(near.length).toBeGreaterThanOrEqual(58);
    expect(far.length).toBeLessThanOrEqual(1);
  });
});

test('one outage is one occasion for everybody whom it reached; other answers have none', () => {
  const details = { faultStart: '2026-03-10T15:00', faultEnd: '2026-03-10T22:40', extent: 'area' };
  const outage = { issue: 'mobile-outage/voice', details };
  expect(occasionOf(answer('a', outage))).toBe(occasionOf(answer('b', outage)));
  const other = { ...outage, details: { ...details, faultStart: '2026-03-11T15:00' } };
  expect(occasionOf(answer('a', other))).not.toBe(occasionOf(answer('a', outage)));
  expect(occasionOf(answer('a'))).toBeNull();
});

describe('what belongs to the case alone', () => {
  const about = { currency: 'MAD', commune: 'Salé' };
  const details = { transaction: 'AV-2026-77', creditedAt: '2026-03-12T09:40' };

  test.each([
    ['nothing of it', 'Nous avons corrigé votre facture.', []],
    ['the amount', 'Vous recevez 120,50 MAD.', ['amount']],
    ['the amount without separators in one figure', 'Vous recevez 12050 centimes.', ['amount']],
    ['the day', 'C’est fait le 12 mars.', ['date']],
    ['the transaction', 'Voyez l’avoir AV-2026-77.', ['transaction']],
    ['the place', 'À Salé, la ligne fonctionne.', ['place']],
  ])('is found where the words name %s', (_name, message, named) => {
    expect(particularsNamed(answer(message, { details }), about).named).toEqual(named);
  });

  test('is asked for where it is known and missing', () => {
    expect(particularsNamed(answer('Rien.', { amountMinor: null, date: null }), about).missing).toEqual([
      'place',
    ]);
  });
});
