/** The catalogues that every language has, one JSON file each; `common` is looked in when none is named. */
export const NAMESPACES = [
  'common',
  'taxonomy',
  'collective',
  'facts',
  'domain',
  'errors',
  'ui',
  'filing',
  'track',
  'offline',
  'receipt',
  'operator',
  'regulator',
  'figures',
  'mail',
  'notes',
  'sms',
  'auth',
  'demo',
  'start',
  'uploads',
  'custody',
  'letter',
  'tracks',
] as const;

export type Namespace = (typeof NAMESPACES)[number];
