import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROCKFORD } from './crockford.ts';
import { formatReceiptCode, normaliseReceiptCode } from './receipt-code.ts';
import { makeReference, parseReference, REFERENCE_BODIES } from './reference.ts';

const references = fc
  .tuple(
    fc.constantFrom('MA', 'CH', 'BF', 'FR'),
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 0, max: REFERENCE_BODIES - 1 }),
  )
  .map(([prefix, year, body]) => makeReference(prefix, year, body));

const withoutDashes = (reference: string) => reference.replaceAll('-', '');

describe('a reference', () => {
  it('has readable groups without ambiguous letters', () => {
    expect(makeReference('MA', 2026, 0)).toMatch(/^MA-2026-0000-0000-[0-9A-HJKMNP-TV-Z]$/);
    fc.assert(
      fc.property(references, reference => {
        expect(reference).toMatch(
          /^[A-Z]{2}-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/,
        );
      }),
    );
  });

  it('differs for different bodies', () => {
    const bodies = fc.uniqueArray(fc.integer({ min: 0, max: REFERENCE_BODIES - 1 }), { minLength: 2 });
    fc.assert(
      fc.property(bodies, numbers => {
        expect(new Set(numbers.map(body => makeReference('CH', 2026, body))).size).toBe(numbers.length);
      }),
    );
  });

  it('is refused for a prefix, a year or a body out of range', () => {
    expect(() => makeReference('LO', 2026, 1)).toThrow(RangeError);
    expect(() => makeReference('MA', 26, 1)).toThrow(RangeError);
    expect(() => makeReference('MA', 2026, REFERENCE_BODIES)).toThrow(RangeError);
    expect(() => makeReference('MA', 2026, 0.5)).toThrow(RangeError);
  });
});

describe('a typed reference', () => {
  it('is read back as it was given', () => {
    fc.assert(
      fc.property(references, reference => {
        expect(parseReference(reference)).toEqual({ ok: true, reference });
      }),
    );
  });

  it('is read in any case, with any separators, with Arabic digits and with look-alikes', () => {
    const arabic = (text: string) =>
      text.replace(/\d/g, digit => String.fromCodePoint(0x660 + Number(digit)));
    const persian = (text: string) =>
      text.replace(/\d/g, digit => String.fromCodePoint(0x6f0 + Number(digit)));
    fc.assert(
      fc.property(references, reference => {
        const variants = [
          reference.toLowerCase(),
          withoutDashes(reference),
          `  ${reference.replaceAll('-', ' – ')} `,
          `\u200f${reference.replaceAll('-', '\u2011')}\u200e`,
          arabic(reference),
          persian(reference),
          reference.replaceAll('0', 'O').replaceAll('1', 'l'),
          reference.replaceAll('0', 'o').replaceAll('1', 'I'),
        ];
        for (const variant of variants) expect(parseReference(variant)).toEqual({ ok: true, reference });
      }),
    );
  });

  it('is recognised as mistyped after every single substitution', () => {
    fc.assert(
      fc.property(references, reference => {
        const characters = withoutDashes(reference);
        for (let at = 0; at < characters.length; at += 1) {
          for (const other of CROCKFORD) {
            if (other === characters[at]) continue;
            const typed = characters.slice(0, at) + other + characters.slice(at + 1);
            expect(parseReference(typed)).toEqual({ ok: false, reason: 'mistyped' });
          }
        }
      }),
    );
  });

  it('is recognised as mistyped after every exchange of neighbours', () => {
    fc.assert(
      fc.property(references, reference => {
        const characters = withoutDashes(reference);
        for (let at = 0; at + 1 < characters.length; at += 1) {
          const [first = '', second = ''] = characters.slice(at, at + 2);
          if (first === second) continue;
          const typed = characters.slice(0, at) + second + first + characters.slice(at + 2);
          expect(parseReference(typed)).toEqual({ ok: false, reason: 'mistyped' });
        }
      }),
    );
  });

  it('is recognised as mistyped with a character too few or too many', () => {
    const reference = makeReference('BF', 2026, 123_456_789);
    expect(parseReference(reference.slice(0, -1))).toEqual({ ok: false, reason: 'mistyped' });
    expect(parseReference(`${reference}7`)).toEqual({ ok: false, reason: 'mistyped' });
  });

  it('is told from something else', () => {
    for (const typed of ['', 'Maroc Telecom', '+212 661 00', 'recommendations', 'قضية', '2026']) {
      expect(parseReference(typed)).toEqual({ ok: false, reason: 'not-a-reference' });
    }
  });
});

describe('a receipt code', () => {
  const codes = fc.uint8Array({ minLength: 10, maxLength: 10 });

  it('has 16 characters in groups of four and keeps all 80 bits', () => {
    expect(formatReceiptCode(new Uint8Array(10))).toBe('0000-0000-0000-0000');
    expect(formatReceiptCode(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    fc.assert(
      fc.property(codes, codes, (one, other) => {
        fc.pre(one.join() !== other.join());
        expect(formatReceiptCode(one)).not.toBe(formatReceiptCode(other));
      }),
    );
  });

  it('is read as people type it', () => {
    fc.assert(
      fc.property(codes, bytes => {
        const code = formatReceiptCode(bytes);
        expect(normaliseReceiptCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
        expect(normaliseReceiptCode(code.replaceAll('0', 'O').replaceAll('1', 'L'))).toBe(code);
      }),
    );
  });

  it('is refused when it cannot be one', () => {
    expect(normaliseReceiptCode('1234')).toBeNull();
    expect(normaliseReceiptCode('UUUU-UUUU-UUUU-UUUU')).toBeNull();
    expect(() => formatReceiptCode(new Uint8Array(9))).toThrow(RangeError);
  });
});
