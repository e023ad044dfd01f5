import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, EVENT_VISIBILITIES } from '#app/domain/case/events.ts';
import { COMMANDS } from '#app/domain/case/lifecycle.ts';
import {
  CLOSING_REASONS,
  COMPLAINANT_OUTCOMES,
  DISPUTE_REASONS,
  INADMISSIBILITY_REASONS,
  OPERATOR_OUTCOMES,
  REGULATOR_OUTCOMES,
} from '#app/domain/case/outcomes.ts';
import { ROLES, STATES } from '#app/domain/case/states.ts';
import { CLOCK_KINDS } from '#app/domain/deadline/rule.ts';
import { COPY_ERRORS, COPY_STATES } from '#app/domain/evidence/copy.ts';
import { ERROR_CODES } from '#app/domain/shared/errors.ts';
import { FIELD_ERROR_CODES } from '#app/domain/shared/field-errors.ts';
import { LANGUAGES, type Language } from '#app/domain/shared/language.ts';
import {
  ATTEMPT_CHANNELS,
  ATTEMPT_RESULTS,
  REMEDIES,
  VULNERABILITIES,
} from '#app/domain/taxonomy/asked-of-every-case.ts';
import { type FactDefinition, SERVICES, TRACKS } from '#app/domain/taxonomy/definition.ts';
import { CATEGORY_KEYS, factsOf, issuesOf } from '#app/domain/taxonomy/taxonomy.ts';
import { ar } from './catalogues/ar.ts';
import { de } from './catalogues/de.ts';
import { en } from './catalogues/en.ts';
import { fr } from './catalogues/fr.ts';
import { SAME_IN_SEVERAL_LANGUAGES } from './catalogues/same-in-several-languages.ts';
import { NAMESPACES, type Namespace } from './namespaces.ts';

const CATALOGUES: Readonly<Record<Language, Readonly<Record<Namespace, object>>>> = { ar, de, en, fr };
const PLURAL_SUFFIX = /_(zero|one|two|few|many|other)$/u;

type Texts = ReadonlyMap<string, string>;

/** Whether a text may be the same in two languages: a listed word, or nothing but values and signs. */
function isLanguageless(text: string): boolean {
  const words = text.replaceAll(/\{\{[^}]*\}\}/gu, '');
  return SAME_IN_SEVERAL_LANGUAGES.has(text.replace(/[.:…]$/u, '').trim()) || !/\p{L}/u.test(words);
}

/** The texts of a catalogue by key in dots. */
function flatten(node: object, prefix = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(value)] as [string, string]],
  );
}

function textsOf(language: Language, namespace: Namespace): Texts {
  return new Map(flatten(CATALOGUES[language][namespace]));
}

/** A plural form's key without its suffix; other keys as they are. */
function baseOf(key: string, texts: Texts): string {
  const base = key.replace(PLURAL_SUFFIX, '');
  return texts.has(`${base}_other`) ? base : key;
}

function basesOf(texts: Texts): Set<string> {
  return new Set([...texts.keys()].map(key => baseOf(key, texts)));
}

function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/gu)].map(match => match[1] ?? ''))].sort();
}

const expected: Readonly<Partial<Record<Namespace, readonly string[]>>> = {
  taxonomy: [
    ...CATEGORY_KEYS.flatMap(key => [`category.${key}.label`, `category.${key}.description`]),
    ...CATEGORY_KEYS.flatMap(issuesOf).map(address => `issue.${address.replace('/', '.')}`),
    ...TRACKS.flatMap(track => [`track.${track}.label`, `track.${track}.description`]),
    ...SERVICES.map(service => `service.${service}`),
    ...REMEDIES.map(remedy => `remedy.${remedy}`),
    ...VULNERABILITIES.map(vulnerability => `vulnerability.${vulnerability}`),
    ...ATTEMPT_CHANNELS.map(channel => `attemptChannel.${channel}`),
    ...ATTEMPT_RESULTS.map(result => `attemptResult.${result}`),
  ],
  facts: CATEGORY_KEYS.flatMap(category => factsOf(category).flatMap(factKeys)),
  domain: [
    ...STATES.map(state => `state.${state}`),
    ...OPERATOR_OUTCOMES.map(outcome => `operatorOutcome.${outcome}`),
    ...COMPLAINANT_OUTCOMES.map(outcome => `complainantOutcome.${outcome}`),
    ...REGULATOR_OUTCOMES.map(outcome => `regulatorOutcome.${outcome}`),
    ...INADMISSIBILITY_REASONS.map(reason => `inadmissibilityReason.${reason}`),
    ...DISPUTE_REASONS.map(reason => `disputeReason.${reason}`),
    ...CLOSING_REASONS.map(reason => `closingReason.${reason}`),
    ...ROLES.map(role => `role.${role}`),
    ...CLOCK_KINDS.map(kind => `clock.${kind}`),
    ...EVENT_TYPES.map(type => `event.${type}`),
    ...EVENT_VISIBILITIES.map(audience => `audience.${audience}`),
    ...COMMANDS.map(command => `command.${command}`),
    ...COPY_STATES.map(state => `copyState.${state}`),
    ...COPY_ERRORS.map(error => `copyError.${error}`),
  ],
  errors: [
    ...Object.keys(ERROR_CODES).flatMap(code => [`${code}.title`, `${code}.explanation`]),
    ...FIELD_ERROR_CODES.map(code => `field.${code}`),
  ],
};

