import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, latinDigits, withoutControls } from './text.ts';

describe('a cleaned text', () => {
  it.each([
    ['  café  ', 'café'],
    ['cafe\u0301', 'caf\u00e9'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['evil\u202etxt.exe', 'eviltxt.exe'],
    ['\u2067مرحبا\u2069', 'مرحبا'],
    ['a\tb', 'a b'],
    ['نعم\u200cها', 'نعم\u200cها'],
  ])('of %j is %j', (value, text) => {
    expect(cleanText(value)).toEqual({ ok: true, text });
  });

  it.each(['a\u0000b', '\u0007', 'x\u001b[31m', '\ud800'])('refuses %j', value => {
    expect(cleanText(value)).toEqual({ ok: false });
  });

  it('stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), value => {
        const once = cleanText(value);
        if (once.ok) expect(cleanText(once.text)).toEqual(once);
      }),
    );
  });

  it('on one line holds no line end', () => {
    expect(cleanLine(' a \n\n b ')).toEqual({ ok: true, text: 'a b' });
  });
});

it('reads Arabic-Indic and Persian digits as Latin ones', () => {
  expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۴۵')).toBe('0123456789 45');
});

it('keeps what another program said without the signs that no database and no page takes', () => {
  expect(withoutControls('550 no\u0000such\r\nuser \u202eevil\ud800')).toBe('550 no such  user evil ');
});
