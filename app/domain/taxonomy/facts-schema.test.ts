import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_ERROR_CODES, fieldErrorsOf } from '../shared/field-errors.ts';
import type { FactDefinition } from './definition.ts';
import { factsSchema } from './facts-schema.ts';
import { CATEGORY_KEYS, type Category, factsOf } from './taxonomy.ts';
import { splitFacts, visibleFacts } from './visible-facts.ts';

const MOROCCO = { currency: 'MAD', timeZone: 'Africa/Casablanca', now: '2026-03-10T12:00:00Z' } as const;
const BURKINA = { currency: 'XOF', timeZone: 'Africa/Ouagadougou', now: '2026-03-10T12:00:00Z' } as const;

const TOP_UP = {
  paymentChannel: 'operator-app',
  transactionTime: '2024-07-09T13:45',
  paidAmount: '1 050',
  confirmationReceived: 'sms',
};

function errorsOf(category: Category, raw: unknown) {
  const parsed = factsSchema(category, MOROCCO).safeParse(raw);
  return parsed.success ? {} : fieldErrorsOf(parsed.error);
}

describe('the facts of a prepaid top-up', () => {
  it('are the same from a form and from JSON', () => {
    const schema = factsSchema('prepaid-credit', BURKINA);
    const fromForm = schema.parse({ ...TOP_UP, balanceBefore: '', numberCredited: ' 70 00 00 00 ' });
    const fromJson = schema.parse({
      ...TOP_UP,
      paidAmount: { amountMinor: 1050, currency: 'XOF' },
      transactionTime: '2024-07-09T13:45:10Z',
      numberCredited: '70 00 00 00',
    });
    expect(fromForm).toEqual(fromJson);
    expect(fromForm.paidAmount).toEqual({ amountMinor: 1050, currency: 'XOF' });
  });

  it('name each field that is refused, with its reason', () => {
    expect(
      errorsOf('prepaid-credit', {
        paymentChannel: 'carrier-pigeon',
        transactionTime: '2026-03-10T12:01',
        paidAmount: 'much',
        transactionId: 'a\u0000b',
        balanceBefore: { amountMinor: 5, currency: 'EUR' },
        surprise: 'x',
      }),
    ).toEqual({
      paymentChannel: { code: 'not-an-option' },
      transactionTime: { code: 'in-the-future' },
      paidAmount: { code: 'not-an-amount' },
      transactionId: { code: 'invalid-text' },
      balanceBefore: { code: 'not-an-amount' },
      confirmationReceived: { code: 'required' },
      surprise: { code: 'unknown-fact' },
    });
  });

  it('are refused as a whole when they are not an object', () => {
    expect(errorsOf('prepaid-credit', 'nothing')).toEqual({ '': { code: 'invalid' } });
  });
});

describe('answers of each kind', () => {
  it.each([
    ['mobile-outage', { area: 'x', stillDown: 'on' }, {}],
    ['mobile-outage', { area: 'x', stillDown: true, setting: ['indoors'] }, {}],
    [
      'mobile-outage',
      { area: 'x'.repeat(201), stillDown: 'no' },
      { area: { code: 'too-long', params: { max: 200 } } },
    ],
    ['fixed-outage', { stillDown: 'no', numberOfLines: '٣' }, {}],
    ['fixed-outage', { stillDown: 'no', numberOfLines: '3.5' }, { numberOfLines: { code: 'not-a-number' } }],
    ['billing', { disputedLines: 'x', paidOn: '2026-02-30' }, { paidOn: { code: 'not-a-date' } }],
    ['billing', { disputedLines: 'x', billTo: '2026-04-01' }, {}],
    ['outage-information', { outageMeant: 'x', channelsLookedAt: 'website' }, {}],
    ['outage-information', { outageMeant: 'x', channelsLookedAt: ['website', 'app'] }, {}],
    [
      'outage-information',
      { outageMeant: 'x', channelsLookedAt: [] },
      { channelsLookedAt: { code: 'required' } },
    ],
  ] as const)('in %s: %j', (category, raw, errors) => {
    expect(errorsOf(category, raw)).toEqual(errors);
  });

  it('that are numbers out of range name the range', () => {
    expect(errorsOf('fixed-outage', { stillDown: 'no', numberOfLines: 0 })).toEqual({
      numberOfLines: { code: 'out-of-range', params: { min: 1, max: 1_000_000 } },
    });
  });
});

describe('facts under a condition', () => {
  it('are dropped when it does not hold, even when they are wrong', () => {
    const parsed = factsSchema('privacy-fraud', MOROCCO).parse({ lossSuffered: 'no', lostAmount: 'much' });
    expect(parsed).toEqual({ lossSuffered: 'no' });
  });

  it('are required when it holds', () => {
    expect(errorsOf('privacy-fraud', { lossSuffered: 'yes' })).toEqual({ lostAmount: { code: 'required' } });
  });
});

function rawAnswer(fact: FactDefinition): fc.Arbitrary<unknown> {
  const options = fact.options ?? ['yes', 'no', 'unknown'];
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...options),
    fc.subarray([...options]),
    fc.integer(),
    fc.constantFrom('2024-02-29', '2024-07-09T13:45', '12,5', '1 050', 'on', null, undefined, true),
    fc.anything(),
  );
}

const answers = fc.constantFrom(...CATEGORY_KEYS).chain(category => {
  const fields = Object.fromEntries(factsOf(category).map(fact => [fact.key, rawAnswer(fact)]));
  return fc.record(fields, { requiredKeys: [] }).map(raw => ({ category, raw }));
});

describe('any answers to any category', () => {
  it('either parse to visible facts that parse to themselves, or are refused with known codes', () => {
    fc.assert(
      fc.property(answers, ({ category, raw }) => {
        const schema = factsSchema(category, MOROCCO);
        const parsed = schema.safeParse(raw);
        if (!parsed.success) {
          for (const { code } of Object.values(fieldErrorsOf(parsed.error)))
            expect(FIELD_ERROR_CODES).toContain(code);
          return;
        }
        expect(schema.parse(JSON.parse(JSON.stringify(parsed.data)))).toEqual(parsed.data);
        const visible = visibleFacts({ category }, parsed.data).map(fact => fact.key);
        expect(Object.keys(parsed.data).every(key => visible.includes(key))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('split into open and personal facts without losing or repeating one', () => {
    fc.assert(
      fc.property(answers, ({ category, raw }) => {
        const { open, personal } = splitFacts(category, raw);
        expect({ ...open, ...personal }).toEqual(raw);
        expect(Object.keys(open).filter(key => key in personal)).toEqual([]);
        const marked = factsOf(category).filter(fact => fact.personal);
        expect(marked.some(fact => fact.key in open)).toBe(false);
      }),
    );
  });
});
