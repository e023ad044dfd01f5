import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from './events.ts';
import { projectCase } from './projection.ts';

const ANSWER = { outcome: 'explained', items: [], moneyReturnedMinor: 0, inTime: true, days: 4 } as const;
const FILED = ['filed', { operatorId: 'a', track: 'consumer', category: 'billing', facts: {} }] as const;

/** A case to which these things happened, a day apart in March 2026. */
function caseAfter(...drafts: readonly (readonly [string, object?])[]) {
  const events = [FILED, ...drafts].map(([type, payload = {}], index) => ({
    type,
    payload,
    seq: index + 1,
    at: `2026-03-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`,
    hash: `hash ${index + 1}`,
  }));
  return projectCase(events as unknown as RecordedEvent[]);
}

describe('a second answer', () => {
  const twice = caseAfter(
    ['served'],
    ['answered', { ...ANSWER, outcome: 'remedied-with-money', moneyReturnedMinor: 5_000 }],
    ['disputed', { reasons: ['not-done'], issues: ['billing/error'] }],
    ['answered', { ...ANSWER, outcome: 'rejected', moneyReturnedMinor: 2_000, inTime: false, days: 40 }],
  );

  test('changes neither when the first was given nor whether it was in time', () => {
    expect(twice).toMatchObject({
      answers: 2,
      answeredAt: '2026-03-03T09:00:00.000Z',
      answeredInTime: true,
      daysToAnswer: 4,
    });
  });

  test('replaces what the operator declares, money included, and waits for the complainant again', () => {
    expect(twice).toMatchObject({
      state: 'answered',
      operatorOutcome: 'rejected',
      moneyReturnedMinor: 2_000,
      complainantOutcome: null,
      disputes: 1,
    });
  });
});

describe('a breach', () => {
  const breached = (clock: string) => caseAfter(['served'], ['clock-breached', { clock }]).respondBreached;

  test('counts against the operator where it is that of the answer', () => {
    expect(breached('respond')).toBe(true);
    expect(['acknowledge', 'inform', 'remedy', 'interim'].filter(breached)).toEqual([]);
  });
});

describe('silence of the complainant', () => {
  test('closes a case as unconfirmed, never as confirmed', () => {
    expect(caseAfter(['served'], ['answered', ANSWER], ['confirmation-lapsed', {}])).toMatchObject({
      state: 'closed',
      complainantOutcome: 'unconfirmed',
      closedAt: '2026-03-04T09:00:00.000Z',
    });
  });
});

describe('a case that goes to another operator', () => {
  test('is served, acknowledged and extended anew', () => {
    const rerouted = caseAfter(
      ['served'],
      ['acknowledged'],
      ['extension-granted'],
      ['misdirected'],
      ['rerouted', { fromOperatorId: 'a', toOperatorId: 'b' }],
    );
    expect(rerouted).toMatchObject({
      state: 'filed',
      operatorId: 'b',
      servedAt: null,
      acknowledgedAt: null,
      extended: false,
    });
  });

  test('does not charge the next operator with the deadline that the former one missed', () => {
    const missed = caseAfter(['served'], ['clock-breached', { clock: 'respond' }]);
    expect(missed.respondBreached).toBe(true);
    const moved = caseAfter(
      ['served'],
      ['clock-breached', { clock: 'respond' }],
      ['rerouted', { fromOperatorId: 'a', toOperatorId: 'b' }],
    );
    expect(moved).toMatchObject({
      operatorId: 'b',
      respondBreached: false,
      formerBreaches: [{ operatorId: missed.operatorId, reroutedSeq: 4 }],
    });
  });

  test('charges nobody where the former operator had still time', () => {
    const moved = caseAfter(
      ['served'],
      ['clock-breached', { clock: 'acknowledge' }],
      ['rerouted', { fromOperatorId: 'a', toOperatorId: 'b' }],
    );
    expect(moved.formerBreaches).toEqual([]);
  });

  test('is late with a late answer whose breach nobody had recorded, and not in time after a recorded one', () => {
    const late = caseAfter(['served'], ['answered', { ...ANSWER, inTime: false }]);
    expect(late).toMatchObject({ answeredInTime: false, respondBreached: true });
    const claimed = caseAfter(['served'], ['clock-breached', { clock: 'respond' }], ['answered', ANSWER]);
    expect(claimed).toMatchObject({ answeredInTime: false, respondBreached: true });
    const unknown = caseAfter(['served'], ['answered', { ...ANSWER, inTime: null }]);
    expect(unknown).toMatchObject({ answeredInTime: null, respondBreached: false });
  });
});

describe('the last event', () => {
  test('gives the case its number and hash, and the end its time once', () => {
    const closed = caseAfter(['served'], ['withdrawn'], ['note-added'], ['erasure-requested']);
    expect(closed).toMatchObject({
      state: 'withdrawn',
      closedAt: '2026-03-03T09:00:00.000Z',
      lastSeq: 5,
      lastHash: 'hash 5',
    });
  });
});

test('a log that does not begin with the filing is no case', () => {
  expect(() => projectCase([{ type: 'served' } as unknown as RecordedEvent])).toThrow('must be "filed"');
  expect(() => projectCase([])).toThrow('at least one event');
});
