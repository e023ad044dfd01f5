import { describe, expect, test } from 'vitest';
import { sandboxOf } from '../access/sandbox.ts';
import type { CaseProjection } from '../case/projection.ts';
import { contributionOf, deltasBetween, MEASURES, type Measure, withDerived } from './contribution.ts';

const FILED = {
  state: 'filed',
  operatorId: 'a',
  filed: { filedOn: '2026-03-10', region: 'MA-06', category: 'billing', track: 'consumer' },
  servedAt: null,
  answeredAt: null,
  formerBreaches: [],
  respondBreached: false,
  answeredInTime: null,
  daysToAnswer: null,
  disputes: 0,
  operatorOutcome: null,
  complainantOutcome: null,
  regulatorOutcome: null,
  moneyReturnedMinor: 0,
} as unknown as CaseProjection;

const ANSWERED = {
  ...FILED,
  state: 'answered',
  servedAt: '2026-03-10T09:00:00.000Z',
  answeredAt: '2026-03-15T09:00:00.000Z',
  answeredInTime: true,
  daysToAnswer: 5,
  operatorOutcome: 'explained',
} as const satisfies CaseProjection;

/** The measures that hold of a case, money apart. */
function counted(projection: CaseProjection): readonly Measure[] {
  const { measures } = contributionOf(projection);
  return MEASURES.filter(measure => measure !== 'money_returned_minor' && measures[measure] === 1);
}

describe('a case counts', () => {
  test.each<[string, CaseProjection, string]>([
    ['just filed', FILED, 'filed open'],
    ['served', { ...FILED, state: 'served', servedAt: '2026-03-10T09:00:00.000Z' }, 'filed open served'],
    ['answered in time', ANSWERED, 'filed open served answered answered_in_time explained'],
    [
      'answered late',
      { ...ANSWERED, answeredInTime: false, respondBreached: true },
      'filed open served answered answered_late breached explained',
    ],
    [
      'answered at an unknown time, as imported ones are',
      { ...ANSWERED, servedAt: null, answeredInTime: null, daysToAnswer: null, operatorOutcome: null },
      'filed open served answered',
    ],
    [
      'closed by the complainant’s silence, which confirms nothing',
      { ...ANSWERED, state: 'closed', complainantOutcome: 'unconfirmed' },
      'filed served answered answered_in_time explained unconfirmed closed',
    ],
    [
      'closed as confirmed, with money',
      {
        ...ANSWERED,
        state: 'closed',
        operatorOutcome: 'remedied-with-money',
        complainantOutcome: 'confirmed',
        moneyReturnedMinor: 12_050,
      },
      'filed served answered answered_in_time remedied_with_money confirmed closed money_cases',
    ],
    [
      'disputed and upheld, whatever the operator declared',
      {
        ...ANSWERED,
        state: 'decided',
        disputes: 1,
        complainantOutcome: 'disputed',
        regulatorOutcome: 'upheld',
      },
      'filed open served answered answered_in_time explained disputed upheld',
    ],
    ['withdrawn', { ...FILED, state: 'withdrawn' }, 'filed withdrawn'],
    ['inadmissible', { ...FILED, state: 'inadmissible' }, 'filed inadmissible'],
  ])('%s', (_, projection, measures) => {
    expect(counted(projection).join(' ')).toBe(measures);
  });

  test('in the cell of the day on which it was filed, with the days to its first answer', () => {
    expect(contributionOf(ANSWERED)).toMatchObject({
      key: { day: '2026-03-10', operatorId: 'a', region: 'MA-06', category: 'billing', track: 'consumer' },
      bucket: 5,
    });
    expect(contributionOf(FILED).bucket).toBeNull();
  });
});

describe('a change of a case', () => {
  test('moves only the measures that changed', () => {
    const [delta, ...others] = deltasBetween(FILED, ANSWERED);
    expect(others).toEqual([]);
    const moved = MEASURES.filter((_, index) => delta?.measures[index] !== 0);
    expect(moved).toEqual(['served', 'answered', 'answered_in_time', 'explained']);
    expect(delta?.buckets).toEqual({ 5: 1 });
  });

  test('of operator takes it out of one cell and puts it into another', () => {
    const deltas = deltasBetween(FILED, { ...FILED, operatorId: 'b' });
    expect(deltas.map(({ key, measures }) => [key.operatorId, measures[0]])).toEqual([
      ['a', -1],
      ['b', 1],
    ]);
  });

  test('of operator leaves the deadline that the former one missed with it, and nothing else', () => {
    const missed = { ...FILED, servedAt: '2026-03-10T09:00:00.000Z', respondBreached: true };
    const formerBreaches = [{ operatorId: 'a', reroutedSeq: 4 }];
    const rerouted = { ...FILED, operatorId: 'b', formerBreaches };
    const ofFormer = deltasBetween(null, rerouted).find(({ key }) => key.operatorId === 'a');
    expect(MEASURES.filter((_, index) => ofFormer?.measures[index] !== 0)).toEqual(['breached']);
    const [leaving, arriving] = deltasBetween(missed, rerouted);
    const changed = (delta: typeof leaving) =>
      MEASURES.flatMap((measure, index) =>
        delta?.measures[index] ? [[measure, delta.measures[index]]] : [],
      );
    expect(changed(leaving)).toEqual([
      ['filed', -1],
      ['open', -1],
      ['served', -1],
    ]);
    expect(changed(arriving)).toEqual([
      ['filed', 1],
      ['open', 1],
    ]);
  });

  test('back to the operator that missed the first deadline charges it with that one, beside its new one', () => {
    const formerBreaches = [{ operatorId: 'a', reroutedSeq: 4 }];
    const [delta, ...others] = deltasBetween(null, { ...ANSWERED, formerBreaches });
    expect(others).toEqual([]);
    const measures = Object.fromEntries(MEASURES.map((measure, index) => [measure, delta?.measures[index]]));
    expect(withDerived(measures as Parameters<typeof withDerived>[0])).toMatchObject({
      filed: 1,
      answered_in_time: 1,
      breached: 1,
      deadline_ended: 2,
      missed_unanswered: 1,
    });
  });

  test('without effect on the figures writes nothing', () => {
    expect(deltasBetween(ANSWERED, ANSWERED)).toEqual([]);
  });

  test('in a sandbox counts nowhere', () => {
    expect(deltasBetween(null, { ...ANSWERED, operatorId: sandboxOf('a') })).toEqual([]);
  });
});
