import { describe, expect, test } from 'vitest';
import { AppError } from '#app/domain/shared/errors.ts';
import { PROFILE_IDS, profiles } from '#profiles/index.ts';
import { checked } from '../complaints/officer-commands.schema.ts';
import { formOfRule, RULE_FORM } from './rule-form.schema.ts';

const RULES = PROFILE_IDS.flatMap(id => profiles[id].rules);
const REASON = { appliesTo: 'new-clocks', reason: 'Décision du conseil' };

function codesOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  try {
    checked(RULE_FORM, values);
    return {};
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Object.fromEntries(Object.entries(error.fields).map(([field, { code }]) => [field, code]));
  }
}

describe('the form of a rule', () => {
  test.each(RULES.map(rule => [rule.id, rule] as const))('shows %s and takes it back as it is', (_, rule) => {
    const { id, validFrom, ...definition } = rule;
    expect(checked(RULE_FORM, { ...formOfRule(rule), ...REASON }).definition, id + validFrom).toEqual(
      definition,
    );
  });

  const [first] = RULES;
  const form =
    first === undefined ? {} : { ...formOfRule(first), ...REASON, clock: 'respond', consequence: 'escalate' };

  test.each([
    ['a missing text', { textAr: '' }, { textAr: 'required' }],
    [
      'hours with days',
      { unit: 'hours', extensionAmount: '2', extensionUnit: 'working-days', cutOffHour: '' },
      { extensionUnit: 'mixed-units' },
    ],
    ['half an extension', { extensionAmount: '2', extensionUnit: '' }, { extensionUnit: 'required' }],
    [
      'a cut-off hour in hours',
      { unit: 'hours', cutOffHour: '17', extensionAmount: '', extensionUnit: '' },
      { cutOffHour: 'not-for-hours' },
    ],
    [
      'a reminder before the start',
      { amount: '2', unit: 'working-days', remindBefore: '2' },
      { remindBefore: 'reminder-too-early' },
    ],
    ['a pause without end', { pauseCapDays: '400' }, { pauseCapDays: 'too-high' }],
    [
      'a pause of a clock that never stands',
      { clock: 'remedy', consequence: 'record', pauseCapDays: '5' },
      { pauseCapDays: 'no-pause' },
    ],
    [
      'a consequence of another clock',
      { consequence: 'close-unconfirmed' },
      { consequence: 'consequence-unfit' },
    ],
    ['a day that does not exist', { validTo: '2027-02-30' }, { validTo: 'not-a-date' }],
    ['words for a number', { amount: 'dix' }, { amount: 'not-a-number' }],
  ])('refuses %s at its field', (_, change, refused) => {
    expect(codesOf({ ...form, ...change })).toEqual(refused);
  });
});
