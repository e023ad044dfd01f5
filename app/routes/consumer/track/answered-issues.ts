import type { CaseView, OwnAnswer } from '#app/usecases/complaints/queries/complainant-view.ts';

/** The answer that waits for the complainant's judgement. */
export function lastResponse({ seen }: CaseView): OwnAnswer | null {
  return seen.responses?.at(-1) ?? null;
}

/** The issues that can be called unsolved: those of the last answer, or of the complaint where it names none. */
export function answeredIssues(view: CaseView): readonly string[] {
  const answered = lastResponse(view)?.items.map(({ issue }) => issue) ?? [];
  return answered.length > 0 ? [...new Set(answered)] : (view.seen['case-summary']?.issues ?? []);
}
