import type { TFunction } from 'i18next';
import type { Language } from '#app/domain/shared/language.ts';
import type { Money } from '#app/domain/shared/money.ts';
import {
  type AffectedSite,
  isAffectedSite,
  type SITE_FIELDS,
  totalOfSites,
} from '#app/domain/taxonomy/affected-sites.ts';
import type { FactDefinition } from '#app/domain/taxonomy/definition.ts';
import { type Category, type IssueAddress, partsOfIssue } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate, formatDateTime, formatList, formatMoney, formatNumber } from './format.ts';
import { translator } from './i18n.ts';

export function categoryLabel(t: TFunction, category: Category): string {
  return t(`taxonomy:category.${category}.label`);
}

/** What the category covers, in a sentence of everyday words. */
export function categoryDescription(t: TFunction, category: Category): string {
  return t(`taxonomy:category.${category}.description`);
}

export function issueLabel(t: TFunction, address: IssueAddress): string {
  const { category, issue } = partsOfIssue(address);
  return t(`taxonomy:issue.${category}.${issue}`);
}

/** The question that a fact asks. */
export function factLabel(t: TFunction, fact: Pick<FactDefinition, 'key'>): string {
  return t(`facts:fact.${fact.key}.label`);
}

/** Help below a fact's question, where there is any. */
export function factHint(t: TFunction, fact: Pick<FactDefinition, 'key'>): string | undefined {
  return t(`facts:fact.${fact.key}.hint`, { defaultValue: '' }) || undefined;
}

/** The label of one answer to a choice or to a yes-or-no question. */
export function optionLabel(
  t: TFunction,
  fact: Pick<FactDefinition, 'key' | 'options'>,
  option: string,
): string {
  return fact.options ? t(`facts:fact.${fact.key}.option.${option}`) : t(`common:answer.${option}`);
}

/** The unit written after a number, where there is one. */
export function unitLabel(t: TFunction, fact: Pick<FactDefinition, 'unit'>): string | undefined {
  return fact.unit && t(`facts:unit.${fact.unit}`);
}

interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value;
}

const DECIMALS_SHOWN = 3;

function formatNumberFact(value: unknown, fact: FactDefinition, { language }: Reader): string {
  const unit = unitLabel(translator(language), fact);
  const number = formatNumber(Number(value), language, DECIMALS_SHOWN);
  return unit ? `${number}\u00a0${unit}` : number;
}

/** The question of one column of the group of sites, with its unit. */
export function siteFieldLabel(t: TFunction, key: AffectedSiteField): string {
  return t(`facts:site.${key}`);
}

type AffectedSiteField = (typeof SITE_FIELDS)[number]['key'];

function formatSite(t: TFunction, site: AffectedSite, { language }: Reader): string {
  const { place, lines, hours, hourlyLoss } = site;
  return [
    `\u2068${place}\u2069`,
    lines === undefined
      ? null
      : t('facts:site.linesCount', { count: lines, formatted: formatNumber(lines, language) }),
    hours === undefined
      ? null
      : `${formatNumber(hours, language, DECIMALS_SHOWN)}\u00a0${t('facts:unit.hours')}`,
    hourlyLoss && t('facts:site.perHour', { amount: formatMoney(hourlyLoss, language) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One line a site, and what they add up to. */
function formatSites(sites: readonly AffectedSite[], reader: Reader): string {
  const t = translator(reader.language);
  const { lines, loss } = totalOfSites(sites);
  const count = formatNumber(sites.length, reader.language);
  const total = [
    t('facts:site.sitesCount', { count: sites.length, formatted: count }),
    lines > 0 &&
      t('facts:site.linesCount', { count: lines, formatted: formatNumber(lines, reader.language) }),
    loss && formatMoney(loss, reader.language),
  ];
  const sum = t('facts:site.total', { total: total.filter(Boolean).join(' · ') });
  return [...sites.map(site => formatSite(t, site, reader)), sum].join('\n');
}

/**
 * A stored answer as people read it. Values that do not fit the definition, such as those of imported cases,
 * are shown as they are.
 */
export function formatFact(value: unknown, fact: FactDefinition, reader: Reader): string {
  const { language, timeZone } = reader;
  const t = translator(language);
  const label = (option: unknown) =>
    (fact.options ?? ['yes', 'no', 'unknown']).some(known => known === option)
      ? optionLabel(t, fact, String(option))
      : String(option);
  if (Array.isArray(value) && value.length > 0 && value.every(isAffectedSite))
    return formatSites(value, reader);
  if (isMoney(value)) return formatMoney(value, language);
  if (Array.isArray(value)) return formatList(value.map(label), language);
  switch (fact.type) {
    case 'integer':
    case 'decimal':
      return formatNumberFact(value, fact, reader);
    case 'date':
      return formatDate(String(value), language, timeZone, 'long');
    case 'datetime':
      return formatDateTime(String(value), language, timeZone, 'long');
    case 'choice':
    case 'yes-no':
    case 'yes-no-unknown':
      return label(value);
    default:
      return String(value);
  }
}
