import { describe, expect, test } from 'vitest';
import { CATEGORY_KEYS, issuesOf } from '../taxonomy/taxonomy.ts';
import { detailFaults, detailsOf, isDetailAsked, readDetails } from './answer-details.ts';
import type { OperatorOutcome } from './outcomes.ts';

const CONTEXT = { currency: 'MAD', timeZone: 'Africa/Casablanca', now: '2026-03-12T10:00:00.000Z' };

/** What an answer of each category must state, by outcome; categories that are not named ask nothing more. */
const ASKED = {
  'mobile-outage/voice': { explained: ['faultStart', 'faultEnd', 'extent'], rejected: [] },
  'fixed-outage/line': { 'remedied-without-money': ['faultStart', 'faultEnd', 'extent'], duplicate: [] },
  'platform-outage/e-mail': { explained: ['faultStart', 'faultEnd', 'extent'] },
  'prepaid-credit/paid-not-credited': {
    'remedied-with-money': ['transaction', 'creditedAt'],
    'remedied-without-money': ['transaction'],
    rejected: ['transaction'],
    'not-our-customer': [],
  },
  'billing/error': { 'remedied-with-money': ['transaction', 'creditedAt'], explained: [] },
  'roaming/bill-shock': { 'remedied-with-money': ['transaction', 'creditedAt'], rejected: [] },
  'number-portability/delay': {
    'remedied-without-money': ['requestCode', 'portedAt'],
    explained: ['requestCode'],
  },
  'coverage-quality/speed': { explained: ['measured', 'measuredAt'], rejected: [] },
  'outage-information/no-notice': { explained: ['informedBy', 'informedAt'] },
  'customer-service/late-reply': { 'remedied-without-money': ['contactedAt', 'contactedBy'], explained: [] },
  'privacy-fraud/spam': { 'remedied-without-money': ['securedAt'], explained: [] },
  'contract/mis-selling': { 'remedied-with-money': [] },
  'interconnection/refusal': { explained: [] },
} as const satisfies Record<string, Partial<Record<OperatorOutcome, readonly string[]>>>;

const TABLE = Object.entries(ASKED).flatMap(([issue, outcomes]) =>
  Object.entries(outcomes).map(([outcome, keys]) => [issue, outcome as OperatorOutcome, keys] as const),
);

describe('the details of an answer', () => {
  test.each(TABLE)('on %s that says "%s" are %j', (issue, outcome, keys) => {
    const asked = detailsOf(issue).filter(detail => isDetailAsked(detail, outcome));
    expect(asked.map(({ key }) => key)).toEqual(keys);
    expect(Object.keys(detailFaults(issue, outcome, {})).sort()).toEqual([...keys].sort());
  });

  test('are the same for every issue of a category', () => {
    for (const category of CATEGORY_KEYS) {
      for (const issue of issuesOf(category)) expect(detailsOf(issue)).toEqual(detailsOf(`${category}/x`));
    }
  });

  test('of an outage that goes on name its expected end, and end no earlier than they began', () => {
    const faults = (details: Record<string, string>) =>
      detailFaults('mobile-outage/voice', 'explained', {
        faultStart: '2026-03-10T15:00',
        extent: 'area',
        ...details,
      });
    expect(faults({})).toEqual({ faultEnd: { code: 'required' } });
    expect(faults({ expectedEnd: '2026-03-14T12:00' })).toEqual({});
    expect(faults({ faultEnd: '2026-03-10T14:59' })).toEqual({ faultEnd: { code: 'before-start' } });
    expect(faults({ faultEnd: '2026-03-10T15:00' })).toEqual({});
  });

  test('need no time of a notice where nobody was informed', () => {
    const details = { informedBy: 'not-informed' };
    expect(detailFaults('outage-information/no-notice', 'explained', details)).toEqual({});
  });
});

describe('reading the details', () => {
  const read = (raw: unknown, issue = 'mobile-outage/voice') => readDetails(raw, issue, CONTEXT);

  test('keeps local times and options, and leaves blanks out', () => {
    const raw = { faultStart: '2026-03-10T15:00', faultEnd: ' ', extent: 'area' };
    expect(read(raw)).toEqual({ details: { faultStart: '2026-03-10T15:00', extent: 'area' }, errors: {} });
  });

  test('refuses what lies ahead where it can’t, what is no time or option, and what nobody asked', () => {
    const raw = { faultStart: '2026-03-13T00:00', faultEnd: 'soon', extent: 'moon', colour: 'red' };
    expect(read(raw).errors).toEqual({
      faultStart: { code: 'in-the-future' },
      faultEnd: { code: 'not-a-date' },
      extent: { code: 'not-an-option' },
      colour: { code: 'unknown-field' },
    });
    expect(read({ creditedAt: '2026-03-20T09:00' }, 'billing/error').errors).toEqual({});
    expect(read('nonsense')).toEqual({ details: {}, errors: {} });
  });
});
