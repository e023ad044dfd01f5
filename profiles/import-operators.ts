import type { OperatorEntry } from '#app/domain/profile/profile.ts';

/**
 * Entries that imported reports need: they can join the register of any profile, have no desk and are never
 * offered when filing.
 */
export const importOperators: readonly OperatorEntry[] = [
  {
    id: 'comcast',
    name: 'Comcast',
    brands: ['Xfinity'],
    subscribers: 27_700_000,
    subscribersSource:
      'Customer relationships in the United States at the end of 2015, rounded from the annual report',
    services: ['fixed', 'internet', 'tv'],
    hidden: true,
  },
  {
    id: 'not-stated',
    name: '(not stated)',
    brands: [],
    subscribers: 0,
    subscribersSource: 'The imported reports do not name the operator',
    services: ['mobile', 'fixed', 'internet', 'tv', 'email-hosting'],
    hidden: true,
  },
];
