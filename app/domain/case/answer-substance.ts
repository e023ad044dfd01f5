import type { FieldError, FieldErrors } from '../shared/errors.ts';
import type { Answer, AnswerItem } from './answer.ts';
import { detailFaults, namesBooking } from './answer-details.ts';
import { GENERIC_PHRASES, PLACEHOLDERS } from './generic-phrases.ts';
import type { OperatorOutcome } from './outcomes.ts';
import { plainWords } from './plain-words.ts';

export type SubstanceVerdict = { readonly ok: true } | { readonly ok: false; readonly fields: FieldErrors };

type Part = 'cause' | 'action' | 'date' | 'amount' | 'proof';

/** What each outcome must state; a proof is a text or an attached file. */
const ASKED = {
  'remedied-with-money': ['cause', 'action', 'date', 'amount', 'proof'],
  'remedied-without-money': ['cause', 'action', 'date'],
  explained: ['cause', 'action'],
  rejected: ['cause'],
  'not-our-customer': ['cause'],
  duplicate: ['cause', 'proof'],
} as const satisfies Record<OperatorOutcome, readonly Part[]>;

/** An outage has a cause, an end and somebody who ended it, whatever the operator makes of the complaint. */
const OUTAGES: readonly string[] = ['mobile-outage', 'fixed-outage', 'platform-outage'];
const ASKED_OF_OUTAGES: readonly Part[] = ['cause', 'action', 'date'];
const NOT_ABOUT_THE_FAULT: readonly OperatorOutcome[] = ['not-our-customer', 'duplicate'];

/** A booking's number and time are its proof and its date. */
const SAID_BY_BOOKING: readonly Part[] = ['date', 'proof'];

/** The parts that an answer on an issue must state, given its outcome. */
export function partsAsked(issue: string, outcome: OperatorOutcome): readonly Part[] {
  const outage = OUTAGES.includes(issue.split('/', 1)[0] ?? '') && !NOT_ABOUT_THE_FAULT.includes(outcome);
  const booked = namesBooking(issue, outcome);
  return [...new Set<Part>([...ASKED[outcome], ...(outage ? ASKED_OF_OUTAGES : [])])].filter(
    part => !(booked && SAID_BY_BOOKING.includes(part)),
  );
}

/** Characters of cause and action; of the words to the customer; of a proof. */
const SHORTEST = { cause: 20, action: 20, message: 40, proof: 4 };
/** Different words outside formulas without which a text says nothing. */
const FEWEST_WORDS = 4;

/** `*` takes up to six words of the same sentence. */
function patternOf(phrase: string): string {
  return phrase.replace(/ ?\*/g, found => (found.startsWith(' ') ? '(?: \\S+){0,6}' : '\\S*(?: \\S+){0,5}'));
}

const FORMULA = new RegExp(`(?:${GENERIC_PHRASES.map(patternOf).join('|')})(?= |$)`, 'uy');

/** The words of a sentence that belong to no formula; formulas may overlap each other. */
function ownWords(sentence: string): readonly string[] {
  let formulaUntil = 0;
  let at = 0;
  return sentence.split(' ').filter(word => {
    FORMULA.lastIndex = at;
    if (FORMULA.test(sentence)) formulaUntil = Math.max(formulaUntil, FORMULA.lastIndex);
    at += word.length + 1;
    return word !== '' && at - 1 > formulaUntil;
  });
}

const SENTENCE_END = /[.!?;:\n\u061f\u061b]+/u;

/** How many different words a text has outside formulas. */
function ownWordsOf(text: string): number {
  return new Set(text.split(SENTENCE_END).map(plainWords).flatMap(ownWords)).size;
}

function isPlaceholder(words: string): boolean {
  const letters = new Set(words.replaceAll(' ', '')).size;
  return letters < 4 || PLACEHOLDERS.includes(words) || /^(?:lorem ipsum|(\S+)(?: \1)+$)/u.test(words);
}

function faultOf(text: string, shortest: number): FieldError | null {
  const words = plainWords(text);
  if (words === '' || isPlaceholder(words)) return { code: 'placeholder-text' };
  if (words.length < shortest) return { code: 'too-short', params: { min: shortest } };
  return ownWordsOf(text) < FEWEST_WORDS ? { code: 'without-substance' } : null;
}

function proofFault({ proof, evidenceIds }: AnswerItem, asked: boolean): FieldError | null {
  if (proof === null) return asked && evidenceIds.length === 0 ? { code: 'required' } : null;
  const words = plainWords(proof);
  if (isPlaceholder(words) && !/\p{N}/u.test(words)) return { code: 'placeholder-text' };
  return words.length < SHORTEST.proof ? { code: 'too-short', params: { min: SHORTEST.proof } } : null;
}

function textFault(text: string | null, asked: boolean, shortest: number): FieldError | null {
  if (text === null) return asked ? { code: 'required' } : null;
  return faultOf(text, shortest);
}

function itemFaults(item: AnswerItem): Partial<Record<Part, FieldError | null>> {
  const asked = partsAsked(item.issue, item.outcome);
  const { cause, action } = item;
  const repeats = cause !== null && action !== null && plainWords(cause) === plainWords(action);
  return {
    cause: textFault(cause, asked.includes('cause'), SHORTEST.cause),
    action: repeats
      ? { code: 'repeated-text' }
      : textFault(action, asked.includes('action'), SHORTEST.action),
    date: asked.includes('date') && item.date === null ? { code: 'required' } : null,
    amount: asked.includes('amount') && !item.amountMinor ? { code: 'required' } : null,
    proof: proofFault(item, asked.includes('proof')),
  };
}

/** One text for every issue answers none of them: each says what it says, or the complaint was not read. */
function sameForAll(items: readonly AnswerItem[]): boolean {
  const texts = items.map(({ cause, action }) => plainWords(`${cause ?? ''} ${action ?? ''}`));
  return items.length > 1 && texts[0] !== '' && new Set(texts).size === 1;
}

/**
 * Whether an answer says something: for each issue what its outcome asks (cause, action, date, amount, proof) and
 * what its category asks (an outage's start, end and extent, a credit's transaction and time), in
 * words that are about this case. Formulas of courtesy alone, placeholders, one text for every issue, an action that
 * repeats the cause are refused, each with the field and the reason; fields as `readAnswer` names them, in the
 * answer's order.
 */
export function checkSubstance(answer: Answer): SubstanceVerdict {
  const fields: Record<string, FieldError> = {};
  answer.items.forEach((item, index) => {
    for (const [part, fault] of Object.entries(itemFaults(item))) {
      if (fault) fields[`items.${index}.${part}`] = fault;
    }
    for (const [key, fault] of Object.entries(detailFaults(item.issue, item.outcome, item.details))) {
      fields[`items.${index}.details.${key}`] = fault;
    }
  });
  if (sameForAll(answer.items)) {
    answer.items.forEach((_, index) => {
      if (index > 0) fields[`items.${index}.cause`] ??= { code: 'repeated-text' };
    });
  }
  const message = textFault(answer.message === '' ? null : answer.message, true, SHORTEST.message);
  if (message) fields.message = message;
  return Object.keys(fields).length === 0 ? { ok: true } : { ok: false, fields };
}
