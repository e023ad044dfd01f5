import type { OperatorOutcome } from '#app/domain/case/outcomes.ts';
import { addDays, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { isIssueAddress, partsOfIssue } from '#app/domain/taxonomy/taxonomy.ts';
import { detailsExample } from './answer-details-example.ts';
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
  const outcome = OUTCOMES[kind];
  const date = addDays(on, -random.integer(0, 2));
  const details = detailsExample({ issue, outcome, on: date, random });
  if (kind === 'rejected') return { issue, outcome, cause: refusal, date, details };
  const repaired = { issue, outcome, cause, action, date, details };
  if (kind !== 'money') return repaired;
  return {
    ...repaired,
    action: `${action} ${texts.refund}`,
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
  const item = itemOf(first, main, context);
  const day = item.date.split('-').reverse().join('.');
  return {
    items: [item, ...others.map(issue => itemOf(issue, 'repair', context))],
    // A letter without a date of its own could be anybody's.
    message: `${context.texts.messages[main]} (${day})`,
  };
}
