import type { OperatorOutcome } from '#app/domain/case/outcomes.ts';
import { addDays, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { isIssueAddress, partsOfIssue } from '#app/domain/taxonomy/taxonomy.ts';
import { amountAround, amountText } from './money.ts';
import type { Random } from './random.ts';
import type { StaffTexts } from './texts/index.ts';

/** How an operator answers. */
export type AnswerKind = 'money' | 'repair' | 'explained' | 'rejected';

const OUTCOMES: Readonly<Record<AnswerKind, OperatorOutcome>> = {
  money: 'remedied-with-money',
  repair: 'remedied-without-money',
  explained: 'explained',
  rejected: 'rejected',
};

/** What an answer is made of. */
export interface AnswerContext {
  readonly random: Random;
  readonly texts: StaffTexts;
  readonly issues: readonly string[];
  /** Day of the answer. */
  readonly on: PlainDate;
}

function itemOf(issue: string, kind: AnswerKind, { random, texts, on }: AnswerContext) {
  if (!isIssueAddress(issue)) throw new TypeError(`not an issue: ${issue}`);
  const { category } = partsOfIssue(issue);
  const { cause, action, refusal } = texts.answers[category];
  if (kind === 'rejected') return { issue, outcome: OUTCOMES.rejected, cause: refusal };
  const repaired = {
    issue,
    outcome: OUTCOMES[kind],
    cause,
    action,
    date: addDays(on, -random.integer(0, 2)),
  };
  if (kind !== 'money') return repaired;
  return {
    ...repaired,
    action: `${action} ${texts.refund}`,
    date: addDays(on, random.integer(0, 12)),
    amount: amountText(amountAround(random, 0.8)),
    proof: `AV-${random.integer(100_000, 999_999)}`,
  };
}

/** An operator with an outage can't reject that there was one: it explains. */
function fitting(issue: string, kind: AnswerKind): AnswerKind {
  return kind === 'rejected' && issue.split('/')[0]?.endsWith('-outage') ? 'explained' : kind;
}

/** An answer with substance as a form would send it: what was asked first gets `kind`, anything else is put right. */
export function answerExample(kind: AnswerKind, context: AnswerContext) {
  const [first = '', ...others] = context.issues;
  const main = fitting(first, kind);
  return {
    items: [itemOf(first, main, context), ...others.map(issue => itemOf(issue, 'repair', context))],
    message: context.texts.messages[main],
  };
}
