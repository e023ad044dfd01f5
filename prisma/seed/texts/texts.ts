import type { DISPUTE_REASONS, INADMISSIBILITY_REASONS } from '#app/domain/case/outcomes.ts';
import type { Category, IssueAddress } from '#app/domain/taxonomy/taxonomy.ts';

type DisputeReason = (typeof DISPUTE_REASONS)[number];
type InadmissibilityReason = (typeof INADMISSIBILITY_REASONS)[number];

/** What invented complainants write, in one language. */
export interface ComplainantTexts {
  readonly narratives: Partial<Record<IssueAddress, string>>;
  /** Sentences with which a narrative may end. */
  readonly closings: readonly string[];
  readonly outages: readonly string[];
  readonly billLines: readonly string[];
  readonly earlierProblems: readonly string[];
  readonly replies: readonly string[];
  readonly disputes: Readonly<Record<DisputeReason, string>>;
  readonly withdrawals: readonly string[];
}

/** What an operator says of a category where it admits something, and where it doesn't. */
export interface AnswerTexts {
  readonly cause: string;
  readonly action: string;
  readonly refusal: string;
}

/** What invented staff of operators and of the regulator write, in one language. */
export interface StaffTexts {
  readonly answers: Readonly<Record<Category, AnswerTexts>>;
  /** After the action, where money is given back. */
  readonly refund: string;
  readonly messages: Readonly<Record<'money' | 'repair' | 'explained' | 'rejected', string>>;
  readonly questions: readonly string[];
  readonly extensions: readonly string[];
  readonly misdirections: readonly string[];
  readonly reroutings: readonly string[];
  readonly inadmissible: Readonly<Partial<Record<InadmissibilityReason, string>>>;
  readonly notes: readonly string[];
  readonly decisions: Readonly<
    Record<'upheld' | 'partly_upheld' | 'not_upheld', { readonly reasons: string; readonly remedy: string }>
  >;
  readonly remedyReports: readonly string[];
}
