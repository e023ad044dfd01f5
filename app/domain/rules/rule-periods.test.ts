import { describe, expect, test } from 'vitest';
import { profiles } from '#profiles/index.ts';
import type { DeadlineRule } from '../deadline/rule.ts';
import type { RuleDefinition } from './rule-definition.ts';
import { periodFaults, sameScope } from './rule-periods.ts';

const RULES = profiles.ma.rules;

const DEFINITION: RuleDefinition = {
  clock: 'respond',
  scope: {},
  amount: 12,
  unit: 'working-days',
  rollForward: true,
  pauseCapDays: 10,
  remindBefore: 2,
  consequence: 'escalate',
  source: 'Décision 3/2026',
  text: { ar: 'نص', de: 'Text', en: 'Text', fr: 'Texte' },
};

function published(id: string, validFrom: string, change: Partial<DeadlineRule> = {}): DeadlineRule {
  return { ...DEFINITION, id, validFrom, ...change };
}

function codes(
  definition: Partial<RuleDefinition>,
  others: readonly DeadlineRule[] = [],
  line = 'ma-respond',
) {
  const planned = { line, definition: { ...DEFINITION, ...definition }, validFrom: '2026-05-01' };
  return Object.entries(periodFaults(planned, [...RULES, ...others])).map(
    ([field, { code }]) => `${field} ${code}`,
  );
}

describe('the period of a new version', () => {
  test('may begin beside the shipped one, with or without an end', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ validTo: '2026-12-31' })).toEqual([]);
  });

  test('does not end before it begins', () => {
    expect(codes({ validTo: '2026-04-30' })).toEqual(['validTo before-start']);
  });

  test('does not run into a version that begins later', () => {
    const later = published('ma-respond-2', '2026-07-01');
    expect(codes({}, [later])).toEqual(['validTo period-overlaps']);
    expect(codes({ validTo: '2026-07-01' }, [later])).toEqual(['validTo period-overlaps']);
    expect(codes({ validTo: '2026-06-30' }, [later])).toEqual([]);
  });

  test('leaves no day on which a clock has no rule', () => {
    const ended = RULES.filter(rule => rule.clock !== 'respond').concat(
      published('ma-respond-1', '2005-01-01', { validTo: '2026-12-31' }),
    );
    const planned = {
      line: 'ma-respond',
      definition: { ...DEFINITION, validTo: '2026-11-30' },
      validFrom: '2026-05-01',
    };
    expect(periodFaults(planned, ended)).toEqual({
      validTo: { code: 'period-gap', params: { from: '2027-01-01' } },
    });
  });

  test('belongs to the deadline that has these conditions', () => {
    expect(codes({}, [], 'ma-respond-other')).toEqual(['scope scope-taken']);
    expect(
      codes({ scope: { tracks: ['business'], urgent: false } }, [], 'ma-respond-business-ordinary'),
    ).toEqual([]);
  });
});

test('conditions are the same in whatever order they are written', () => {
  expect(sameScope({ tracks: ['business', 'consumer'] }, { tracks: ['consumer', 'business'] })).toBe(true);
  expect(sameScope({ tracks: ['business'] }, { tracks: ['business'], urgent: false })).toBe(false);
  expect(sameScope({}, {})).toBe(true);
});
