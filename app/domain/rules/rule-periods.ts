import { type DeadlineRule, type RuleScope, specificityOf } from '../deadline/rule.ts';
import type { FieldErrors } from '../shared/errors.ts';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { lineOf, type RuleDefinition } from './rule-definition.ts';

/** A version that would hold from a day on. */
interface PlannedRule {
  readonly line: string;
  readonly definition: RuleDefinition;
  readonly validFrom: PlainDate;
}

/** The same conditions, in whatever order they are written. */
export function sameScope(a: RuleScope, b: RuleScope): boolean {
  const key = ({ categories, tracks, urgent }: RuleScope) =>
    JSON.stringify([categories && [...categories].sort(), tracks && [...tracks].sort(), urgent ?? null]);
  return key(a) === key(b);
}

/** The first day from `from` on that none of the periods covers; null when all days are covered. */
function firstGap(rules: readonly DeadlineRule[], from: PlainDate): PlainDate | null {
  let day = from;
  for (;;) {
    const covering = rules.filter(rule => rule.validFrom <= day && (rule.validTo ?? day) >= day);
    if (covering.length === 0) return day;
    if (covering.some(rule => rule.validTo === undefined)) return null;
    const last =
      covering
        .map(rule => rule.validTo ?? day)
        .sort()
        .at(-1) ?? day;
    day = addDays(last, 1);
  }
}

/**
 * What is wrong with the period of a version among the rules that are published: it would overlap one that begins
 * later, repeat the scope of another deadline, or leave days on which a clock has no rule. While a version with an end
 * holds it takes the place of the one before, which holds again afterwards.
 */
export function periodFaults(planned: PlannedRule, published: readonly DeadlineRule[]): FieldErrors {
  const { line, definition, validFrom } = planned;
  const rivals = published.filter(
    rule => rule.clock === definition.clock && sameScope(rule.scope, definition.scope),
  );
  const other = rivals.find(rule => lineOf(rule.id) !== line);
  if (other) return { scope: { code: 'scope-taken', params: { rule: other.id } } };
  if (definition.validTo !== undefined && definition.validTo < validFrom) {
    return { validTo: { code: 'before-start' } };
  }
  const later = rivals.find(
    rule =>
      rule.validFrom > validFrom &&
      (definition.validTo === undefined || definition.validTo >= rule.validFrom),
  );
  if (later) {
    const params = { rule: later.id, from: later.validFrom };
    return { validTo: { code: 'period-overlaps', params } };
  }
  return gapFault(planned, published);
}

/** Every clock needs a rule without conditions on every day: one that is narrower may then come and go. */
function gapFault(
  { definition, line, validFrom }: PlannedRule,
  published: readonly DeadlineRule[],
): FieldErrors {
  const general = published.filter(
    rule => rule.clock === definition.clock && specificityOf(rule.scope) === 0,
  );
  const isGeneral = specificityOf(definition.scope) === 0;
  const own = { ...definition, id: `${line}-0`, validFrom };
  const gap = firstGap(isGeneral ? [...general, own] : general, validFrom);
  return gap === null ? {} : { validTo: { code: 'period-gap', params: { from: gap } } };
}
