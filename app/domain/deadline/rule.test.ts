import { describe, expect, it } from 'vitest';
import { type DeadlineRule, type RuleScope, selectRule } from './rule.ts';

function rule(
  id: string,
  scope: RuleScope,
  validity: Pick<DeadlineRule, 'validFrom' | 'validTo'>,
): DeadlineRule {
  return {
    id,
    scope,
    ...validity,
    clock: 'respond',
    amount: 1,
    unit: 'working-days',
    rollForward: false,
    pauseCapDays: 0,
    remindBefore: 0,
    consequence: 'record',
    source: 'test',
    text: { ar: 'x', de: 'x', en: 'x', fr: 'x' },
  };
}

const ALWAYS = { validFrom: '2020-01-01' };
const profile = {
  id: 'test',
  rules: [
    rule('general', {}, { validFrom: '2020-01-01', validTo: '2025-12-31' }),
    rule('general-2026', {}, { validFrom: '2026-01-01' }),
    rule('billing', { categories: ['billing'] }, ALWAYS),
    rule('urgent', { tracks: ['consumer'], urgent: true }, ALWAYS),
    rule('billing-urgent', { categories: ['billing'], tracks: ['consumer'], urgent: true }, ALWAYS),
    rule('wholesale', { tracks: ['wholesale'] }, ALWAYS),
  ],
};

const select = (category: string, track: string, urgent = false, on = '2025-06-01') =>
  selectRule(profile, 'respond', { category, track, urgent, on }).id;

describe('the rule of a clock', () => {
  it('is the version that is valid on the day', () => {
    expect(select('roaming', 'consumer', false, '2025-12-31')).toBe('general');
    expect(select('roaming', 'consumer', false, '2026-01-01')).toBe('general-2026');
  });

  it('is the one with the most conditions that hold', () => {
    expect(select('billing', 'consumer')).toBe('billing');
    expect(select('roaming', 'consumer', true)).toBe('urgent');
    expect(select('billing', 'consumer', true)).toBe('billing-urgent');
    expect(select('billing', 'business', true)).toBe('billing');
  });

  it('looks at the track before the category', () => {
    expect(select('billing', 'wholesale')).toBe('wholesale');
  });

  it('must exist', () => {
    expect(() => select('billing', 'consumer', false, '2019-12-31')).toThrow(RangeError);
    expect(() =>
      selectRule(profile, 'remedy', {
        category: 'billing',
        track: 'consumer',
        urgent: false,
        on: '2025-01-01',
      }),
    ).toThrow('Profile test has no rule for remedy on 2025-01-01');
  });
});
