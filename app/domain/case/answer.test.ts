import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type AnswerItem, moneyReturned, readAnswer } from './answer.ts';
import { checkSubstance, partsAsked } from './answer-substance.ts';
import { GENERIC_PHRASES, PLACEHOLDERS } from './generic-phrases.ts';
import { OPERATOR_OUTCOMES } from './outcomes.ts';
import { plainWords } from './plain-words.ts';

const NOW = { timeZone: 'Africa/Casablanca', now: '2026-03-12T10:00:00.000Z' };
const CASE = {
  issues: ['billing/error', 'billing/refund-due'],
  currency: 'MAD',
  evidenceIds: ['e1'],
  ...NOW,
};

const SENT = {
  items: [
    {
      issue: 'billing/refund-due',
      outcome: 'remedied-with-money',
      cause: 'La promotion de janvier n’avait pas été chargée pour ce numéro.',
      action: 'Avoir de 120,50 MAD porté sur la facture de mars.',
      date: '2026-03-14',
      amount: '120,50',
      details: { transaction: 'Avoir AV-2026-0314', creditedAt: '2026-03-14T09:00' },
    },
    {
      issue: 'billing/error',
      outcome: 'explained',
      cause: 'L’option internationale a été comptée par deux systèmes en même temps.',
      action: 'Le doublon est supprimé et la règle de facturation corrigée.',
      date: '',
    },
  ],
  message: 'Votre facture de janvier comptait deux fois l’option ; vous recevez 120,50 MAD en mars.',
};

function read(raw: unknown = SENT): Answer {
  const reading = readAnswer(raw, CASE);
  if (!reading.ok) throw new Error(JSON.stringify(reading.fields));
  return reading.answer;
}

function withItem(change: Partial<AnswerItem>, index = 0): Answer {
  const answer = read();
  return { ...answer, items: answer.items.map((item, at) => (at === index ? { ...item, ...change } : item)) };
}

function reasons(answer: Answer): Record<string, string> {
  const verdict = checkSubstance(answer);
  return verdict.ok
    ? {}
    : Object.fromEntries(Object.entries(verdict.fields).map(([name, { code }]) => [name, code]));
}

describe('an answer as it is read', () => {
  test('addresses each issue once, in the case’s order, with the amount in minor units', () => {
    const answer = read();
    expect(answer.items.map(item => [item.issue, item.amountMinor])).toEqual([
      ['billing/error', null],
      ['billing/refund-due', 12_050],
    ]);
    expect(moneyReturned(answer.items)).toBe(12_050);
  });

  test('is refused when it leaves an issue out, names one twice or one of another case', () => {
    const [first, second] = SENT.items;
    expect(readAnswer({ ...SENT, items: [first] }, CASE)).toMatchObject({
      fields: { items: { code: 'too-few' } },
    });
    expect(readAnswer({ ...SENT, items: [first, first] }, CASE)).toMatchObject({ ok: false });
    expect(
      readAnswer({ ...SENT, items: [first, { ...second, issue: 'roaming/bill-shock' }] }, CASE),
    ).toMatchObject({
      fields: { 'items.1.issue': { code: 'not-an-option' } },
    });
  });

  test('names the fields that can’t be read', () => {
    const broken = {
      ...SENT.items[0],
      outcome: '',
      date: '2026-02-30',
      amount: 'beaucoup',
      evidenceIds: 'e2',
    };
    expect(readAnswer({ ...SENT, items: [broken, SENT.items[1]] }, CASE)).toMatchObject({
      fields: {
        'items.0.outcome': { code: 'required' },
        'items.0.date': { code: 'not-a-date' },
        'items.0.amount': { code: 'not-an-amount' },
        'items.0.evidenceIds.0': { code: 'not-an-option' },
      },
    });
  });

  test('never fails on what is no answer at all', () => {
    fc.assert(
      fc.property(fc.anything(), raw => {
        expect(readAnswer(raw, CASE).ok).toBe(false);
      }),
    );
  });
});

describe('an answer with substance', () => {
  test('counts', () => {
    expect(checkSubstance(read())).toEqual({ ok: true });
  });

  test('may be courteous', () => {
    const { message } = SENT;
    const courteous = `Madame, nous nous excusons pour la gêne occasionnée. ${message} Cordialement`;
    expect(checkSubstance({ ...read(), message: courteous })).toEqual({ ok: true });
  });

  test.each([
    [
      'ar',
      'احتسب نظامان خيار المكالمات الدولية مرتين في فاتورة يناير',
      'حذفنا المبلغ المكرر وصححنا قاعدة الفوترة',
    ],
    [
      'de',
      'Zwei Systeme haben die Auslandoption im Januar doppelt verrechnet',
      'Der doppelte Betrag ist gestrichen, die Regel korrigiert',
    ],
    [
      'en',
      'Two systems billed the international option twice in January',
      'The duplicate is removed and the rule corrected',
    ],
  ])('counts in %s', (_language, cause, action) => {
    expect(reasons(withItem({ cause, action }))).toEqual({});
  });
});

