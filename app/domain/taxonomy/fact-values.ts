import { Temporal } from 'temporal-polyfill';
import type { FieldError } from '../shared/errors.ts';
import type { FieldErrorCode } from '../shared/field-errors.ts';
import { LARGEST_AMOUNT_MINOR, type Money, parseAmount } from '../shared/money.ts';
import { cleanLine, cleanText, latinDigits, lengthOf } from '../shared/text.ts';
import { type AffectedSite, MAX_SITES, SITE_FIELDS } from './affected-sites.ts';
import { type FactDefinition, type FactType, type Track, YES_NO, YES_NO_UNKNOWN } from './definition.ts';

/** A normalised answer: text, number, money, `YYYY-MM-DD`, local `YYYY-MM-DDTHH:MM`, option or options, sites. */
export type FactValue = string | number | Money | readonly string[] | readonly AffectedSite[];

/** What reading an answer depends on besides its definition. */
export interface FactContext {
  /** The profile's currency, in which amounts are asked. */
  readonly currency: string;
  /** The regulator's zone, in which times are asked; UTC when not given. */
  readonly timeZone?: string;
  /** On which the complaint is filed; without it, facts of every track are asked. */
  readonly track?: Track;
  /** An ISO instant; without it nothing is refused for lying ahead. */
  readonly now?: string;
}

export type FactReading =
  | { readonly ok: true; readonly value: FactValue | undefined }
  | {
      readonly ok: false;
      readonly error: FieldError;
      /** Of a repeated group: each refused field by its path within the group, such as `0.place`. */
      readonly within?: Readonly<Record<string, FieldError>>;
    };

type Reader = (raw: unknown, fact: FactDefinition, context: FactContext) => FactReading;

const NOTHING: FactReading = { ok: true, value: undefined };
const DEFAULT_LENGTH = { text: 200, 'long-text': 2000 } as const;

function refuse(code: FieldErrorCode, params?: FieldError['params']): FactReading {
  return { ok: false, error: params ? { code, params } : { code } };
}

function readText(raw: unknown, fact: FactDefinition): FactReading {
  if (typeof raw !== 'string' && typeof raw !== 'number') return refuse('invalid-text');
  const long = fact.type === 'long-text';
  const cleaned = (long ? cleanText : cleanLine)(String(raw));
  if (!cleaned.ok) return refuse('invalid-text');
  const max = fact.maxLength ?? DEFAULT_LENGTH[long ? 'long-text' : 'text'];
  if (lengthOf(cleaned.text) > max) return refuse('too-long', { max });
  return cleaned.text === '' ? NOTHING : { ok: true, value: cleaned.text };
}

