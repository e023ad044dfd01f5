import { latinDigits } from './text.ts';

/** Number of decimals of each currency in use (ISO 4217). */
export const CURRENCY_DECIMALS = { MAD: 2, CHF: 2, XOF: 0, EUR: 2, USD: 2 } as const satisfies Record<
  string,
  number
>;

export type Currency = keyof typeof CURRENCY_DECIMALS;

/** An amount in the currency's smallest unit: centimes, rappen, and whole francs for XOF. */
export interface Money {
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
}

export type ParsedAmount = { readonly ok: true; readonly amountMinor: number } | { readonly ok: false };

/** One thousand million in units of two decimals: more is a slip of the finger, not a complaint. */
export const LARGEST_AMOUNT_MINOR = 100_000_000_000;

export function isCurrency(value: unknown): value is Currency {
  return typeof value === 'string' && Object.hasOwn(CURRENCY_DECIMALS, value);
}

/** Decimals of a currency; two for one that is not in the table, as for most of ISO 4217. */
export function decimalsOf(currency: string): number {
  return isCurrency(currency) ? CURRENCY_DECIMALS[currency] : 2;
}

/** The sign that separates decimals, or none: the later of two kinds, or a lone one not before 3 digits. */
function decimalSign(text: string): '.' | ',' | null {
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  const sign = dot > comma ? '.' : ',';
  if (dot >= 0 && comma >= 0) return sign;
  const parts = text.split(sign);
  return parts.length === 2 && parts[1]?.length !== 3 ? sign : null;
}

interface Written {
  readonly whole: string;
  readonly fraction: string;
}

/** Digits before and after the decimal sign; null when the writing is not a number's. */
function splitWritten(text: string): Written | null {
  const sign = decimalSign(text);
  const at = sign === null ? text.length : text.lastIndexOf(sign);
  const grouped = text.slice(0, at);
  const fraction = text.slice(at + 1);
  const wellGrouped = /^\d+$|^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d{0,2}(?:'\d{3})+$/u;
  if (!wellGrouped.test(grouped) || !/^\d*$/u.test(fraction)) return null;
  if (sign !== null && (fraction === '' || grouped.includes(sign))) return null;
  return { whole: grouped.replaceAll(/\D/gu, ''), fraction };
}

/**
 * An amount as people write it, in the currency's minor units: "1 050", "1'050.50", "1.050,50", Arabic-Indic
 * digits, with or without the currency's code. Refused: signs, words, more decimals than the currency has
 * (unless they are zeros), groups that are not of three digits, more than {@link LARGEST_AMOUNT_MINOR}.
 *
 * A lone separator before exactly three digits groups thousands ("1.050" is one thousand and fifty), because
 * no currency in use has three decimals.
 */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const decimals = decimalsOf(currency);
  const bare = latinDigits(text)
    .replaceAll(/[\u2019\u02bc`]/gu, "'")
    .replace(new RegExp(`^${currency}|${currency}$`, 'iu'), '')
    .trim()
    .replaceAll(/(?<=\d)\s(?=\d{3}(?!\d))/gu, "'");
  const written = splitWritten(bare);
  if (!written || !/^0*$/u.test(written.fraction.slice(decimals))) return { ok: false };
  const amountMinor = Number(written.whole + written.fraction.slice(0, decimals).padEnd(decimals, '0'));
  return amountMinor <= LARGEST_AMOUNT_MINOR ? { ok: true, amountMinor } : { ok: false };
}

/** Swiss cash and invoices round to five rappen; amounts of other currencies stay as they are. */
export function roundToCash(money: Money): Money {
  if (money.currency !== 'CHF') return money;
  return { ...money, amountMinor: Math.round(money.amountMinor / 5) * 5 };
}

/** The amount as a plain decimal with a point and the currency's decimals, for fields, CSV and APIs. */
export function decimalText(money: Money): string {
  const decimals = decimalsOf(money.currency);
  const sign = money.amountMinor < 0 ? '-' : '';
  const digits = String(Math.abs(money.amountMinor)).padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
