import type { Money } from '../shared/money.ts';

/** One of a business's places that a fault reached: what a row of the repeated group states. */
export interface AffectedSite {
  readonly place: string;
  readonly lines?: number;
  readonly hours?: number;
  readonly hourlyLoss?: Money;
}

/** Rows of the group at most. */
export const MAX_SITES = 50;

/** The fields of a row, in the order of the form; their texts are in the catalogue `facts` under `site`. */
export const SITE_FIELDS = [
  { key: 'place', type: 'text', required: true, maxLength: 200 },
  { key: 'lines', type: 'integer', min: 1, max: 1_000_000 },
  { key: 'hours', type: 'decimal', min: 0, max: 87_600, unit: 'hours' },
  { key: 'hourlyLoss', type: 'money' },
] as const;

export function isAffectedSite(value: unknown): value is AffectedSite {
  return typeof value === 'object' && value !== null && 'place' in value && typeof value.place === 'string';
}

/** What the sites add up to. */
export interface SitesTotal {
  readonly sites: number;
  /** Of the sites that state them. */
  readonly lines: number;
  /** Hourly loss times hours, of the sites that state both; null where none does. Rounded to the minor unit. */
  readonly loss: Money | null;
}

function lossOf({ hours, hourlyLoss }: AffectedSite): Money | null {
  if (hours === undefined || hourlyLoss === undefined) return null;
  return { ...hourlyLoss, amountMinor: Math.round(hourlyLoss.amountMinor * hours) };
}

/** Sites, lines and loss in all: arithmetic on what the business stated, not a finding. */
export function totalOfSites(sites: readonly AffectedSite[]): SitesTotal {
  const losses = sites.map(lossOf).filter(loss => loss !== null);
  const [first] = losses;
  return {
    sites: sites.length,
    lines: sites.reduce((sum, site) => sum + (site.lines ?? 0), 0),
    loss: first ? { ...first, amountMinor: losses.reduce((sum, loss) => sum + loss.amountMinor, 0) } : null,
  };
}
