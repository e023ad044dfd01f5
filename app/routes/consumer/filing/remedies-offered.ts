import { REMEDIES, type Remedy } from '#app/domain/taxonomy/asked-of-every-case.ts';

const BETWEEN_OPERATORS: readonly Remedy[] = [
  'restore-service',
  'interim-restoration',
  'damages',
  'explanation',
  'other',
];

const OUTAGES = ['mobile-outage', 'fixed-outage', 'platform-outage', 'outage-information'];

/** Wishes that make sense in some categories only. */
const ONLY_IN: Readonly<Partial<Record<Remedy, readonly string[]>>> = {
  'correct-bill': ['billing', 'roaming', 'contract', 'prepaid-credit', 'privacy-fraud'],
  'complete-porting': ['number-portability'],
  'announcement-for-callers': OUTAGES,
  notification: OUTAGES,
  'protect-number': ['privacy-fraud', 'number-portability'],
  'interim-restoration': [],
  damages: ['interconnection'],
};

/** What somebody may ask for, by who files and what about. */
export function remediesOffered(track: unknown, category: unknown): readonly Remedy[] {
  if (track === 'wholesale') return BETWEEN_OPERATORS;
  return REMEDIES.filter(remedy => ONLY_IN[remedy]?.some(only => only === category) ?? true);
}
