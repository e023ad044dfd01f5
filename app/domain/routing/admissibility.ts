import { applies, type RuleScope, specificityOf } from '../deadline/rule.ts';
import type { LocalisedText } from '../shared/language.ts';
import { addDays, addMonths, type PlainDate } from '../shared/plain-date.ts';

/** What a scope of cases must have gone through before the regulator takes them. */
export interface AdmissibilityLine {
  readonly scope: RuleScope;
  /** Whether the operator must have been contacted at all. */
  readonly contact: 'required' | 'not-required';
  /** Time that the operator has had since the first contact. */
  readonly waiting: { readonly amount: number; readonly unit: 'calendar-days' | 'months' };
  /** Oldest admissible matter, counted from the last contact, or from its start where there was none. */
  readonly maxAgeMonths?: number;
}

/** A profile's rule on when a complaint may be filed; its most specific line governs a case. */
export interface AdmissibilityRule {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly lines: readonly AdmissibilityLine[];
  readonly source: string;
  readonly text: LocalisedText;
  readonly assumed?: true;
}

/** What is looked at: local days in the regulator's zone. */
export interface AdmissibilityQuestion {
  readonly filedOn: PlainDate;
  /** First contact where it is known apart from the attempts. */
  readonly firstContactOn?: PlainDate | null;
  readonly attempts: readonly { readonly on: PlainDate }[];
  readonly startedOn?: PlainDate | null;
  readonly track: string;
  readonly urgent: boolean;
  readonly category: string;
}

export type Admissibility =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'operator-not-contacted' }
  | { readonly ok: false; readonly reason: 'too-early'; readonly earliestOn: PlainDate }
  | { readonly ok: false; readonly reason: 'too-late'; readonly latestOn: PlainDate };

/**
 * Whether the regulator takes a case filed on a day. Contacts dated after the filing do not count.
 * `earliestOn` is the first day on which the same complaint may be filed, `latestOn` the last one.
 * @throws RangeError when no line of the rule is for the case.
 */
export function checkAdmissibility(rule: AdmissibilityRule, question: AdmissibilityQuestion): Admissibility {
  const line = lineFor(rule, question);
  const contacts = contactsUntilFiling(question);
  const first = contacts[0];
  if (line.contact === 'required' && first === undefined)
    return { ok: false, reason: 'operator-not-contacted' };
  if (first !== undefined) {
    const earliestOn = after(first, line.waiting);
    if (question.filedOn < earliestOn) return { ok: false, reason: 'too-early', earliestOn };
  }
  const ageFrom = contacts.at(-1) ?? question.startedOn;
  if (line.maxAgeMonths !== undefined && ageFrom) {
    const latestOn = addMonths(ageFrom, line.maxAgeMonths);
    if (question.filedOn > latestOn) return { ok: false, reason: 'too-late', latestOn };
  }
  return { ok: true };
}

/** The line of the rule that governs a case: the most specific one, the first among equals. */
export function lineFor(
  rule: AdmissibilityRule,
  question: Pick<AdmissibilityQuestion, 'track' | 'urgent' | 'category'>,
): AdmissibilityLine {
  const [line] = rule.lines
    .filter(candidate => applies(candidate.scope, question))
    .sort((a, b) => specificityOf(b.scope) - specificityOf(a.scope));
  if (!line) throw new RangeError(`Admissibility rule ${rule.id} has no line for ${question.category}`);
  return line;
}

function contactsUntilFiling(question: AdmissibilityQuestion): readonly PlainDate[] {
  const dates = question.attempts.map(attempt => attempt.on);
  if (question.firstContactOn) dates.push(question.firstContactOn);
  return dates.filter(on => on <= question.filedOn).sort();
}

function after(date: PlainDate, waiting: AdmissibilityLine['waiting']): PlainDate {
  return waiting.unit === 'months' ? addMonths(date, waiting.amount) : addDays(date, waiting.amount);
}
