import { describe, expect, test } from 'vitest';
import { clockRuns } from './clock-runs.ts';
import { EVENT_TYPES, type RecordedEvent } from './events.ts';

/** Events on consecutive days of March 2026, numbered in this order. */
function log(...drafts: readonly (readonly [string, object?])[]): readonly RecordedEvent[] {
  return drafts.map(
    ([type, payload = type === 'answered' ? { items: [] } : {}], index) =>
      ({
        type,
        payload,
        seq: index + 1,
        at: `2026-03-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`,
      }) as RecordedEvent,
  );
}

const BILLING = ['filed', { track: 'consumer', category: 'billing', facts: {} }] as const;
const OUTAGE = ['filed', { track: 'consumer', category: 'mobile-outage', facts: {} }] as const;

/** Enough of any event's payload for the clocks to read it. */
const PAYLOAD = { items: [], issues: [], clock: 'appeal', days: 1, outcome: 'upheld', remedyDays: null };

const runsOf = (kind: string, events: readonly RecordedEvent[]) =>
  clockRuns(events).filter(run => run.kind === kind);
const typesOf = (kind: string, events: readonly RecordedEvent[]) =>
  runsOf(kind, events).map(run => run.events.map(({ type }) => type));

describe('the clock of the answer', () => {
  test('starts anew when the case is served again, and keeps how the first run ended', () => {
    const events = log(BILLING, ['served'], ['misdirected'], ['rerouted'], ['served'], ['answered']);
    expect(runsOf('respond', events)).toEqual([
      expect.objectContaining({
        startSeq: 2,
        events: [
          { type: 'started', at: '2026-03-02T09:00:00.000Z' },
          { type: 'stopped', at: '2026-03-03T09:00:00.000Z' },
        ],
      }),
      expect.objectContaining({
        startSeq: 5,
        events: [
          { type: 'started', at: '2026-03-05T09:00:00.000Z' },
          { type: 'stopped', at: '2026-03-06T09:00:00.000Z' },
        ],
      }),
    ]);
  });

  test('stands still with a code for the reason, and runs again with the answer or with the end of the cap', () => {
    const asked = log(BILLING, ['served'], ['information-requested'], ['information-provided']);
    expect(runsOf('respond', asked)[0]?.events.slice(1)).toEqual([
      { type: 'paused', at: '2026-03-03T09:00:00.000Z', reason: 'operator-asked' },
      { type: 'resumed', at: '2026-03-04T09:00:00.000Z' },
    ]);
    const capped = log(
      BILLING,
      ['served'],
      ['returned-for-information'],
      ['clock-resumed', { clock: 'respond' }],
    );
    expect(runsOf('respond', capped)[0]?.events.slice(1)).toEqual([
      { type: 'paused', at: '2026-03-03T09:00:00.000Z', reason: 'regulator-asked' },
      { type: 'resumed', at: '2026-03-04T09:00:00.000Z', capReached: true },
    ]);
  });

  test('depends on when something happened, not on when it was recorded', () => {
    const events = log(
      BILLING,
      ['served'],
      ['information-requested'],
      ['information-provided'],
      ['answered'],
    );
    expect(clockRuns(events.toReversed())).toEqual(clockRuns(events));
    expect(clockRuns([2, 4, 0, 3, 1].flatMap(index => events[index] ?? []))).toEqual(clockRuns(events));
  });
});

describe('the clock of the duty to inform', () => {
  test('runs in outages alone, and not between operators', () => {
    expect(runsOf('inform', log(OUTAGE, ['served']))).toHaveLength(1);
    expect(runsOf('inform', log(BILLING, ['served']))).toEqual([]);
    const wholesale = { ...OUTAGE[1], track: 'wholesale' };
    expect(runsOf('inform', log(['filed', wholesale], ['served']))).toEqual([]);
  });

  test.each(['operator-wrote', 'information-requested', 'extension-granted', 'answered'])(
    'stops at the first word to the complainant: %s',
    word => {
      expect(typesOf('inform', log(OUTAGE, ['served'], ['acknowledged'], [word]))).toEqual([
        ['started', 'stopped'],
      ]);
    },
  );

  test('goes on after a bare confirmation of receipt', () => {
    expect(typesOf('inform', log(OUTAGE, ['served'], ['acknowledged']))).toEqual([['started']]);
  });
});

const ENDINGS = [
  'withdrawn',
  'declared-inadmissible',
  'review-started',
  'escalated',
  'deemed-upheld',
  'rerouted',
  'closed',
] as const;

describe('each clock is stopped by its own events', () => {
  /** What starts the clock, and then every event that ends it. */
  const COURSES = [
    {
      kind: 'acknowledge',
      begin: [BILLING, ['served']],
      ends: [
        'acknowledged',
        'answered',
        'interim-answered',
        'misdirected',
        'information-requested',
        'extension-granted',
        ...ENDINGS,
      ],
    },
    { kind: 'respond', begin: [BILLING, ['served']], ends: ['answered', 'misdirected', ...ENDINGS] },
    {
      kind: 'confirm',
      begin: [BILLING, ['served'], ['answered']],
      ends: ['accepted', 'disputed', 'confirmation-lapsed', ...ENDINGS],
    },
    {
      kind: 'remedy',
      begin: [BILLING, ['served'], ['deemed-upheld']],
      ends: ['remedy-reported', 'closed', 'withdrawn'],
    },
    {
      kind: 'remedy',
      begin: [BILLING, ['review-started'], ['decided', { outcome: 'upheld', remedyDays: 10 }]],
      ends: ['remedy-reported', 'closed', 'withdrawn'],
    },
    {
      kind: 'inform',
      begin: [OUTAGE, ['served']],
      ends: [
        'operator-wrote',
        'interim-answered',
        'information-requested',
        'extension-granted',
        'answered',
        'misdirected',
        ...ENDINGS,
      ],
    },
  ] as const;

  test.each(COURSES)('and by nothing else: $kind', ({ kind, begin, ends }) => {
    const stopping = EVENT_TYPES.filter(type =>
      typesOf(kind, log(...begin, [type, PAYLOAD]))[0]?.includes('stopped'),
    );
    expect(stopping.toSorted()).toEqual(ends.toSorted());
  });
});

describe('no clock of a remedy', () => {
  test('is started by a decision against the complainant', () => {
    const against = ['decided', { outcome: 'not_upheld', remedyDays: null }] as const;
    expect(runsOf('remedy', log(BILLING, ['review-started'], against))).toEqual([]);
  });
});
