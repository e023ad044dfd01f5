import { describe, expect, test } from 'vitest';
import { readJudgement, readMessage, readWithdrawal } from './complainant-command.schema.ts';

const ISSUES = ['billing/error', 'billing/late-bill'];
const DISPUTE = { verdict: 'not-solved', issues: 'billing/error', reasons: 'not-done', message: 'Rien.' };

function refused(raw: object, issues = ISSUES) {
  const reading = readJudgement({ ...raw }, issues);
  return reading.ok ? {} : reading.fields;
}

describe('a judgement', () => {
  test('needs a verdict, and one that is offered', () => {
    expect(refused({})).toEqual({ verdict: { code: 'required' } });
    expect(refused({ verdict: '' })).toEqual({ verdict: { code: 'required' } });
    expect(refused({ verdict: 'perhaps' })).toEqual({ verdict: { code: 'not-an-option' } });
  });

  test('"solved" drops what stands in the fields of a dispute', () => {
    expect(readJudgement({ ...DISPUTE, verdict: 'solved' }, ISSUES)).toEqual({
      ok: true,
      value: { verdict: 'solved' },
    });
  });

  test('"not solved" needs issues, reasons and words', () => {
    expect(refused({ verdict: 'not-solved' })).toEqual({
      issues: { code: 'required' },
      reasons: { code: 'required' },
      message: { code: 'required' },
    });
    expect(readJudgement(DISPUTE, ISSUES)).toEqual({
      ok: true,
      value: { verdict: 'not-solved', issues: ['billing/error'], reasons: ['not-done'], message: 'Rien.' },
    });
  });

  test('disputes only what was answered, for reasons that are known', () => {
    expect(refused({ ...DISPUTE, issues: 'roaming/bill-shock', reasons: 'because' })).toMatchObject({
      'issues.0': { code: 'not-an-option' },
      'reasons.0': { code: 'not-an-option' },
    });
  });

  test('of a single issue leaves nothing to choose', () => {
    const { issues: _all, ...withoutIssues } = DISPUTE;
    expect(readJudgement(withoutIssues, ['billing/error'])).toMatchObject({
      ok: true,
      value: { issues: ['billing/error'] },
    });
  });
});

describe('a message', () => {
  test('has text that can be stored', () => {
    expect(readMessage({ message: '  Bonjour ' })).toEqual({ ok: true, value: { message: 'Bonjour' } });
    expect(readMessage({ message: ' ' })).toEqual({ ok: false, fields: { message: { code: 'required' } } });
    expect(readMessage({ message: 'a\u0000b' })).toEqual({
      ok: false,
      fields: { message: { code: 'invalid-text' } },
    });
    expect(readMessage({ message: 'a'.repeat(5001) })).toEqual({
      ok: false,
      fields: { message: { code: 'too-long', params: { max: 5000 } } },
    });
  });
});

describe('a withdrawal', () => {
  test('is taken only when it is meant', () => {
    expect(readWithdrawal({ message: 'Réglé.' })).toEqual({
      ok: false,
      fields: { sure: { code: 'required' } },
    });
    expect(readWithdrawal({ message: 'Réglé.', sure: 'on' })).toMatchObject({ ok: true });
  });
});
