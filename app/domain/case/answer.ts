import { z } from 'zod';
import type { FieldErrors } from '../shared/errors.ts';
import { fieldErrorsOf } from '../shared/field-errors.ts';
import { parseAmount } from '../shared/money.ts';
import { addMonths, isPlainDate, localDateOf } from '../shared/plain-date.ts';
import { cleanText, lengthOf } from '../shared/text.ts';
import { type AnswerDetails, namesBooking, readDetails } from './answer-details.ts';
import { OPERATOR_OUTCOMES, type OperatorOutcome } from './outcomes.ts';

/** What an operator says of one issue of a case. */
export interface AnswerItem {
  /** "category/issue". */
  readonly issue: string;
  readonly outcome: OperatorOutcome;
  readonly cause: string | null;
  readonly action: string | null;
  /** Day of the repair, payment or other action, done or promised. */
  readonly date: string | null;
  /** Money returned, in minor units; null unless the outcome is money. */
  readonly amountMinor: number | null;
  readonly proof: string | null;
  /** What the issue's category asks in fields of its own. */
  readonly details: AnswerDetails;
  /** Evidence of the case that proves it, whoever added it. */
  readonly evidenceIds: readonly string[];
}

export interface Answer {
  readonly items: readonly AnswerItem[];
  /** To this customer. */
  readonly message: string;
}

/** What an answer is read and checked against. */
export interface AnsweredCase {
  readonly issues: readonly string[];
  readonly currency: string;
  /** Evidence of the case. */
  readonly evidenceIds: readonly string[];
  readonly timeZone: string;
  /** ISO instant. */
  readonly now: string;
}

export type AnswerReading =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly fields: FieldErrors };

export const TEXT_LENGTH = { max: 4000 };
const MAX_PROOFS = 10;

/** A text, cleaned; empty and absent are null: whether it is needed follows from the outcome. */
const text = z
  .string('invalid-text')
  .nullish()
  .transform((raw, ctx) => {
    const cleaned = cleanText((raw ?? '').slice(0, TEXT_LENGTH.max * 4));
    if (!cleaned.ok) {
      ctx.addIssue({ code: 'custom', message: 'invalid-text' });
      return null;
    }
    if (lengthOf(cleaned.text) > TEXT_LENGTH.max) {
      ctx.addIssue({ code: 'custom', message: 'too-long', params: TEXT_LENGTH });
    }
    return cleaned.text === '' ? null : cleaned.text;
  });

const day = z
  .string('not-a-date')
  .nullish()
  .transform(raw => (raw == null || raw.trim() === '' ? null : raw.trim()))
  .refine(value => value === null || isPlainDate(value), 'not-a-date')
  .refine(value => value === null || value >= '1990', 'too-old');

function amountIn(currency: string) {
  return z
    .union([z.string(), z.number()], 'not-an-amount')
    .nullish()
    .transform((raw, ctx) => {
      if (raw == null || String(raw).trim() === '') return null;
      const parsed = parseAmount(String(raw), currency);
      if (parsed.ok) return parsed.amountMinor;
      ctx.addIssue({ code: 'custom', message: 'not-an-amount' });
      return null;
    });
}

const asList = (value: unknown) =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];

type RawDetails = Readonly<Record<string, unknown>>;

/** A promise further ahead than this is a slip of the pen: no deadline is counted that far. */
const YEARS_AHEAD = 5;

function latestDay({ now, timeZone }: AnsweredCase): string {
  return addMonths(localDateOf(now, timeZone), 12 * YEARS_AHEAD);
}

/** The details under the item's own fields, so that each error names its field. */
function withDetails<
  T extends {
    issue: string;
    outcome: OperatorOutcome;
    date: string | null;
    details?: RawDetails | null | undefined;
  },
>(item: T, ctx: z.RefinementCtx, answered: AnsweredCase) {
  const { details, errors } = readDetails(item.details, item.issue, answered);
  for (const [key, { code, params }] of Object.entries(errors)) {
    ctx.addIssue({ code: 'custom', message: code, path: ['details', key], ...(params && { params }) });
  }
  const read = { ...item, details };
  const date = dateOf(read);
  if (date !== null && date > latestDay(answered)) {
    ctx.addIssue({
      code: 'custom',
      message: 'too-far-ahead',
      path: ['date'],
      params: { years: YEARS_AHEAD },
    });
  }
  return read;
}

/** An answer as JSON or a form has it, to be read by {@link readAnswer}. */
export function answerSchema(answered: AnsweredCase) {
  const { issues, currency, evidenceIds } = answered;
  const fields = z.object({
    issue: z.string('required').refine(issue => issues.includes(issue), 'not-an-option'),
    outcome: z.enum(OPERATOR_OUTCOMES, {
      error: issue => (issue.input === undefined || issue.input === '' ? 'required' : 'not-an-option'),
    }),
    cause: text,
    action: text,
    date: day,
    amount: amountIn(currency),
    proof: text,
    evidenceIds: z.preprocess(
      asList,
      z.array(z.string().refine(id => evidenceIds.includes(id), 'not-an-option')).max(MAX_PROOFS),
    ),
    details: z.record(z.string(), z.unknown(), 'invalid').nullish(),
  });
  const item = fields.transform((read, ctx) => withDetails(read, ctx, answered));
  return z.object({ items: z.array(item, 'required').max(issues.length, 'too-many'), message: text });
}

/** A booking has its own time: the day of the payment follows from it. */
function dateOf({
  issue,
  outcome,
  date,
  details,
}: Pick<AnswerItem, 'issue' | 'outcome' | 'date' | 'details'>) {
  return namesBooking(issue, outcome) ? (details.creditedAt?.slice(0, 10) ?? date) : date;
}

/**
 * Reads an answer as a form or the API sends it: each issue of the case once, in the case's order. Fields are named
 * by the position in what was sent ("items.0.cause"). An amount counts for outcomes with money only.
 */
export function readAnswer(raw: unknown, answered: AnsweredCase): AnswerReading {
  const read = answerSchema(answered).safeParse(raw);
  if (!read.success) return { ok: false, fields: fieldErrorsOf(read.error) };
  const { items, message } = read.data;
  const named = items.map(item => item.issue);
  const twice = named.findIndex((issue, index) => named.indexOf(issue) !== index);
  if (twice >= 0) return { ok: false, fields: { [`items.${twice}.issue`]: { code: 'not-an-option' } } };
  if (answered.issues.some(issue => !named.includes(issue)))
    return { ok: false, fields: { items: { code: 'too-few', params: { min: answered.issues.length } } } };
  const inOrder = [...items].sort(
    (a, b) => answered.issues.indexOf(a.issue) - answered.issues.indexOf(b.issue),
  );
  return {
    ok: true,
    answer: {
      message: message ?? '',
      items: inOrder.map(({ amount, ...item }) => ({
        ...item,
        date: dateOf(item),
        amountMinor: item.outcome === 'remedied-with-money' ? amount : null,
      })),
    },
  };
}

/** Money that an answer declares returned, in minor units. */
export function moneyReturned(items: readonly Pick<AnswerItem, 'amountMinor'>[]): number {
  return items.reduce((sum, item) => sum + (item.amountMinor ?? 0), 0);
}
