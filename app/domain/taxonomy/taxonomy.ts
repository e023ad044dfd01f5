import type { CategoryDefinition, FactDefinition, Service, Track } from './definition.ts';
import { INTERCONNECTION } from './interconnection.ts';
import { MONEY_AND_CONTRACT } from './money-and-contract.ts';
import { OUTAGES } from './outages.ts';
import { SERVICE_AND_PERSON } from './service-and-person.ts';

const { 'mobile-outage': mobileOutage, 'fixed-outage': fixedOutage, ...otherOutages } = OUTAGES;
const { 'prepaid-credit': prepaidCredit, ...otherMoney } = MONEY_AND_CONTRACT;

/** The thirteen categories by key, in the order in which they are offered. */
export const CATEGORIES = {
  'mobile-outage': mobileOutage,
  'fixed-outage': fixedOutage,
  'prepaid-credit': prepaidCredit,
  ...otherOutages,
  ...otherMoney,
  ...SERVICE_AND_PERSON,
  ...INTERCONNECTION,
} as const satisfies Record<string, CategoryDefinition>;

export type Category = keyof typeof CATEGORIES;

export const CATEGORY_KEYS = Object.keys(CATEGORIES) as readonly Category[];

/** `category/issue`: a case may list issues of other categories than its own. */
export type IssueAddress = {
  [C in Category]: `${C}/${(typeof CATEGORIES)[C]['issues'][number]}`;
}[Category];

export function isCategory(value: unknown): value is Category {
  return typeof value === 'string' && Object.hasOwn(CATEGORIES, value);
}

/** A category's definition, or undefined for a key that is none. */
export function categoryOf(key: string): CategoryDefinition | undefined {
  return isCategory(key) ? CATEGORIES[key] : undefined;
}

/** The addresses of a category's issues. */
export function issuesOf(category: Category): readonly IssueAddress[] {
  return CATEGORIES[category].issues.map(issue => `${category}/${issue}` as IssueAddress);
}

const ISSUE_ADDRESSES: ReadonlySet<string> = new Set(CATEGORY_KEYS.flatMap(issuesOf));

export function isIssueAddress(value: unknown): value is IssueAddress {
  return typeof value === 'string' && ISSUE_ADDRESSES.has(value);
}

/** The two levels of an issue's address. */
export function partsOfIssue(address: IssueAddress): { readonly category: Category; readonly issue: string } {
  const [category, issue] = address.split('/');
  if (!isCategory(category) || issue === undefined) throw new Error(`not an issue's address: ${address}`);
  return { category, issue };
}

/** Every fact that a category may ask, in the order of the form. */
export function factsOf(category: Category): readonly FactDefinition[] {
  return CATEGORIES[category].facts;
}

/** The facts that a category may ask on a track, in the order of the form; on all tracks without one. */
export function factsOn(category: Category, track: Track | undefined): readonly FactDefinition[] {
  return factsOf(category).filter(
    ({ tracks }) => track === undefined || tracks === undefined || tracks.includes(track),
  );
}

/** The categories that fit a service on a track, in the order in which they are offered. */
export function categoriesFor(track: Track, service: Service): readonly Category[] {
  return CATEGORY_KEYS.filter(category => {
    const definition: CategoryDefinition = CATEGORIES[category];
    return definition.tracks.includes(track) && definition.services.includes(service);
  });
}
