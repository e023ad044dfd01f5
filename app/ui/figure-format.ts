import type { Language } from '#app/domain/shared/language.ts';
import { LAST_BOUND } from '#app/domain/statistics/histogram.ts';
import type { Rate } from '#app/domain/statistics/rates.ts';
import {
  formatDays,
  formatDecimal,
  formatMoney,
  formatNumber,
  formatPercent,
  localeOf,
} from '#app/i18n/format.ts';
import { useLanguage } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';

/** What stands where a figure doesn't exist: nothing was answered, or the subscribers aren't known. */
const NONE = '–';

/** Three digits that say something, whatever the size of a country's operators. */
function rateDecimals(value: number): number {
  if (value >= 100) return 0;
  if (value >= 10) return 1;
  return value >= 1 || value === 0 ? 2 : 4;
}

const BEFORE_CURRENCY = /(?<=\d)[\u00a0\u202f](?=\D)|(?<=\D)[\u00a0\u202f](?=\d)/gu;

/** Nearly all is not all, and nearly nothing is not nothing: no share is rounded to 0 or 100 %. */
const LEAST_SHARE = 0.001;

function toldApart(share: number): number {
  return share === 0 || share === 1 ? share : Math.min(Math.max(share, LEAST_SHARE), 1 - LEAST_SHARE);
}

/** The formats of one figures page, in its language. */
export function useFigureFormat() {
  const language = useLanguage();
  const { currency } = useApp();
  const rate = (value: number) => formatDecimal(value, language, rateDecimals(value));
  return {
    count: (value: number) => formatNumber(value, language),
    share: (value: number | null) => (value === null ? NONE : formatPercent(value, language)),
    /** A share that somebody answers for. */
    exactShare: (value: number | null) =>
      value === null ? NONE : formatPercent(toldApart(value), language, 1),
    days: (value: number | null) => daysText(value, days => formatDays(days, language)),
    bareDays: (value: number | null) => daysText(value, days => formatNumber(days, language)),
    rate,
    rateOf: (found: Rate | null) => (found === null ? NONE : rate(found.rate)),
    /** An amount in large letters: where a tile is too narrow, the currency goes to the next line. */
    moneyInTile: (amountMinor: number) =>
      formatMoney({ amountMinor, currency }, language).replaceAll(BEFORE_CURRENCY, ' '),
    money: (amountMinor: number) => formatMoney({ amountMinor, currency }, language),
    period: periodLabels(language),
  };
}

function daysText(days: number | null, format: (days: number) => string): string {
  if (days === null) return NONE;
  return days > LAST_BOUND ? `> ${format(LAST_BOUND)}` : format(days);
}

function makePeriodLabels(language: Language) {
  const locale = localeOf(language);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const formats = {
    month: {
      short: format({ month: 'short', year: '2-digit' }),
      long: format({ month: 'long', year: 'numeric' }),
    },
    day: {
      short: format({ day: 'numeric', month: 'short' }),
      long: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    },
  };
  return (key: string, grain: 'day' | 'month', style: 'short' | 'long') =>
    formats[grain][style].format(new Date(`${key}T00:00:00Z`));
}

type PeriodLabels = ReturnType<typeof makePeriodLabels>;

const labelsByLanguage = new Map<Language, PeriodLabels>();

/** Labels of days and months: short under an axis, long in a table. Formats cost far more to make than to use. */
function periodLabels(language: Language): PeriodLabels {
  const labels = labelsByLanguage.get(language) ?? makePeriodLabels(language);
  labelsByLanguage.set(language, labels);
  return labels;
}
