import { describe, expect, it } from 'vitest';
import { type AdmissibilityQuestion, type AdmissibilityRule, checkAdmissibility } from './admissibility.ts';
import { routeToDesk } from './route-to-desk.ts';

const operators = [
  { id: 'one', services: ['mobile'], deskEmail: 'desk@one.example' },
  { id: 'two', services: ['mobile', 'fixed'], deskEmail: null },
  { id: 'imported', services: ['mobile'], hidden: true },
  { id: 'gone', services: ['mobile'], active: false },
];

const route = (operatorId: string, service = 'mobile', category = 'mobile-outage', track = 'consumer') =>
  routeToDesk(operators, { operatorId, service, category, track });

describe('routing', () => {
  it('serves by mail at the desk, and in the portal where there is none', () => {
    expect(route('one')).toEqual({
      ok: true,
      operatorId: 'one',
      channel: 'mail',
      recipient: 'desk@one.example',
    });
    expect(route('two')).toEqual({ ok: true, operatorId: 'two', channel: 'portal', recipient: 'two' });
  });

  it('refuses operators that are unknown, hidden or gone, and services that they do not sell', () => {
    expect(route('nobody')).toEqual({ ok: false, reason: 'unknown-operator' });
    expect(route('imported')).toEqual({ ok: false, reason: 'operator-not-served' });
    expect(route('gone')).toEqual({ ok: false, reason: 'operator-not-served' });
    expect(route('one', 'fixed')).toEqual({ ok: false, reason: 'service-not-offered' });
  });

  it('reaches an operator in a dispute between operators whatever it sells', () => {
    expect(route('one', 'interconnection', 'interconnection', 'wholesale')).toMatchObject({ ok: true });
  });
});

const rule: AdmissibilityRule = {
  id: 'test',
  validFrom: '2020-01-01',
  lines: [
    { scope: {}, contact: 'required', waiting: { amount: 1, unit: 'months' }, maxAgeMonths: 12 },
    {
      scope: { categories: ['mobile-outage'] },
      contact: 'not-required',
      waiting: { amount: 2, unit: 'calendar-days' },
    },
    { scope: { urgent: true }, contact: 'required', waiting: { amount: 0, unit: 'calendar-days' } },
  ],
  source: 'test',
  text: { ar: 'x', de: 'x', en: 'x', fr: 'x' },
};

const check = (changes: Partial<AdmissibilityQuestion>) =>
  checkAdmissibility(rule, {
    filedOn: '2025-03-10',
    attempts: [],
    startedOn: '2025-01-15',
    track: 'consumer',
    urgent: false,
    category: 'billing',
    ...changes,
  });

describe('admissibility', () => {
  it('asks for a contact with the operator first', () => {
    expect(check({})).toEqual({ ok: false, reason: 'operator-not-contacted' });
    expect(check({ attempts: [{ on: '2025-03-11' }] })).toEqual({
      ok: false,
      reason: 'operator-not-contacted',
    });
  });

  it('gives the operator its time from the first contact, and names the first day', () => {
    const attempts = [{ on: '2025-03-01' }, { on: '2025-02-11' }];
    expect(check({ attempts })).toEqual({ ok: false, reason: 'too-early', earliestOn: '2025-03-11' });
    expect(check({ attempts, filedOn: '2025-03-11' })).toEqual({ ok: true });
    expect(check({ attempts, firstContactOn: '2025-02-10' })).toEqual({ ok: true });
  });

  it('takes the last day of a short month for one that it lacks', () => {
    expect(check({ attempts: [{ on: '2025-01-31' }], filedOn: '2025-02-28' })).toEqual({ ok: true });
  });

  it('refuses what lies too long ago, counted from the last contact', () => {
    const attempts = [{ on: '2023-01-10' }, { on: '2024-03-09' }];
    expect(check({ attempts })).toEqual({ ok: false, reason: 'too-late', latestOn: '2025-03-09' });
    expect(check({ attempts, filedOn: '2025-03-09' })).toEqual({ ok: true });
  });

  it('is easier in urgent cases and for outages', () => {
    expect(check({ urgent: true, attempts: [{ on: '2025-03-10' }] })).toEqual({ ok: true });
    expect(check({ category: 'mobile-outage' })).toEqual({ ok: true });
    expect(check({ category: 'mobile-outage', attempts: [{ on: '2025-03-09' }] })).toEqual({
      ok: false,
      reason: 'too-early',
      earliestOn: '2025-03-11',
    });
  });
});
