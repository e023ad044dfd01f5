import { FILING_STEPS, type FilingStep } from '#app/usecases/complaints/drafts/filing-steps.ts';

export type FilingPage = FilingStep | 'check' | 'not-yet' | 'delete' | 'letter' | 'keep';

const START = '/complaint/new';

/** The page before the first question: what happened, to which service, with which operator. */
export const START_PATH = '/complaint/start';

/** Where a complaint that was begun elsewhere is taken up again. */
export const RESUME_PATH = '/complaint/resume';

export const RECEIPT_PATH = '/complaint/receipt';

/** The pages named in the progress line. */
export const NAMED_STEPS = [...FILING_STEPS, 'check'] as const;

export type NamedStep = (typeof NAMED_STEPS)[number];

/** A page's address. */
export function hrefOf(page: FilingPage): string {
  return page === 'who' ? START : `${START}/${page}`;
}

/** Where "Back" leads from a step; null from the first. */
export function pageBefore(step: NamedStep): string | null {
  const before = NAMED_STEPS[NAMED_STEPS.indexOf(step) - 1];
  return before === undefined ? null : hrefOf(before);
}
