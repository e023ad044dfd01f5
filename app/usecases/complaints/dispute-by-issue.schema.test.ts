import { describe, expect, test } from 'vitest';
import { readDisputeByIssue } from './dispute-by-issue.schema.ts';

const ISSUES = ['mobile-outage/voice', 'mobile-outage/data'];
const VOICE = { reasons: 'not-done', words: '' };

function refused(raw: object, issues = ISSUES) {
  const reading = readDisputeByIssue({ ...raw }, issues);
  return reading.ok ? {} : reading.fields;
}

describe('a dispute by issue', () => {
  test('says for each chosen issue why it is not solved', () => {
    const uploads = '0b51b1a5-6c5a-4d33-8a55-0a3d5d8f2f11';
    const about = {
      'mobile-outage_voice': { ...VOICE, uploads },
      'mobile-outage_data': { reasons: ['facts-wrong', 'happened-again'], words: ' Encore hier. ' },
    };
    expect(readDisputeByIssue({ issues: ISSUES, message: 'Rien ne va.', about }, ISSUES)).toEqual({
      ok: true,
      value: {
        message: 'Rien ne va.',
        issues: [
          { issue: 'mobile-outage/voice', reasons: ['not-done'], words: undefined, uploads: [uploads] },
          {
            issue: 'mobile-outage/data',
            reasons: ['facts-wrong', 'happened-again'],
            words: 'Encore hier.',
            uploads: [],
          },
        ],
      },
    });
  });

  test('names the issue whose reasons are missing or unknown', () => {
    const about = { 'mobile-outage_voice': { reasons: 'because' } };
    expect(refused({ issues: ISSUES, message: 'Rien.', about })).toEqual({
      'about.mobile-outage_voice.reasons.0': { code: 'not-an-option' },
      'about.mobile-outage_data.reasons': { code: 'required' },
    });
  });

  test('needs an issue and words on the whole', () => {
    expect(refused({})).toEqual({ issues: { code: 'required' }, message: { code: 'required' } });
    expect(refused({ issues: 'roaming/bill-shock', message: 'x' })).toMatchObject({
      'issues.0': { code: 'not-an-option' },
    });
  });

  test('lists what is wrong in the order of the form', () => {
    const about = { 'mobile-outage_voice': {} };
    expect(Object.keys(refused({ issues: ISSUES[0], about }))).toEqual([
      'about.mobile-outage_voice.reasons',
      'message',
    ]);
  });

  test('does not pass over what was written on an issue that is not ticked', () => {
    const about = { 'mobile-outage_voice': VOICE, 'mobile-outage_data': { words: 'Lent.' } };
    expect(refused({ issues: ISSUES[0], message: 'Rien.', about })).toEqual({
      issues: { code: 'issue-not-ticked' },
    });
  });

  test('of a single issue leaves nothing to choose', () => {
    const raw = { message: 'Rien.', about: { 'mobile-outage_voice': VOICE } };
    expect(readDisputeByIssue(raw, ['mobile-outage/voice'])).toMatchObject({
      ok: true,
      value: { issues: [{ issue: 'mobile-outage/voice' }] },
    });
  });
});