function factKeys(fact: FactDefinition): string[] {
  return [
    `fact.${fact.key}.label`,
    ...(fact.options ?? []).map(option => `fact.${fact.key}.option.${option}`),
    ...(fact.unit ? [`unit.${fact.unit}`] : []),
  ];
}

describe.each(NAMESPACES)('the catalogue %s', namespace => {
  const byLanguage = LANGUAGES.map(language => ({ language, texts: textsOf(language, namespace) }));
  const everyBase = new Set(byLanguage.flatMap(({ texts }) => [...basesOf(texts)]));

  it('has the same keys in every language', () => {
    const missing = byLanguage.flatMap(({ language, texts }) => {
      const bases = basesOf(texts);
      return [...everyBase].filter(key => !bases.has(key)).map(key => `${language}: ${namespace}:${key}`);
    });
    expect(missing, 'missing keys').toEqual([]);
  });

  it('has every plural form of each language', () => {
    const missing = byLanguage.flatMap(({ language, texts }) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plurals = [...basesOf(texts)].filter(base => texts.has(`${base}_other`));
      return plurals.flatMap(base =>
        forms
          .filter(form => !texts.has(`${base}_${form}`))
          .map(form => `${language}: ${namespace}:${base}_${form}`),
      );
    });
    expect(missing, 'missing plural forms').toEqual([]);
  });

  it('has no empty text', () => {
    const empty = byLanguage.flatMap(({ language, texts }) =>
      [...texts].filter(([, text]) => text.trim() === '').map(([key]) => `${language}: ${namespace}:${key}`),
    );
    expect(empty, 'empty texts').toEqual([]);
  });

  it('fills in the same values in every language', () => {
    const different = [...everyBase].filter(base => {
      const wanted = byLanguage.map(({ texts }) =>
        [...texts].filter(([key]) => baseOf(key, texts) === base).flatMap(([, text]) => variablesOf(text)),
      );
      return new Set(wanted.map(names => [...new Set(names)].sort().join())).size > 1;
    });
    expect(
      different.map(key => `${namespace}:${key}`),
      'different variables',
    ).toEqual([]);
  });

  it('repeats no text of another language', () => {
    const repeated = [...everyBase].flatMap(key => {
      const seen = new Map<string, Language>();
      return byLanguage.flatMap(({ language, texts }) => {
        const text = texts.get(key);
        if (text === undefined || isLanguageless(text)) return [];
        const other = seen.get(text);
        seen.set(text, language);
        return other ? [`${namespace}:${key} is "${text}" in ${other} and ${language}`] : [];
      });
    });
    expect(repeated, 'texts left untranslated').toEqual([]);
  });

  it('has a text for every key that the code knows', () => {
    const missing = byLanguage.flatMap(({ language, texts }) =>
      (expected[namespace] ?? [])
        .filter(key => !texts.has(key))
        .map(key => `${language}: ${namespace}:${key}`),
    );
    expect(missing, 'keys without text').toEqual([]);
  });
});

describe('the Arabic texts', () => {
  it('are written in Arabic letters', () => {
    const foreign = NAMESPACES.flatMap(namespace =>
      [...textsOf('ar', namespace)]
        .filter(([, text]) => !/\p{Script=Arabic}/u.test(text) && !isLanguageless(text))
        .map(([key, text]) => `${namespace}:${key} is "${text}"`),
    );
    expect(foreign, 'Arabic texts without an Arabic letter').toEqual([]);
  });
});
