import type { Language } from '#app/domain/shared/language.ts';
import { decimalsOf, type Money, roundToCash } from '#app/domain/shared/money.ts';
import { translator } from './i18n.ts';

/**
 * Regional habits of each language: Swiss apostrophes in German, and in Arabic the Maghreb's month names and
 * Latin digits, as administrations there write them.
 */
const LOCALES: Readonly<Record<Language, string>> = {
  ar: 'ar-MA-u-nu-latn-ca-gregory',
  de: 'de-CH',
  en: 'en-GB',
  fr: 'fr',
};

/** The BCP 47 locale with which a language's dates and numbers are formatted. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** `long` names the weekday and month, `weekday` and `medium` abbreviate them, `short` is digits. */
export type DateStyle = 'long' | 'weekday' | 'medium' | 'short';

const DATE_OPTIONS: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
};

const TIME_OPTIONS: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** Formatters cost far more to make than to use. */
function cached<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return key => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

const dateFormats = cached(key => {
  const [locale, options] = JSON.parse(key) as [string, Intl.DateTimeFormatOptions];
  return new Intl.DateTimeFormat(locale, options);
});

const numberFormats = cached(key => {
  const [locale, options] = JSON.parse(key) as [string, Intl.NumberFormatOptions];
  return new Intl.NumberFormat(locale, options);
});

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormats(JSON.stringify([LOCALES[language], options]));
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return numberFormats(JSON.stringify([LOCALES[language], options]));
}

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/u;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/u;

/** Plain dates and local times have no zone of their own: they are read and shown in the same one. */
function instantAndZone(value: string | Date, timeZone: string): [Date, string] {
  if (typeof value !== 'string') return [value, timeZone];
  if (PLAIN_DATE.test(value)) return [new Date(`${value}T00:00:00Z`), 'UTC'];
  return LOCAL_TIME.test(value) ? [new Date(`${value}Z`), 'UTC'] : [new Date(value), timeZone];
}

/** French counts the first of a month, "1er mars", which `Intl` does not know. */
function withFirstOfMonth(text: string, language: Language): string {
  return language === 'fr' ? text.replace(/(?<!\d)1(?= \p{L})/u, '1er') : text;
}

/**
 * A date in words. A plain date (`YYYY-MM-DD`) or a local time without offset is shown as it is; an instant
 * is shown as the calendar day in `timeZone`.
 *
 * @throws RangeError for what is neither.
 */
export function formatDate(
  value: string | Date,
  language: Language,
  timeZone: string,
  style: DateStyle = 'long',
): string {
  const [instant, zone] = instantAndZone(value, timeZone);
  const text = dateFormat(language, { ...DATE_OPTIONS[style], timeZone: zone }).format(instant);
  return withFirstOfMonth(text, language);
}

/** As {@link formatDate}, with the time of day on 24 hours. */
export function formatDateTime(
  value: string | Date,
  language: Language,
  timeZone: string,
  style: DateStyle = 'medium',
): string {
  const [instant, zone] = instantAndZone(value, timeZone);
  const text = dateFormat(language, { ...DATE_OPTIONS[style], ...TIME_OPTIONS, timeZone: zone }).format(
    instant,
  );
  return withFirstOfMonth(text, language);
}

/** The time of day of an instant in `timeZone`, or of a local time: "10:32". */
export function formatTime(value: string | Date, language: Language, timeZone: string): string {
  const [instant, zone] = instantAndZone(value, timeZone);
  return dateFormat(language, { ...TIME_OPTIONS, timeZone: zone }).format(instant);
}

/** A number with the language's separators and at most `decimals` decimals (none by default). */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return numberFormat(language, { maximumFractionDigits: decimals }).format(value);
}

/** A measured value with always as many decimals, so that values stand under each other: 4.0 beside 4.2. */
export function formatDecimal(value: number, language: Language, decimals: number): string {
  return numberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A share between 0 and 1 as a percentage. */
export function formatPercent(share: number, language: Language, decimals = 0): string {
  return numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share);
}

/** An amount with its currency: no decimals in XOF, Swiss francs rounded to five rappen. */
export function formatMoney(money: Money, language: Language): string {
  const { currency } = money;
  const decimals = decimalsOf(currency);
  const { amountMinor } = roundToCash(money);
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  } as const;
  return numberFormat(language, options).format(amountMinor / 10 ** decimals);
}

/** "3 days", "3 working days", in the language's plural. */
export function formatDays(
  count: number,
  language: Language,
  kind: 'calendar' | 'working' = 'calendar',
): string {
  const key = kind === 'calendar' ? 'duration.days' : 'duration.workingDays';
  return translator(language)(key, { count, formatted: formatNumber(count, language) });
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** Bytes in the next unit, as file managers and the limit of an upload count. */
const STEP = 1024;

/** The size of a file, in the largest unit that keeps it at 1 or more. */
export function formatBytes(bytes: number, language: Language): string {
  const exponent = Math.floor(Math.log2(Math.max(bytes, 1)) / Math.log2(STEP));
  const power = Math.min(exponent, UNITS.length - 1);
  const unit = translator(language)(`fileSize.${UNITS[power]}`);
  return `${formatNumber(bytes / STEP ** power, language, power > 1 ? 1 : 0)}\u00a0${unit}`;
}

/** Names joined as the language lists them: "a, b and c". */
export function formatList(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(names);
}

/**
 * A reference, code, address or number kept left to right inside text of either direction, for plain text
 * (mail, titles). Pages use `<bdi dir="ltr">` instead.
 */
export function isolateLtr(text: string): string {
  return `\u2066${text}\u2069`;
}
