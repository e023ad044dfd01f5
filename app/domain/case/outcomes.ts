/**
 * Three different figures, never mixed: what the operator declares, what the complainant confirms and what
 * the regulator decides.
 */
export const OPERATOR_OUTCOMES = [
  'remedied-with-money',
  'remedied-without-money',
  'explained',
  'rejected',
  'not-our-customer',
  'duplicate',
] as const;
export type OperatorOutcome = (typeof OPERATOR_OUTCOMES)[number];

export const COMPLAINANT_OUTCOMES = ['confirmed', 'unconfirmed', 'disputed'] as const;
export type ComplainantOutcome = (typeof COMPLAINANT_OUTCOMES)[number];

export const REGULATOR_OUTCOMES = ['upheld', 'partly_upheld', 'not_upheld', 'deemed_upheld'] as const;
export type RegulatorOutcome = (typeof REGULATOR_OUTCOMES)[number];

/** What an officer may decide; `deemed_upheld` is the rule's consequence of silence, never an officer's choice. */
export const DECIDABLE_OUTCOMES = [
  'upheld',
  'partly_upheld',
  'not_upheld',
] as const satisfies readonly RegulatorOutcome[];

export const INADMISSIBILITY_REASONS = [
  'operator-not-contacted',
  'too-early',
  'too-late',
  'not-telecom',
  'before-a-court',
  'abusive-or-empty',
] as const;

export const DISPUTE_REASONS = [
  'not-done',
  'money-not-received',
  'facts-wrong',
  'issue-ignored',
  'happened-again',
  'amount-too-low',
] as const;

export const CLOSING_REASONS = [
  'confirmed',
  'unconfirmed',
  'decision-carried-out',
  'no-remedy-due',
  'imported',
] as const;

/** The overall outcome an operator declares for a whole answer: the most favourable to the complainant. */
export function overallOutcome(outcomes: readonly OperatorOutcome[]): OperatorOutcome {
  return OPERATOR_OUTCOMES.find(outcome => outcomes.includes(outcome)) ?? 'explained';
}

/** What the regulator says to a request for an interim measure. */
export const INTERIM_DECISIONS = ['granted', 'refused'] as const;
export type InterimDecision = (typeof INTERIM_DECISIONS)[number];
