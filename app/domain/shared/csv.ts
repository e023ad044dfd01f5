export type CsvCell = string | number | boolean | null | undefined;

/** Without it spreadsheets read UTF-8 as the machine's old code page. */
export const CSV_BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet would run as a formula (OWASP, "CSV Injection"). A cell of text that begins so is written
 * with an apostrophe before it; numbers are ours and stay numbers.
 */
const FORMULA = /^[=+\-@\t\r]/u;
const NEEDS_QUOTES = /[",\r\n]/u;

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record after RFC 4180, with its line end. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** A whole file: byte order mark, heading, records. */
export function csvFile(heading: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return CSV_BYTE_ORDER_MARK + [heading, ...rows].map(csvLine).join('');
}
