import type { LocalisedText } from '../shared/language.ts';
import type { PlainDate } from '../shared/plain-date.ts';
import type { Track } from '../taxonomy/definition.ts';
import type { Category } from '../taxonomy/taxonomy.ts';
import type { Activation } from './activation.ts';

/**
 * The clocks of a case: operator confirms receipt, operator answers, complainant judges, operator carries out a
 * decision; the regulator decides on an interim measure; operator tells the complainant what is known of an outage.
 */
export const CLOCK_KINDS = ['acknowledge', 'respond', 'confirm', 'remedy', 'interim', 'inform'] as const;

export type ClockKind = (typeof CLOCK_KINDS)[number];

/** `months` counts to the same day of a later month; all but `hours` count whole local days. */
export const DURATION_UNITS = ['hours', 'calendar-days', 'working-days', 'months'] as const;

export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/**
 * What the clock itself does when time runs out: only record it, mark it as one that may be published with the
 * operator's name, hand the case to the regulator, treat the complaint as justified, or close a case that the
 * complainant did not judge (as unconfirmed).
 */
export const BREACH_CONSEQUENCES = [
  'record',
  'publish',
  'escalate',
  'deem-upheld',
  'close-unconfirmed',
] as const;

export type BreachConsequence = (typeof BREACH_CONSEQUENCES)[number];

/** Which cases a rule is for; a condition that is absent holds for every case. */
export interface RuleScope {
  readonly categories?: readonly Category[];
  readonly tracks?: readonly Track[];
  readonly urgent?: boolean;
}

/** One dated version of one deadline. A changed rule is a new entry with a new id; entries are never edited. */
export interface DeadlineRule extends Duration, Activation {
  readonly id: string;
  readonly clock: ClockKind;
  readonly scope: RuleScope;
  /** First and last day on which a clock that starts is governed by this version. */
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  /** From this local hour on, a start counts as a start on the next day. Not for `hours`. */
  readonly cutOffHour?: number;
  /** Whether a deadline of calendar days or months that ends on a day off moves to the next working day. */
  readonly rollForward: boolean;
  /** Longest extension, granted once; in hours where the rule is in hours. */
  readonly extension?: Duration;
  /** How many days that would have counted a pause can take out in all (times 24 for `hours`). */
  readonly pauseCapDays: number;
  /** Calendar days before the due day on which a reminder is sent; 0 for none. */
  readonly remindBefore: number;
  readonly consequence: BreachConsequence;
  /** Where the rule is published, or on what an assumed value is modelled. */
  readonly source: string;
  /** The rule as the parties read it. */
  readonly text: LocalisedText;
  /** True where no published rule gives this value. */
  readonly assumed?: true;
}

/** What decides which rule governs a clock; `on` is the local day on which the clock starts. */
export interface RuleQuestion {
  readonly category: string;
  readonly urgent: boolean;
  readonly track: string;
  readonly on: PlainDate;
}

/**
 * The version of the rule for `clock` that is valid on the day: the one with the most conditions; among
 * equals a condition on the track outweighs one on the category, and that one on urgency; then the newest.
 * @throws RangeError when the profile has no rule for the case on that day.
 */
export function selectRule(
  profile: { readonly id: string; readonly rules: readonly DeadlineRule[] },
  clock: ClockKind,
  question: RuleQuestion,
): DeadlineRule {
  const applicable = profile.rules.filter(
    rule => rule.clock === clock && isValidOn(rule, question.on) && applies(rule.scope, question),
  );
  const [best] = applicable.sort(bySpecificityThenAge);
  if (!best) throw new RangeError(`Profile ${profile.id} has no rule for ${clock} on ${question.on}`);
  return best;
}

/** Whether a scope's conditions all hold for a case. */
export function applies(scope: RuleScope, of: Omit<RuleQuestion, 'on'>): boolean {
  return (
    (scope.categories?.some(category => category === of.category) ?? true) &&
    (scope.tracks?.some(track => track === of.track) ?? true) &&
    (scope.urgent === undefined || scope.urgent === of.urgent)
  );
}

/** Higher for narrower scopes: the number of conditions first, then their weight. */
export function specificityOf(scope: RuleScope): number {
  const weights = [scope.tracks ? 4 : 0, scope.urgent === undefined ? 0 : 1, scope.categories ? 2 : 0].filter(
    weight => weight > 0,
  );
  return weights.length * 10 + weights.reduce((sum, weight) => sum + weight, 0);
}

function isValidOn(rule: DeadlineRule, on: PlainDate): boolean {
  return rule.validFrom <= on && (rule.validTo === undefined || on <= rule.validTo);
}

function bySpecificityThenAge(a: DeadlineRule, b: DeadlineRule): number {
  return (
    specificityOf(b.scope) - specificityOf(a.scope) ||
    b.validFrom.localeCompare(a.validFrom) ||
    (b.activatedAt ?? '').localeCompare(a.activatedAt ?? '') ||
    a.id.localeCompare(b.id)
  );
}
