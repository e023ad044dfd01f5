import type { Instant } from '../shared/plain-date.ts';

/** What a version that takes effect later governs: clocks that start from then, or also those that run then. */
export const APPLIES_TO = ['new-clocks', 'open-clocks'] as const;

export type AppliesTo = (typeof APPLIES_TO)[number];

/** From when a published version of a rule or calendar is in force; the ones that a profile is shipped with always were. */
export interface Activation {
  readonly activatedAt?: Instant;
  readonly appliesTo?: AppliesTo;
}