describe('an answer without substance', () => {
  test('is refused where money has no amount, date or proof', () => {
    const bare = { issue: 'contract/mis-selling', amountMinor: 0, date: null, proof: null, details: {} };
    expect(reasons(withItem(bare, 1))).toEqual({
      'items.1.amount': 'required',
      'items.1.date': 'required',
      'items.1.proof': 'required',
    });
    expect(
      reasons(withItem({ ...bare, amountMinor: 500, date: '2026-03-14', evidenceIds: ['e1'] }, 1)),
    ).toEqual({});
  });

  test('is refused where an outage has no cause, action or date, even when the claim is rejected', () => {
    expect(partsAsked('mobile-outage/voice', 'rejected')).toEqual(['cause', 'action', 'date']);
    const empty = { issue: 'mobile-outage/voice', outcome: 'rejected', cause: null, action: null } as const;
    expect(reasons(withItem(empty))).toMatchObject({
      'items.0.cause': 'required',
      'items.0.action': 'required',
      'items.0.date': 'required',
    });
  });

  test('is refused where the action repeats the cause or every issue gets one text', () => {
    const cause = 'L’option a été comptée deux fois par erreur.';
    expect(reasons(withItem({ cause, action: `${cause.toUpperCase()} !!` }))).toEqual({
      'items.0.action': 'repeated-text',
    });
    const [one, two] = read().items;
    if (!one || !two) throw new Error('two items');
    const copied = { ...read(), items: [one, { ...two, cause: one.cause, action: one.action }] };
    expect(reasons(copied)).toEqual({ 'items.1.cause': 'repeated-text' });
  });

  test.each([
    'We apologise for the inconvenience.',
    'Nous avons bien reçu votre réclamation et nous nous excusons pour la gêne occasionnée.',
    'Sehr geehrte Damen und Herren, wir entschuldigen uns für die entstandenen Unannehmlichkeiten.',
    'توصلنا بشكايتكم ونعتذر عن الإزعاج، نبقى رهن إشارتكم.',
    'لقد توصلنا بشكايتكم، طلبكم قيد المعالجة',
    'Le problème a été résolu. Cordialement',
  ])('is refused when %j is all that it says', text => {
    expect(reasons(withItem({ cause: text }))).toHaveProperty(['items.0.cause']);
    expect(reasons({ ...read(), message: text })).toHaveProperty('message');
  });

  const cased = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
  );
  const mark = fc.constantFrom('. ', ', ', ' — ', '! ', '\n');
  const phrase = fc
    .tuple(fc.constantFrom(...GENERIC_PHRASES), cased)
    .map(([text, change]) => change(text.replaceAll(/ ?\*/g, '')));

  test('is refused for any sequence of formulas, whatever their case and punctuation', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 5 }), mark, (phrases, sign) => {
        expect(reasons(withItem({ cause: phrases.join(sign) }))).toHaveProperty(['items.0.cause']);
      }),
    );
  });

  test('is refused for placeholders, however often they are repeated', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLACEHOLDERS),
        fc.integer({ min: 1, max: 1 }),
        mark,
        (text, times, sign) => {
          const cause = Array.from({ length: times }, () => text).join(sign);
          expect(reasons(withItem({ cause }))).toHaveProperty(['items.0.cause']);
        },
      ),
    );
    expect(reasons(withItem({ cause: 'xxxxxxxxxxxxxxxxxxxxxxxxxx' }))['items.0.cause']).toBe(
      'placeholder-text',
    );
    expect(reasons(withItem({ cause: 'test test test test test test' }))['items.0.cause']).toBe(
      'placeholder-text',
    );
  });
});

describe('the verdict', () => {
  const anyText = fc.option(fc.string({ unit: 'grapheme', maxLength: 120 }));
  const anyItem: fc.Arbitrary<AnswerItem> = fc.record({
    issue: fc.constantFrom('billing/error', 'mobile-outage/voice', 'nonsense'),
    outcome: fc.constantFrom(...OPERATOR_OUTCOMES),
    cause: anyText,
    action: anyText,
    date: fc.option(fc.constant('2026-03-14')),
    amountMinor: fc.option(fc.nat()),
    proof: anyText,
    details: fc.constant({}),
    evidenceIds: fc.subarray(['e1', 'e2']),
  });

  test('never fails, and lets through only answers that state what their outcomes ask', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 4 }), fc.string(), (items, message) => {
        if (!checkSubstance({ items, message }).ok) return;
        for (const item of items) {
          const stated = { ...item, amount: item.amountMinor, proof: item.proof ?? item.evidenceIds[0] };
          for (const part of partsAsked(item.issue, item.outcome)) expect(stated[part]).toBeTruthy();
        }
      }),
    );
  });

  test('does not change when words change their case, accents or punctuation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(plainWords(plainWords(text))).toBe(plainWords(text));
        expect(plainWords(`«${text}»!`)).toBe(plainWords(text));
      }),
    );
  });
});
