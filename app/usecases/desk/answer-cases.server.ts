import type { Answer } from '#app/domain/case/answer.ts';
import { ALIKE_PERCENT, occasionOf, particularsNamed } from '#app/domain/case/answer-likeness.ts';
import { fillTemplate, type TemplateValues } from '#app/domain/case/answer-template.ts';
import { issuesToAnswer } from '#app/domain/case/dispute.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { decimalText } from '#app/domain/shared/money.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { needsSecondReader } from '../casework/answering-settings.server.ts';
import type { LoadedCase } from '../complaints/case-store.server.ts';
import { activeProfile } from '../profile.server.ts';
import { answerRecord } from '../responses/answer-case.server.ts';
import { checkAnswer, compareAnswer } from '../responses/check-answer.server.ts';
import { type BulkOrder, type BulkVerdict, MOST_AT_ONCE, previewBulk, runBulk } from './bulk-cases.server.ts';

/** One answer for many cases: what is said of each issue that any of them names, and to every customer. */
export interface SharedAnswer {
  /** As a form sends them: `issue` and the fields of an answer's item. */
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly message: string;
}

export type AnswerOrder = Omit<BulkOrder, 'command' | 'decide' | 'prepare'> & {
  readonly answer: SharedAnswer;
};

/** The variables of a shared text, filled by what the record holds of each case. */
export const SHARED_VARIABLES = ['reference', 'operator', 'amount', 'filedOn', 'place', 'agent'] as const;

function valuesOf({ projection }: LoadedCase, { actor }: AnswerOrder): TemplateValues {
  const { filed, operatorId } = projection;
  const { operators } = activeProfile();
  const { amountMinor, currency } = filed;
  return {
    reference: filed.reference,
    operator: operators.find(({ id }) => id === operatorId)?.name ?? operatorId,
    amount: amountMinor == null ? null : `${decimalText({ amountMinor, currency })} ${currency}`,
    filedOn: filed.filedOn.split('-').reverse().join('.'),
    place: filed.commune ?? null,
    agent: actor.name,
  };
}

/** The shared answer as one case's own: what it says of this case's issues, with its variables filled. */
function answerFor(loaded: LoadedCase, order: AnswerOrder): unknown {
  const { items, message } = order.answer;
  const values = valuesOf(loaded, order);
  const asked = issuesToAnswer(loaded.events, loaded.projection.filed.issues);
  const fill = (value: unknown) => (typeof value === 'string' ? fillTemplate(value, values) : value);
  return {
    message: fill(message),
    items: items
      .filter(({ issue }) => asked.some(wanted => wanted === issue))
      .map(({ cause, action, proof, ...item }) => ({
        ...item,
        cause: fill(cause),
        action: fill(action),
        proof: fill(proof),
      })),
  };
}

/** What is known of the whole lot before its cases are decided. */
interface Lot {
  /** Cases for which another answer waits for its second reader. */
  waiting: ReadonlySet<string>;
  /** An earlier answer that says the same. */
  same: { readonly percent: number; readonly reference: string } | null;
  size: number;
}

/** What is wrong, named after the fields of the shared form, of which a case has only some of the items. */
function sharedFields(fields: FieldErrors, loaded: LoadedCase, { answer }: AnswerOrder): FieldErrors {
  const asked = issuesToAnswer(loaded.events, loaded.projection.filed.issues);
  const places = answer.items.flatMap(({ issue }, place) =>
    asked.some(wanted => wanted === issue) ? [place] : [],
  );
  const named = Object.entries(fields).map(([field, error]) => {
    const name = field.replace(/^items\.(\d+)/u, (_, own) => `items.${places[Number(own)] ?? own}`);
    return [name, error] as const;
  });
  return Object.fromEntries(named);
}

function checked(loaded: LoadedCase, order: AnswerOrder): Answer {
  const verdict = checkAnswer(loaded, answerFor(loaded, order), order);
  if (verdict.ok) return verdict.answer;
  throw new AppError(verdict.code, { fields: sharedFields(verdict.fields, loaded, order) });
}

/**
 * Looks once at what the operator wrote before: the lot's words differ by their variables alone, so what is like an
 * earlier answer in one case is so in all.
 */
async function readLot(tx: Tx, cases: readonly LoadedCase[], order: AnswerOrder): Promise<Lot> {
  const ids = cases.map(({ id }) => id);
  const waiting = await tx.$queryRaw<{ case_id: string }[]>`
    SELECT case_id FROM answer_proposal WHERE case_id = ANY(${ids}::uuid[]) AND state = 'waiting'`;
  const lot = { waiting: new Set(waiting.map(row => row.case_id)), same: null, size: cases.length };
  for (const loaded of cases) {
    const verdict = checkAnswer(loaded, answerFor(loaded, order), order);
    if (!verdict.ok) continue;
    const { alike } = await compareAnswer(tx, loaded, verdict.answer);
    return { ...lot, same: alike.find(({ percent }) => percent >= ALIKE_PERCENT.same) ?? null };
  }
  return lot;
}

/** The same words for several customers have to name something of each, unless one occasion reached them all. */
function refuseSameWords(loaded: LoadedCase, answer: Answer, { same, size }: Lot): void {
  const among = size > 1 && occasionOf(answer) === null;
  if (same === null && !among) return;
  if (particularsNamed(answer, loaded.projection.filed).named.length > 0) return;
  const params = same ?? { percent: 100, reference: loaded.projection.filed.reference };
  throw new AppError('answer-without-substance', { fields: { message: { code: 'like-earlier', params } } });
}

function bulkOrder(order: AnswerOrder): BulkOrder {
  let lot: Lot = { waiting: new Set(), same: null, size: 0 };
  return {
    ...order,
    command: 'answer',
    prepare: async (tx, cases) => {
      lot = await readLot(tx, cases, order);
    },
    decide: loaded => {
      if (lot.waiting.has(loaded.id)) throw new AppError('answer-waiting');
      const answer = checked(loaded, order);
      refuseSameWords(loaded, answer, lot);
      return answerRecord(loaded, answer, order);
    },
  };
}

/** Which cases would take a shared answer, and why the others would not. */
export function previewAnswers(order: AnswerOrder): Promise<readonly BulkVerdict[]> {
  return previewBulk(bulkOrder(order));
}

/**
 * Answers many cases, each checked as if it were answered alone, with its own event, clocks and mail.
 * @throws AppError `forbidden` where the operator has every answer read by a second person
 */
export async function answerCases(order: AnswerOrder): Promise<readonly BulkVerdict[]> {
  if (await sharedAnswersWait(order)) throw new AppError('forbidden');
  return runBulk(bulkOrder(order));
}

/** Whether the operator has answers read by a second person, which nobody does for a thousand at once. */
export function sharedAnswersWait({ actor }: Pick<AnswerOrder, 'actor'>): Promise<boolean> {
  return withActor(actor, tx => needsSecondReader(tx, actor.organisation ?? ''));
}

/** The issues that the chosen cases name, the commonest first; a form asks for each of them. */
export function issuesOfCases({
  actor,
  cases,
}: Pick<AnswerOrder, 'actor' | 'cases'>): Promise<readonly string[]> {
  const ids = cases.slice(0, MOST_AT_ONCE).map(({ id }) => id);
  return withActor(actor, async tx => {
    const rows = await tx.$queryRaw<{ issue: string }[]>`
      SELECT issue FROM "case" c, unnest(c.issues) AS issue WHERE c.id = ANY(${ids}::uuid[])
      GROUP BY issue ORDER BY count(*) DESC, issue`;
    return rows.map(row => row.issue);
  });
}
