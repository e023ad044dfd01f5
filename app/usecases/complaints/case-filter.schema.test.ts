import { describe, expect, test } from 'vitest';
import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import { profiles } from '#profiles/index.ts';
import { readFiguresFilter } from '../statistics/figures-filter.schema.ts';
import { caseQuery, MEASURE_FILTERS, measureOf, readCaseFilter } from './case-filter.schema.ts';

const CHOICES = { profile: profiles.ma, operators: [{ id: 'inwi', name: 'inwi' }] };
const NOW = '2026-11-22T12:00:00.000Z';

function read(query: string) {
  return readCaseFilter(new URLSearchParams(query), CHOICES);
}

describe('the filter in an address', () => {
  test('comes back as it was written', () => {
    const filter = {
      operator: 'inwi',
      category: 'billing',
      region: 'MA-06',
      track: 'consumer',
      from: '2026-01-01',
      to: '2026-02-28',
      state: 'answered',
      outcome: 'remedied-with-money',
      is: 'answered-in-time',
      text: 'double facture',
      order: 'oldest',
    } as const;
    expect(read(caseQuery(filter))).toEqual(filter);
  });

  test('is not narrowed by what isn’t one of its choices', () => {
    expect(
      read('operator=nobody&category=x&region=FR-75&from=2026-02-30&state=draft&is=y&outcome=z'),
    ).toEqual({});
    expect(read('from=9999-12-31&to=0000-01-01&text=%20%20&same=MA-1')).toEqual({});
  });

  test.each(Object.entries(MEASURE_FILTERS))(
    'says by itself that it means the measure %s',
    (measure, filter) => {
      expect(measureOf(read(caseQuery(filter)))).toBe(measure as CountedMeasure);
    },
  );

  test('means no measure once the figures can’t tell', () => {
    for (const query of [
      'text=panne',
      'is=overdue',
      'state=served',
      'is=disputed&outcome=upheld',
      'state=closed&is=money',
    ])
      expect(measureOf(read(query)), query).toBeNull();
  });
});

describe('the period of the figures', () => {
  const period = (query: string) => readFiguresFilter(new URLSearchParams(query), CHOICES, NOW);

  test('is this month and the eleven before it, up to today', () => {
    expect(period('')).toEqual({ from: '2025-12-01', to: '2026-11-22' });
  });

  test('is turned round, ends today and spans ten years at most', () => {
    expect(period('from=2026-03-01&to=2026-01-01')).toEqual({ from: '2026-01-01', to: '2026-03-01' });
    expect(period('from=1950-01-01&to=2099-01-01')).toEqual({ from: '2016-11-22', to: '2026-11-22' });
    expect(period('from=2098-01-01&to=2099-01-01')).toEqual({ from: '2026-11-22', to: '2026-11-22' });
  });
});
