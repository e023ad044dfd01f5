import type { CaseState } from '#app/domain/case/states.ts';

/** The sentence by which everybody reads how a case stands (catalogue `collective`, `page.stands`). */
const STANDS = {
  draft: 'waiting',
  filed: 'waiting',
  served: 'waiting',
  returned: 'waiting',
  misdirected: 'waiting',
  answered: 'answered',
  disputed: 'disputed',
  under_review: 'review',
  decided: 'decided',
  resolved: 'resolved',
  closed: 'closed',
  inadmissible: 'inadmissible',
  withdrawn: 'withdrawn',
} as const satisfies Record<CaseState, string>;

export function standsOf(state: CaseState): (typeof STANDS)[CaseState] {
  return STANDS[state];
}
