import { describe, expect, test } from 'vitest';
import { readAnswer } from '#app/domain/case/answer.ts';
import { checkSubstance } from '#app/domain/case/answer-substance.ts';
import { PROFILE_IDS } from '#app/domain/profile/profile.ts';
import { CATEGORY_KEYS, issuesOf } from '#app/domain/taxonomy/taxonomy.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { type AnswerKind, answerExample } from './answer-example.ts';
import { readExample } from './file-example.ts';
import { inventedComplaint, retailOperators } from './invented-complaint.ts';
import { livingCases } from './living-cases.ts';
import { plannedCases } from './plan.ts';
import { randomFrom } from './random.ts';
import { storiesOf } from './stories/index.ts';
import { COMPLAINANT_TEXTS, staffTextsIn } from './texts/index.ts';

/** Days of every kind: a Monday, a weekend, the end of a year, a leap day. */
const TODAYS = ['2026-11-23', '2026-11-22', '2026-12-31', '2028-02-29'];

function planFor(today: string) {
  const profile = activeProfile();
  const operatorIds = retailOperators(profile).map(({ id }) => id);
  return [...plannedCases(profile.id, today, operatorIds[0] ?? ''), ...livingCases(today, operatorIds)];
}

describe.each(PROFILE_IDS)('the examples of %s', profile => {
  test('are complaints that the portal would take, whenever the demonstration begins', () => {
    setEnv({ RECOURS_PROFILE: profile });
    for (const today of TODAYS) {
      const stories = storiesOf(profile, { now: `${today}T12:00:00.000Z`, today });
      for (const { example } of stories)
        expect(readExample(example).narrative).toBe(example.complaint.narrative);
    }
    for (const planned of planFor('2026-11-23'))
      expect(readExample(inventedComplaint(planned)).category).toBe(planned.category);
  });

  test('are the same each time', () => {
    setEnv({ RECOURS_PROFILE: profile });
    expect(planFor('2026-11-23').map(inventedComplaint)).toEqual(
      planFor('2026-11-23').map(inventedComplaint),
    );
  });
});

describe.each(['ar', 'de', 'fr'] as const)('answers in %s', language => {
  const issues = CATEGORY_KEYS.flatMap(issuesOf);
  const kinds: readonly AnswerKind[] = ['money', 'repair', 'explained', 'rejected'];

  test.each(kinds)('that say "%s" have substance for every issue', kind => {
    setEnv({ RECOURS_PROFILE: 'ma' });
    for (const issue of issues) {
      const both = issue.startsWith('customer-service/')
        ? [issue]
        : [issue, 'customer-service/broken-promise'];
      const context = {
        random: randomFrom(issue),
        texts: staffTextsIn(language, 'fr'),
        issues: both,
        on: '2026-10-06',
      };
      const read = readAnswer(answerExample(kind, context), {
        issues: both,
        currency: 'MAD',
        evidenceIds: [],
        timeZone: 'Africa/Casablanca',
        now: '2026-10-06T15:00:00.000Z',
      });
      expect(read).toMatchObject({ ok: true });
      if (read.ok) expect(checkSubstance(read.answer)).toEqual({ ok: true });
    }
  });
});

test('there is something to tell in every language about every category of a profile that speaks it', () => {
  for (const language of ['fr', 'ar'] as const) {
    const { narratives } = COMPLAINANT_TEXTS[language];
    const untold = CATEGORY_KEYS.filter(category => category !== 'interconnection')
      .flatMap(issuesOf)
      .filter(issue => narratives[issue] === undefined);
    expect(untold).toEqual([]);
  }
});
