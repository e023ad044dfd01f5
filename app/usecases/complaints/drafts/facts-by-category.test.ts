import { describe, expect, it } from 'vitest';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import type { FactDefinition, FactType, Track } from '#app/domain/taxonomy/definition.ts';
import { CATEGORIES, CATEGORY_KEYS, type Category, factsOf, factsOn } from '#app/domain/taxonomy/taxonomy.ts';
import { translator } from '#app/i18n/i18n.ts';
import { factLabel } from '#app/i18n/taxonomy-texts.ts';
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

function refusedBy(work: () => unknown): FieldErrors {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.fields;
    throw error;
  }
  return {};
}

function fieldsRefused(category: Category, facts: Record<string, unknown>, fact?: FactDefinition) {
  return refusedBy(() => withStep(draftIn(category, fact), { step: 'facts', raw: { facts } }, context));
}

/** An answer that a fact of each type takes, in the words of a form. */
const RIGHT: Readonly<Record<Exclude<FactType, 'choice' | 'multi-choice'>, unknown>> = {
  text: 'Casablanca',
  'long-text': 'Depuis lundi.',
  integer: '3',
  decimal: '2,5',
  money: '120,50',
  date: '2026-02-20',
  datetime: '2026-02-20T10:30',
  'yes-no': 'yes',
  'yes-no-unknown': 'yes',
  sites: [{ place: 'Rabat', lines: '2', hours: '1,5', hourlyLoss: '200' }],
};

function rightAnswerTo({ type, options }: FactDefinition): unknown {
  if (type === 'choice') return options?.[0];
  return type === 'multi-choice' ? [options?.[0]] : RIGHT[type];
}

const TABLE = CATEGORY_KEYS.flatMap(category =>
  CATEGORIES[category].tracks.map(track => [category, track] as const),
);

function answerAll(category: Category, track: Track, answers: Readonly<Record<string, unknown>>) {
  const draft = { ...draftIn(category), who: { track } };
  return withStep(draft, { step: 'facts', raw: { facts: answers } }, context).facts?.facts;
}

describe.each(TABLE)('the facts of %s on the track %s', (category, track) => {
  const asked = factsOn(category, track);

  it('are taken when they are right', () => {
    const right = Object.fromEntries(asked.map(fact => [fact.key, rightAnswerTo(fact)]));
    expect(Object.keys(answerAll(category, track, right) ?? {}).sort()).toEqual(Object.keys(right).sort());
  });

  it.each(LANGUAGES)('are named when they are wrong, in words of the language %s', language => {
    const always = asked.filter(({ showIf }) => showIf === undefined);
    const wrong = Object.fromEntries(always.map(fact => [fact.key, WRONG[fact.type][0]]));
    const refused = refusedBy(() => answerAll(category, track, wrong));
    expect(Object.keys(refused).sort()).toEqual(always.map(({ key }) => `facts.${key}`).sort());
    const t = translator(language, 'facts');
    for (const fact of always) {
      const reason = refused[`facts.${fact.key}`];
      expect(factLabel(t, fact)).not.toMatch(/fact\./u);
      const said = t(`errors:field.${reason?.code}`, reason?.params ?? {});
      expect(said).not.toMatch(/field\.|\{\{/u);
    }
  });
});

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
