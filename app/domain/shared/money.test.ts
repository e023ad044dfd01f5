import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CURRENCY_DECIMALS,
  type Currency,
  decimalText,
  LARGEST_AMOUNT_MINOR,
  parseAmount,
  roundToCash,
} from './money.ts';

const currencies = fc.constantFrom(...(Object.keys(CURRENCY_DECIMALS) as Currency[]));
const amounts = fc.integer({ min: 0, max: LARGEST_AMOUNT_MINOR });

describe('an amount as people write it', () => {
  it.each([
    ['1 050', 'XOF', 1050],
    ['1050', 'XOF', 1050],
    ['1.050', 'XOF', 1050],
    ['1050.00', 'XOF', 1050],
    ['1\u202f050 XOF', 'XOF', 1050],
    ['١٠٥٠', 'XOF', 1050],
    ['١٬٠٥٠٫٥٠', 'MAD', 105050],
    ["1'050.50", 'CHF', 105050],
    ['1’050.50', 'CHF', 105050],
    ['1.050,50', 'EUR', 105050],
    ['1,050.5', 'EUR', 105050],
    ['CHF 200', 'CHF', 20000],
    ['2 000', 'MAD', 200000],
    ['0,05', 'EUR', 5],
    ['1 234 567,89', 'EUR', 123456789],
  ])('%s in %s is %i minor units', (text, currency, amountMinor) => {
    expect(parseAmount(text, currency)).toEqual({ ok: true, amountMinor });
  });

  it.each([
    ['', 'MAD'],
    ['-5', 'MAD'],
    ['12,345,6', 'EUR'],
    ['1.2.3', 'EUR'],
    ['10.5551', 'EUR'],
    ['5.5', 'XOF'],
    ['0.050', 'EUR'],
    ['12.', 'EUR'],
    ['1 05', 'EUR'],
    ['ten', 'EUR'],
    ['1e5', 'EUR'],
    ['99999999999999', 'EUR'],
  ])('%j is refused in %s', (text, currency) => {
    expect(parseAmount(text, currency)).toEqual({ ok: false });
  });

  it('reads back what it writes, in every currency', () => {
    fc.assert(
      fc.property(amounts, currencies, (amountMinor, currency) => {
        expect(parseAmount(decimalText({ amountMinor, currency }), currency)).toEqual({
          ok: true,
          amountMinor,
        });
      }),
    );
  });

  it('never gives anything but a whole number of minor units within the limit', () => {
    fc.assert(
      fc.property(fc.string(), currencies, (text, currency) => {
        const parsed = parseAmount(text, currency);
        if (!parsed.ok) return;
        expect(Number.isSafeInteger(parsed.amountMinor)).toBe(true);
        expect(parsed.amountMinor).toBeGreaterThanOrEqual(0);
        expect(parsed.amountMinor).toBeLessThanOrEqual(LARGEST_AMOUNT_MINOR);
      }),
    );
  });
});

describe('rounding to cash', () => {
  it('moves Swiss amounts by at most two rappen, to a multiple of five', () => {
    fc.assert(
      fc.property(amounts, amountMinor => {
        const rounded = roundToCash({ amountMinor, currency: 'CHF' }).amountMinor;
        expect(rounded % 5).toBe(0);
        expect(Math.abs(rounded - amountMinor)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('leaves other currencies alone', () => {
    expect(roundToCash({ amountMinor: 1052, currency: 'EUR' }).amountMinor).toBe(1052);
  });
});
