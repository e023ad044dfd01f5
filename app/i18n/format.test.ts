import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import type { FactDefinition } from '#app/domain/taxonomy/definition.ts';
import { formatBytes, formatDate, formatDateTime, formatDays, formatMoney, formatPercent } from './format.ts';
import { translator } from './i18n.ts';
import { factHint, formatFact } from './taxonomy-texts.ts';

/** Without the marks that set the direction, and with plain spaces. */
function plain(text: string): string {
  return text.replaceAll(/[\u200e\u200f]/gu, '').replaceAll(/\s/gu, ' ');
}

describe('dates', () => {
  it('are shown in the regulator’s zone, which Ramadan’s clock change moves by an hour', () => {
    expect(formatDateTime('2026-03-05T23:30:00Z', 'fr', 'Africa/Casablanca', 'short')).toBe(
      '05/03/2026 23:30',
    );
    expect(formatDateTime('2026-04-05T23:30:00Z', 'fr', 'Africa/Casablanca', 'short')).toBe(
      '06/04/2026 00:30',
    );
  });

  it('without a time of day are the same day in every zone', () => {
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      expect(formatDate('2024-02-29', 'en', zone, 'medium')).toBe('29 Feb 2024');
    }
  });

  it('of facts are local times, shown as they were written', () => {
    expect(formatDateTime('2024-07-09T13:45', 'en', 'Africa/Ouagadougou')).toBe('9 Jul 2024, 13:45');
  });
});

describe('the first of a month', () => {
  it('is counted in French, as the other days are not', () => {
    expect(plain(formatDate('2011-03-01', 'fr', 'UTC'))).toBe('mardi 1er mars 2011');
    expect(plain(formatDateTime('2011-03-01T10:32', 'fr', 'UTC'))).toBe('1er mars 2011, 10:32');
    expect(plain(formatDate('2011-03-11', 'fr', 'UTC'))).toBe('vendredi 11 mars 2011');
    expect(plain(formatDate('2011-03-01', 'fr', 'UTC', 'short'))).toBe('01/03/2011');
    expect(plain(formatDate('2011-03-01', 'de', 'UTC', 'medium'))).not.toContain('er');
  });
});

describe('amounts', () => {
  it.each([
    ['fr', { amountMinor: 1050, currency: 'XOF' }, '1 050 F CFA'],
    ['de', { amountMinor: 105_052, currency: 'CHF' }, "CHF 1'050.50"],
    ['en', { amountMinor: 105_053, currency: 'CHF' }, 'CHF 1,050.55'],
    ['fr', { amountMinor: 200_000, currency: 'MAD' }, '2 000,00 MAD'],
  ] as const)('in %s: %j', (language, money, text) => {
    expect(plain(formatMoney(money, language)).replace('’', "'")).toBe(text);
  });

  it('have Latin digits in Arabic, as in Morocco', () => {
    expect(plain(formatMoney({ amountMinor: 200_000, currency: 'MAD' }, 'ar'))).toContain('2.000,00');
  });
});

describe('counts of days', () => {
  it('follow the six forms of Arabic', () => {
    const forms = [0, 1, 2, 3, 11, 100].map(count => formatDays(count, 'ar'));
    expect(new Set(forms.map(form => form.replaceAll(/\d/gu, ''))).size).toBe(5);
    expect(forms[3]).toBe('3 أيام');
    expect(forms[4]).toBe('11 يومًا');
  });

  it.each([
    [1, 'en', 'calendar', '1 day'],
    [0, 'fr', 'working', '0 jour ouvrable'],
    [2, 'de', 'working', '2 Arbeitstage'],
  ] as const)('%i in %s (%s)', (count, language, kind, text) => {
    expect(plain(formatDays(count, language, kind))).toBe(text);
  });
});

it('shares and sizes of files are written as the language does', () => {
  expect(plain(formatPercent(0.123, 'fr', 1))).toBe('12,3 %');
  expect(plain(formatBytes(26_214_400, 'fr'))).toBe('25 Mo');
  expect(plain(formatBytes(0, 'en'))).toBe('0 B');
});

describe('a stored fact', () => {
  const choice: FactDefinition = { key: 'setting', type: 'choice', options: ['indoors', 'outdoors', 'both'] };

  it('is shown with its option’s words, or as it is when imported from elsewhere', () => {
    const reader = { language: 'en', timeZone: 'UTC' } as const;
    expect(formatFact('indoors', choice, reader)).toBe('Indoors');
    expect(formatFact('on the roof', choice, reader)).toBe('on the roof');
    expect(formatFact('unknown', { key: 'stillDown', type: 'yes-no-unknown' }, reader)).toBe('I don’t know');
    expect(formatFact(2.5, { key: 'latency', type: 'decimal', unit: 'hours' }, reader)).toBe(
      '2.5\u00a0hours',
    );
  });

  it('has a hint only where one is written', () => {
    for (const language of LANGUAGES) {
      expect(factHint(translator(language), { key: 'area' })).toBeTruthy();
      expect(factHint(translator(language), choice)).toBeUndefined();
    }
  });
});
