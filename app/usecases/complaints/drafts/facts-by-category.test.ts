import { describe, expect, it } from 'vitest';
import { AppError } from '#app/domain/shared/errors.ts';
import type { FactDefinition, FactType } from '#app/domain/taxonomy/definition.ts';
import { CATEGORIES, CATEGORY_KEYS, type Category, factsOf } from '#app/domain/taxonomy/taxonomy.ts';
import { profiles } from '#profiles/index.ts';
import { withStep } from './accepted-answers.ts';
import type { DraftAnswers } from './filing-steps.ts';

const context = { profile: profiles.ma, now: '2026-03-10T09:00:00.000Z', filedByOperator: 'kleema' };

/** An answer that a fact of each type refuses. */
const WRONG: Readonly<Record<FactType, readonly [unknown, string]>> = {
  text: ['x'.repeat(5000), 'too-long'],
  'long-text': [{ deep: 'object' }, 'invalid-text'],
  integer: ['many', 'not-a-number'],
  decimal: ['1e400', 'not-a-number'],
  money: ['-5', 'not-an-amount'],
  date: ['2026-02-30', 'not-a-date'],
  datetime: ['yesterday', 'not-a-date'],
  choice: ['__proto__', 'not-an-option'],
  'multi-choice': [['toString'], 'not-an-option'],
  'yes-no': ['perhaps', 'not-an-option'],
  'yes-no-unknown': ['perhaps', 'not-an-option'],
  sites: ['everywhere', 'invalid'],
};

function draftIn(category: Category, fact?: FactDefinition): DraftAnswers {
  const { services } = CATEGORIES[category];
  const tracks = fact?.tracks ?? CATEGORIES[category].tracks;
  return {
    who: { track: tracks[0] },
    service: { service: services[0] },
    problem: { category, issues: [`${category}/${CATEGORIES[category].issues[0]}`] },
  };
}

/** Answers that make a fact visible: those of the facts on which it depends. */
function answersLeadingTo(category: Category, fact: FactDefinition): Record<string, unknown> {
  const { showIf } = fact;
  const parent = showIf && factsOf(category).find(({ key }) => key === showIf.fact);
  if (!showIf || !parent) return {};
  return { ...answersLeadingTo(category, parent), [showIf.fact]: showIf.equals };
}

function fieldsRefused(category: Category, facts: Record<string, unknown>, fact?: FactDefinition) {
  try {
    withStep(draftIn(category, fact), { step: 'facts', raw: { facts } }, context);
  } catch (error) {
    if (error instanceof AppError) return error.fields;
    throw error;
  }
  return {};
}

describe.each(CATEGORY_KEYS)('the facts of %s', category => {
  it.each(factsOf(category).map(fact => [fact.key, fact] as const))(
    'refuse a wrong answer to %s by its name',
    (key, fact) => {
      const [wrong, code] = WRONG[fact.type];
      const refused = fieldsRefused(category, { ...answersLeadingTo(category, fact), [key]: wrong }, fact);
      expect(refused[`facts.${key}`]?.code).toBe(code);
    },
  );

  it('name each required answer that is missing, and only those that are asked', () => {
    const required = factsOf(category).filter(fact => fact.required === true && fact.showIf === undefined);
    expect(Object.keys(fieldsRefused(category, {})).sort()).toEqual(
      required.map(({ key }) => `facts.${key}`).sort(),
    );
  });
});
