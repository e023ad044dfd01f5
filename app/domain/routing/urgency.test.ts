import { describe, expect, test } from 'vitest';
import { VULNERABILITIES } from '../taxonomy/asked-of-every-case.ts';
import { CATEGORY_KEYS } from '../taxonomy/taxonomy.ts';
import { isUrgent } from './urgency.ts';

describe('the urgent lane', () => {
  test.each(CATEGORY_KEYS)('takes who depends on the line, whatever it is about: %s', category => {
    for (const reason of VULNERABILITIES) expect(isUrgent({ category, vulnerability: [reason] })).toBe(true);
  });

  test('takes missing credit from everybody, and nothing else', () => {
    const urgent = CATEGORY_KEYS.filter(category => isUrgent({ category, vulnerability: [] }));
    expect(urgent).toEqual(['prepaid-credit']);
  });
});
