import { parse } from 'csv-parse/sync';
import { AppError } from '#app/domain/shared/errors.ts';
import { COLUMNS, DETAIL_COLUMNS, detailKey, FILLED_COLUMNS } from './columns.ts';

/** Cases that one file may answer. */
export const MOST_ANSWERS = 300;

/** The answer to one case, out of its rows. */
export interface FiledAnswer {
  readonly reference: string;
  /** As exported; empty where the column was lost. */
  readonly version: string;
  /** The line of the file in which each item stands, from 1 for the header. */
  readonly lines: readonly number[];
  /** As a form or the API sends it. */
  readonly answer: {
    readonly items: readonly Readonly<Record<string, unknown>>[];
    readonly message: string;
  };
}

export interface ReadAnswers {
  readonly answers: readonly FiledAnswer[];
  /** Cases that nothing was filled in for. */
  readonly left: number;
}

type Row = Readonly<Record<string, string>>;

interface Line {
  readonly row: Row;
  readonly line: number;
}

function refuseFile(code: string, params: Readonly<Record<string, string | number>> = {}): AppError {
  return new AppError('invalid-input', { fields: { file: { code, params } } });
}

/** Spreadsheets write UTF-8, or what Windows in Western Europe used before. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that keeps a spreadsheet from calculating is taken off again. */
function unescaped(cell: string): string {
  return /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell) ? cell.slice(1) : cell;
}

/** A day as spreadsheets of our countries write it, day first. */
function isoDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text.trim()) ?? [];
  if (day === undefined || month === undefined || year === undefined) return text;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function parseRows(bytes: Uint8Array): readonly Line[] {
  const text = textOf(bytes).replace(/^\uFEFF/u, '');
  const first = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = [';', '\t', ','].find(sign => first.includes(sign)) ?? ',';
  try {
    const parsed = parse(text, {
      ...{ delimiter, skip_empty_lines: true, relax_column_count: true, info: true },
      columns: (names: readonly string[]) => names.map(name => name.trim()),
      cast: (cell: string) => unescaped(cell),
    }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: Row }[];
    return parsed.map(({ info, record }) => ({ row: record, line: info.lines }));
  } catch {
    throw refuseFile('invalid');
  }
}

function isFilled({ row }: Line): boolean {
  return [...FILLED_COLUMNS, ...DETAIL_COLUMNS].some(column => (row[column] ?? '').trim() !== '');
}

function itemOf({ row }: Line): Readonly<Record<string, unknown>> {
  const { issue, outcome, cause, action, date = '', amount, proof } = row;
  const details = DETAIL_COLUMNS.filter(column => (row[column] ?? '').trim() !== '').map(
    column => [detailKey(column), row[column]?.trim().replace(' ', 'T')] as const,
  );
  return {
    issue,
    outcome,
    cause,
    action,
    date: isoDay(date),
    amount,
    proof,
    details: Object.fromEntries(details),
  };
}

function answerOf(reference: string, lines: readonly Line[]): FiledAnswer {
  const messages = lines.map(({ row }) => row.message ?? '').filter(message => message.trim() !== '');
  return {
    reference,
    version: lines[0]?.row.version ?? '',
    lines: lines.map(({ line }) => line),
    answer: { items: lines.map(itemOf), message: messages[0] ?? '' },
  };
}

/**
 * Reads a file that the desk filled in: the rows of a case are one answer; cases without an entry are left alone.
 * @throws AppError `invalid-input` for what is no such file, or answers more cases than one file may
 */
export function readAnswers(bytes: Uint8Array): ReadAnswers {
  const lines = parseRows(bytes);
  const known = Object.keys(lines[0]?.row ?? {});
  if (!['reference', 'version', 'issue', 'outcome'].every(column => known.includes(column))) {
    throw refuseFile('invalid');
  }
  if (known.some(column => column !== '' && !COLUMNS.includes(column))) throw refuseFile('unknown-field');
  const cases = [...Map.groupBy(lines, ({ row }) => (row.reference ?? '').trim())];
  const filled = cases.filter(([reference, rows]) => reference !== '' && rows.some(isFilled));
  if (filled.length > MOST_ANSWERS) throw refuseFile('too-many', { max: MOST_ANSWERS });
  return {
    answers: filled.map(([reference, rows]) => answerOf(reference, rows)),
    left: cases.length - filled.length,
  };
}
