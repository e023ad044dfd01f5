/** What every complaint states besides its category's facts. Texts are in the catalogue `taxonomy`. */

/** What the complainant wants. */
export const REMEDIES = [
  'restore-service',
  'credit-or-refund',
  'compensation',
  'correct-bill',
  'explanation',
  'apology',
  'cancel-contract',
  'complete-porting',
  'notification',
  'announcement-for-callers',
  'protect-number',
  'interim-restoration',
  'damages',
  'other',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** Why somebody depends on the line: any of these makes a case urgent. */
export const VULNERABILITIES = [
  'health',
  'emergency-calls',
  'disability',
  'work',
  'care-of-others',
  'isolated-place',
] as const;

/** How the complainant tried to reach the operator. */
export const ATTEMPT_CHANNELS = [
  'hotline',
  'shop',
  'app',
  'e-mail',
  'letter',
  'social-media',
  'website-form',
  'other',
] as const;

/** What came of it. */
export const ATTEMPT_RESULTS = [
  'no-answer',
  'saturated',
  'promised-call-back',
  'promised-delay',
  'ticket-opened',
  'partly-solved',
  'refused',
  'other',
] as const;
