import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFile, csvLine } from './csv.ts';

describe('a record of CSV', () => {
  test.each(['=1+1', '+33', '-2', '@SUM(A1)', '\tx', '\rx'])('disarms the text %j', text => {
    expect(csvLine([text]).replaceAll('"', '')).toMatch(/^'/);
  });

  test('leaves numbers and ordinary texts as they are', () => {
    expect(csvLine([-3, 1.5, 'a-b', '', null, undefined, true])).toBe('-3,1.5,a-b,,,,true\r\n');
  });

  test('quotes commas, quotation marks and line ends', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\nlines'])).toBe('"a,b","say ""no""","two\nlines"\r\n');
  });
});

test('a file begins with a byte order mark and is read back cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 })), rows => {
      const file = csvFile(['one', 'two'], rows);
      const read: string[][] = parse(file, { bom: true, skip_empty_lines: false, record_delimiter: '\r\n' });
      const armed = rows.map(row => row.map(cell => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell)));
      expect(file.startsWith('\uFEFF')).toBe(true);
      expect(read.slice(1)).toEqual(armed);
    }),
  );
});
