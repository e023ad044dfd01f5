import type { CaseStanding } from '#app/domain/case/lifecycle.ts';
import type { CaseState } from '#app/domain/case/states.ts';

/** How a case stands that got to a state without anything else having happened to it, but for the changes. */
export function standingIn(state: CaseState, changes: Partial<CaseStanding> = {}): CaseStanding {
  return {
    state,
    returnedFrom: null,
    acknowledgedAt: null,
    extended: false,
    disputes: 0,
    answers: 0,
    interim: null,
    ...changes,
  };
}
