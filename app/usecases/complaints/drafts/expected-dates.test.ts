import { describe, expect, it } from 'vitest';
import { PROFILE_IDS } from '#app/domain/profile/profile.ts';
import { CATEGORIES, CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { profiles } from '#profiles/index.ts';
import { expectedDates } from './expected-dates.ts';

describe.each(PROFILE_IDS)('the dates on a receipt of %s', id => {
  const profile = profiles[id];
  const region = profile.regions[0]?.code ?? '';

  it('follow each other for every category, track and urgency', () => {
    for (const category of CATEGORY_KEYS) {
      for (const track of CATEGORIES[category].tracks) {
        for (const urgent of [true, false]) {
          const dates = expectedDates(
            profile,
            { category, track, urgent, region },
            '2026-03-10T09:00:00.000Z',
          );
          const days = dates.map(({ dueOn }) => dueOn);
          expect(days, `${category} ${track}`).toEqual([...days].sort());
          expect(days[0] ?? '').toMatch(/^2026-03-/);
        }
      }
    }
  });
});

describe('the dates on a receipt', () => {
  it('skip the weekend and are those of the rules', () => {
    const of = { category: 'mobile-outage', track: 'business', urgent: false, region: 'MA-06' };
    const dates = expectedDates(profiles.ma, of, '2026-03-10T09:00:00.000Z');
    expect(dates.map(({ clock, dueOn, rule }) => [clock, dueOn, rule.id])).toEqual([
      ['acknowledge', '2026-03-12', 'ma-acknowledge-1'],
      ['respond', '2026-03-17', 'ma-respond-outage-1'],
      ['confirm', '2026-04-01', 'ma-confirm-1'],
    ]);
  });
});
