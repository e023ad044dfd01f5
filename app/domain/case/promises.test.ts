import { describe, expect, test } from 'vitest';
import { clockRuns } from './clock-runs.ts';
import { disputedIn, issuesToAnswer } from './dispute.ts';
import type { EventDraft, RecordedEvent } from './events.ts';
import { promiseRule, promisesAfter } from './promises.ts';

const MESSAGE = { messageId: 'm', digest: '0'.repeat(64) };

function log(...drafts: readonly EventDraft[]): readonly RecordedEvent[] {
  return drafts.map(
    (draft, at) => ({ ...draft, seq: at + 1, at: `2026-03-1${at}T09:00:00.000Z` }) as RecordedEvent,
  );
}

function answered(...items: readonly (readonly [string, string | null])[]): EventDraft {
  const payload = {
    responseId: 'r',
    number: 1,
    outcome: 'remedied-with-money' as const,
    items: items.map(([issue, by]) => ({
      issue,
      outcome: 'remedied-with-money' as const,
      date: by ?? '2026-03-01',
      amountMinor: null,
      ...(by !== null && { promised: true as const }),
    })),
    moneyReturnedMinor: 0,
    inTime: true,
    days: 1,
    digest: '0'.repeat(64),
  };
  return { type: 'answered', payload };
}

const TWO = answered(['billing/error', '2026-04-03'], ['billing/refund-due', '2026-04-10']);
const kept = (...issues: string[]): EventDraft => ({ type: 'promise-kept', payload: { ...MESSAGE, issues } });

function open(events: readonly RecordedEvent[]) {
  return events.reduce(promisesAfter, []).map(({ issue }) => issue);
}

const ACCEPTED: EventDraft = { type: 'accepted', payload: {} };
const LAPSED: EventDraft = {
  type: 'confirmation-lapsed',
  payload: { clockId: 'c', clock: 'confirm', ruleId: 'r', dueAt: '2026-04-01T00:00:00.000Z' },
};

describe('a promise', () => {
  test.each([
    ['nothing', [], ['billing/error', 'billing/refund-due']],
    ['one kept', [kept('billing/error')], ['billing/refund-due']],
    ['a new answer on one', [answered(['billing/error', null])], ['billing/refund-due']],
    ['the complainant satisfied', [ACCEPTED], []],
    ['the complainant silent', [LAPSED], ['billing/error', 'billing/refund-due']],
  ])('binds after %s', (_name, drafts, expected) => {
    expect(open(log(TWO, ...drafts))).toEqual(expected);
  });

  test('has a clock of its own, which ends with it alone', () => {
    const runs = clockRuns(log(TWO, kept('billing/error'))).filter(({ promise }) => promise);
    expect(runs.map(({ promise, events }) => [promise?.issue, events.map(({ type }) => type)])).toEqual([
      ['billing/error', ['started', 'stopped']],
      ['billing/refund-due', ['started']],
    ]);
  });

  test('is due at the end of the day that was named, seen from the day of the answer', () => {
    expect(promiseRule('2026-04-03', '2026-03-10T23:30:00.000Z', 'Africa/Casablanca').amount).toBe(24);
  });
});

describe('a dispute', () => {
  const disputed = { ...MESSAGE, reasons: ['not-done' as const], issues: ['billing/error'] };

  test('is by issue, also where it was told for all at once', () => {
    expect(disputedIn(disputed)).toEqual([
      { issue: 'billing/error', reasons: ['not-done'], messageId: 'm', evidenceIds: [] },
    ]);
    const byIssue = [
      { issue: 'billing/error', reasons: ['amount-too-low' as const], messageId: 'own', evidenceIds: ['e'] },
    ];
    expect(disputedIn({ ...disputed, byIssue })).toEqual([
      { issue: 'billing/error', reasons: ['amount-too-low'], messageId: 'own', evidenceIds: ['e'] },
    ]);
  });

  test('asks only the disputed issues of the next answer', () => {
    const issues = ['billing/error', 'billing/refund-due'];
    const dispute: EventDraft = { type: 'disputed', payload: disputed };
    expect(issuesToAnswer(log(TWO), issues)).toEqual(issues);
    expect(issuesToAnswer(log(TWO, dispute), issues)).toEqual(['billing/error']);
    expect(issuesToAnswer(log(TWO, dispute, TWO), issues)).toEqual(issues);
    const everything: EventDraft = { type: 'disputed', payload: { ...disputed, issues: [] } };
    expect(issuesToAnswer(log(TWO, everything), issues)).toEqual(issues);
  });
});
