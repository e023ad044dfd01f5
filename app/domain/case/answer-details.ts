import type { FieldError } from '../shared/errors.ts';
import type { FactDefinition } from '../taxonomy/definition.ts';
import { readFact } from '../taxonomy/fact-values.ts';
import type { Category } from '../taxonomy/taxonomy.ts';
import type { OperatorOutcome } from './outcomes.ts';

/**
 * What an answer in a category states besides cause and action, as a field of its own: words can be checked for
 * saying something, only a field for saying *this*. Keys name the texts in the catalogue `answering` under `detail`.
 */
export interface DetailDefinition extends FactDefinition {
  readonly type: 'text' | 'datetime' | 'choice';
  /** The outcomes with which it must be stated. */
  readonly asked: readonly OperatorOutcome[];
  /** Another detail that says enough in its place; an option alone where only that one does. */
  readonly unless?: { readonly key: string; readonly equals?: string };
  /** A time that no earlier one may follow. */
  readonly notBefore?: string;
}

/** Texts, local times `YYYY-MM-DDTHH:MM` in the regulator's zone, and options, by key. */
export type AnswerDetails = Readonly<Record<string, string>>;

const REMEDIED = ['remedied-with-money', 'remedied-without-money'] as const;
const ON_THE_MATTER = [...REMEDIED, 'explained'] as const;
const ALL_BUT_FOREIGN = [...ON_THE_MATTER, 'rejected'] as const;
const WITH_MONEY = ['remedied-with-money'] as const;

export const EXTENTS = ['this-line', 'site', 'area', 'region', 'country'] as const;
export const NOTICE_CHANNELS = [
  'sms',
  'e-mail',
  'website',
  'app',
  'social-media',
  'press',
  'not-informed',
] as const;

/** When an interruption began, when it ended or will end, and whom it reached. */
const OUTAGE: readonly DetailDefinition[] = [
  { key: 'faultStart', type: 'datetime', asked: ON_THE_MATTER },
  {
    key: 'faultEnd',
    type: 'datetime',
    asked: ON_THE_MATTER,
    notBefore: 'faultStart',
    unless: { key: 'expectedEnd' },
  },
  { key: 'expectedEnd', type: 'datetime', asked: [], notBefore: 'faultStart', mayBeAhead: true },
  { key: 'extent', type: 'choice', options: EXTENTS, asked: ON_THE_MATTER },
];

const TRANSACTION = { key: 'transaction', type: 'text', maxLength: 100 } as const;
const CREDITED_AT = { key: 'creditedAt', type: 'datetime', mayBeAhead: true, asked: WITH_MONEY } as const;
/** Money that goes back to an account: which booking, and when. */
const REFUND: readonly DetailDefinition[] = [{ ...TRANSACTION, asked: WITH_MONEY }, CREDITED_AT];

const DETAILS: Partial<Record<Category, readonly DetailDefinition[]>> = {
  'mobile-outage': OUTAGE,
  'fixed-outage': OUTAGE,
  'platform-outage': OUTAGE,
  // The transaction is what such a complaint is about: also who rejects it says which one was looked at.
  'prepaid-credit': [{ ...TRANSACTION, asked: ALL_BUT_FOREIGN }, CREDITED_AT],
  billing: REFUND,
  roaming: REFUND,
  'number-portability': [
    { key: 'requestCode', type: 'text', maxLength: 60, asked: ALL_BUT_FOREIGN },
    { key: 'portedAt', type: 'datetime', mayBeAhead: true, asked: REMEDIED },
  ],
  'coverage-quality': [
    { key: 'measured', type: 'text', maxLength: 200, asked: ON_THE_MATTER },
    { key: 'measuredAt', type: 'datetime', asked: ON_THE_MATTER },
  ],
  'outage-information': [
    { key: 'informedBy', type: 'choice', options: NOTICE_CHANNELS, asked: ON_THE_MATTER },
    {
      key: 'informedAt',
      type: 'datetime',
      asked: ON_THE_MATTER,
      unless: { key: 'informedBy', equals: 'not-informed' },
    },
  ],
  'customer-service': [
    { key: 'contactedAt', type: 'datetime', asked: REMEDIED },
    { key: 'contactedBy', type: 'text', maxLength: 100, asked: REMEDIED },
  ],
  'privacy-fraud': [{ key: 'securedAt', type: 'datetime', asked: REMEDIED }],
};

/** Every detail that an answer on an issue of the category may state, in the form's order. */
export function detailsOf(issue: string): readonly DetailDefinition[] {
  return DETAILS[issue.split('/', 1)[0] as Category] ?? [];
}

/** Whether a detail has to be stated with an outcome, whatever the others say. */
export function isDetailAsked(detail: DetailDefinition, outcome: OperatorOutcome): boolean {
  return detail.asked.includes(outcome);
}

/** Whether an issue's details name the booking and its time, which then stand for proof and date. */
export function namesBooking(issue: string, outcome: OperatorOutcome): boolean {
  const keys = detailsOf(issue).filter(detail => isDetailAsked(detail, outcome));
  return [TRANSACTION.key, CREDITED_AT.key].every(key => keys.some(detail => detail.key === key));
}

export interface DetailContext {
  readonly currency: string;
  readonly timeZone: string;
  /** ISO instant, against which times that can't lie ahead are read. */
  readonly now: string;
}

export interface DetailReading {
  readonly details: AnswerDetails;
  readonly errors: Readonly<Record<string, FieldError>>;
}

/** Reads the details of an answer on an issue. What the outcome doesn't ask is kept where it was stated. */
export function readDetails(raw: unknown, issue: string, context: DetailContext): DetailReading {
  const given: Readonly<Record<string, unknown>> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  const details: Record<string, string> = {};
  const errors: Record<string, FieldError> = {};
  for (const definition of detailsOf(issue)) {
    const reading = readFact(given[definition.key], definition, context);
    if (!reading.ok) errors[definition.key] = reading.error;
    else if (typeof reading.value === 'string') details[definition.key] = reading.value;
  }
  for (const key of Object.keys(given)) {
    if (!detailsOf(issue).some(detail => detail.key === key)) errors[key] = { code: 'unknown-field' };
  }
  return { details, errors };
}

function isReplaced({ unless }: DetailDefinition, details: AnswerDetails): boolean {
  if (unless === undefined) return false;
  const other = details[unless.key];
  return unless.equals === undefined ? other !== undefined : other === unless.equals;
}

function faultOf(
  detail: DetailDefinition,
  outcome: OperatorOutcome,
  details: AnswerDetails,
): FieldError | null {
  const value = details[detail.key];
  if (value === undefined) {
    return isDetailAsked(detail, outcome) && !isReplaced(detail, details) ? { code: 'required' } : null;
  }
  const earliest = detail.notBefore === undefined ? undefined : details[detail.notBefore];
  return earliest !== undefined && value < earliest ? { code: 'before-start' } : null;
}

/** What is missing or contradicts itself in the details of an issue's answer, by key. */
export function detailFaults(
  issue: string,
  outcome: OperatorOutcome,
  details: AnswerDetails,
): Readonly<Record<string, FieldError>> {
  const faults = detailsOf(issue).map(detail => [detail.key, faultOf(detail, outcome, details)] as const);
  return Object.fromEntries(faults.filter((entry): entry is [string, FieldError] => entry[1] !== null));
}