/** A number without thousands separators but blanks; a comma is a decimal sign, as in most of our languages. */
function numberOf(raw: unknown): number {
  if (typeof raw === 'number') return raw;
  if (typeof raw !== 'string') return Number.NaN;
  const text = latinDigits(raw)
    .replaceAll(/[\s'\u2019]/gu, '')
    .replace(',', '.');
  return /^-?\d{1,15}(?:\.\d{1,6})?$/u.test(text) ? Number(text) : Number.NaN;
}

function readNumber(raw: unknown, fact: FactDefinition): FactReading {
  const value = numberOf(raw);
  if (!Number.isFinite(value)) return refuse('not-a-number');
  if (fact.type === 'integer' && !Number.isSafeInteger(value)) return refuse('not-a-number');
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = fact;
  if (value < min || value > max) return refuse('out-of-range', { min, max });
  return { ok: true, value };
}

function readMoneyObject(raw: object, currency: string): FactReading {
  if (!('amountMinor' in raw) || !('currency' in raw)) return refuse('not-an-amount');
  const { amountMinor } = raw;
  const fits =
    Number.isSafeInteger(amountMinor) &&
    Number(amountMinor) >= 0 &&
    Number(amountMinor) <= LARGEST_AMOUNT_MINOR;
  if (!fits || raw.currency !== currency) return refuse('not-an-amount');
  return { ok: true, value: { amountMinor: Number(amountMinor), currency } };
}

function readMoney(raw: unknown, _fact: FactDefinition, { currency }: FactContext): FactReading {
  if (typeof raw === 'object' && raw !== null) return readMoneyObject(raw, currency);
  if (typeof raw !== 'string' && typeof raw !== 'number') return refuse('not-an-amount');
  const parsed = parseAmount(String(raw), currency);
  return parsed.ok
    ? { ok: true, value: { amountMinor: parsed.amountMinor, currency } }
    : refuse('not-an-amount');
}

/** The zone's wall clock now, for comparison with what people write. */
function localNow({ now, timeZone = 'UTC' }: FactContext): Temporal.PlainDateTime | null {
  return now ? Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDateTime() : null;
}

/** No complaint is about an earlier time; a year like 0224 is a slip of the finger. */
const EARLIEST_YEAR = 1950;
const LATEST_YEAR = 2200;

function plausible(year: number): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

function readDate(raw: unknown, fact: FactDefinition, context: FactContext): FactReading {
  const text = typeof raw === 'string' ? latinDigits(raw).trim() : '';
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return refuse('not-a-date');
  try {
    const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
    if (!plausible(date.year)) return refuse('not-a-date');
    const today = localNow(context)?.toPlainDate();
    if (!fact.mayBeAhead && today && Temporal.PlainDate.compare(date, today) > 0)
      return refuse('in-the-future');
    return { ok: true, value: date.toString() };
  } catch {
    return refuse('not-a-date');
  }
}

function wallClock(text: string, timeZone: string): Temporal.PlainDateTime {
  return /(?:Z|[+-]\d{2}:\d{2})$/iu.test(text)
    ? Temporal.Instant.from(text).toZonedDateTimeISO(timeZone).toPlainDateTime()
    : Temporal.PlainDateTime.from(text, { overflow: 'reject' });
}

function readDateTime(raw: unknown, fact: FactDefinition, context: FactContext): FactReading {
  const text = typeof raw === 'string' ? latinDigits(raw).trim() : '';
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/iu.test(text)) {
    return refuse('not-a-date');
  }
  try {
    const time = wallClock(text, context.timeZone ?? 'UTC').round({
      smallestUnit: 'minute',
      roundingMode: 'floor',
    });
    if (!plausible(time.year)) return refuse('not-a-date');
    const now = localNow(context);
    if (!fact.mayBeAhead && now && Temporal.PlainDateTime.compare(time, now) > 0)
      return refuse('in-the-future');
    return { ok: true, value: time.toString({ smallestUnit: 'minute' }) };
  } catch {
    return refuse('not-a-date');
  }
}

function readChoice(raw: unknown, fact: FactDefinition): FactReading {
  if (typeof raw !== 'string' || !fact.options?.includes(raw)) return refuse('not-an-option');
  return { ok: true, value: raw };
}

function readChoices(raw: unknown, fact: FactDefinition): FactReading {
  const values = (Array.isArray(raw) ? raw : [raw]).filter(value => value !== '');
  const options = fact.options ?? [];
  if (!values.every(value => options.includes(value))) return refuse('not-an-option');
  const chosen = options.filter(option => values.includes(option));
  return chosen.length === 0 ? NOTHING : { ok: true, value: chosen };
}

const YES = ['yes', 'on', 'true', true];
const NO = ['no', 'off', 'false', false];

function readYesNo(raw: unknown, fact: FactDefinition): FactReading {
  const answers: readonly string[] = fact.type === 'yes-no' ? YES_NO : YES_NO_UNKNOWN;
  const value = YES.some(yes => yes === raw) ? 'yes' : NO.some(no => no === raw) ? 'no' : raw;
  return typeof value === 'string' && answers.includes(value) ? { ok: true, value } : refuse('not-an-option');
}

function isBlankRow(row: unknown): boolean {
  return typeof row === 'object' && row !== null && Object.values(row).every(isBlank);
}

type Row = Readonly<Record<string, unknown>>;

interface RowReading {
  readonly site: Record<string, FactValue>;
  readonly errors: readonly (readonly [string, FieldError])[];
}

function readSite(row: Row, context: FactContext): RowReading {
  const site: Record<string, FactValue> = {};
  const errors: (readonly [string, FieldError])[] = [];
  for (const field of SITE_FIELDS) {
    const definition: FactDefinition = field;
    const reading = readFact(row[field.key], definition, context);
    if (!reading.ok) errors.push([field.key, reading.error]);
    else if (reading.value !== undefined) site[field.key] = reading.value;
    else if (definition.required) errors.push([field.key, { code: 'required' }]);
  }
  const unknown = Object.keys(row).filter(key => !SITE_FIELDS.some(field => field.key === key));
  return { site, errors: [...errors, ...unknown.map(key => [key, { code: 'unknown-field' }] as const)] };
}

/** Rows that are left empty are no sites; those between them keep their numbers in the errors' paths. */
function readSites(raw: unknown, _fact: FactDefinition, context: FactContext): FactReading {
  if (!Array.isArray(raw)) return refuse('invalid');
  if (raw.length > MAX_SITES) return refuse('too-many', { max: MAX_SITES });
  if (!raw.every((row): row is Row => typeof row === 'object' && row !== null)) return refuse('invalid');
  const readings = raw.map((row, index) => ({ index, row })).filter(({ row }) => !isBlankRow(row));
  const read = readings.map(({ index, row }) => ({ index, ...readSite(row, context) }));
  const within = read.flatMap(({ index, errors }) =>
    errors.map(([key, error]) => [`${index}.${key}`, error] as const),
  );
  const [first] = within;
  if (first) return { ok: false, error: first[1], within: Object.fromEntries(within) };
  const sites = read.map(({ site }) => site as unknown as AffectedSite);
  return sites.length === 0 ? NOTHING : { ok: true, value: sites };
}

const READERS: Readonly<Record<FactType, Reader>> = {
  text: readText,
  'long-text': readText,
  integer: readNumber,
  decimal: readNumber,
  money: readMoney,
  date: readDate,
  datetime: readDateTime,
  choice: readChoice,
  'multi-choice': readChoices,
  'yes-no': readYesNo,
  'yes-no-unknown': readYesNo,
  sites: readSites,
};

function isBlank(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true;
  return typeof raw === 'string' ? raw.trim() === '' : Array.isArray(raw) && raw.length === 0;
}

/** Forms send a lone value or a list for the same field: a list of one stands for its value. */
function unwrapped(raw: unknown, fact: FactDefinition): unknown {
  const several = fact.type === 'multi-choice' || fact.type === 'sites';
  return Array.isArray(raw) && raw.length === 1 && !several ? raw[0] : raw;
}

/** One answer, from a form's string or a JSON value, normalised; blank is no answer (`undefined`). */
export function readFact(raw: unknown, fact: FactDefinition, context: FactContext): FactReading {
  const value = unwrapped(raw, fact);
  return isBlank(value) ? NOTHING : READERS[fact.type](value, fact, context);
}
