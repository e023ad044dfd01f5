import { describe, expect, it } from 'vitest';
import { calendarFor } from '#app/domain/deadline/calendar.ts';
import { deadline } from '#app/domain/deadline/deadline.ts';
import { type ClockKind, type RuleQuestion, selectRule } from '#app/domain/deadline/rule.ts';
import type { ProfileId } from '#app/domain/profile/profile.ts';
import { checkAdmissibility } from '#app/domain/routing/admissibility.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { profiles } from './index.ts';

const ORDINARY: Omit<RuleQuestion, 'on'> = { category: 'billing', urgent: false, track: 'consumer' };

interface Course {
  readonly clock?: ClockKind;
  readonly region?: string;
  readonly of?: Partial<RuleQuestion>;
}

function due(id: ProfileId, at: string, { clock = 'respond', region, of = {} }: Course = {}) {
  const profile = profiles[id];
  const rule = selectRule(profile, clock, { ...ORDINARY, on: localDateOf(at, profile.timeZone), ...of });
  const calendar = calendarFor(profile, region ?? null);
  return deadline({ rule, calendar, timeZone: profile.timeZone, events: [{ type: 'started', at }] });
}

describe('in Morocco', () => {
  // Clocks stand at UTC in Ramadan (2025: 23 February to 6 April; 2026: 15 February to 22 March), at UTC+1 otherwise.
  it('a day ends an hour later by world time in Ramadan 2025', () => {
    expect(due('ma', '2025-02-10T09:00:00Z').dueAt).toBe('2025-02-24T23:59:59.999Z');
    expect(due('ma', '2025-02-03T09:00:00Z').dueAt).toBe('2025-02-17T22:59:59.999Z');
    expect(due('ma', '2025-03-10T09:00:00Z').dueAt).toBe('2025-03-24T23:59:59.999Z');
    expect(due('ma', '2025-04-07T09:00:00Z').dueAt).toBe('2025-04-21T22:59:59.999Z');
  });

  it('a day ends an hour later by world time in Ramadan 2026', () => {
    expect(due('ma', '2026-02-02T09:00:00Z').dueAt).toBe('2026-02-16T23:59:59.999Z');
    expect(due('ma', '2026-03-23T09:00:00Z').dueAt).toBe('2026-04-06T22:59:59.999Z');
  });

  it('the cut-off hour is read from the clock on the wall, in Ramadan too', () => {
    expect(due('ma', '2025-03-10T16:59:59Z').dueOn).toBe('2025-03-24');
    expect(due('ma', '2025-03-10T17:00:00Z').dueOn).toBe('2025-03-25');
    expect(due('ma', '2025-02-03T15:59:59Z').dueOn).toBe('2025-02-17');
    expect(due('ma', '2025-02-03T16:00:00Z').dueOn).toBe('2025-02-18');
  });

  it('an evening at 23:30 in Ramadan is still the same day', () => {
    expect(due('ma', '2025-03-10T23:30:00Z').trace[0]?.date).toBe('2025-03-10');
    expect(due('ma', '2025-02-10T23:30:00Z').trace[0]?.date).toBe('2025-02-11');
  });

  it('feasts of two days and national days do not count', () => {
    const result = due('ma', '2026-07-28T09:00:00Z');
    expect(result.trace.filter(line => line.reason === 'holiday').map(line => line.date)).toEqual([
      '2026-07-30',
    ]);
    const feast = due('ma', '2026-05-22T09:00:00Z').trace.filter(line => line.reason === 'holiday');
    expect(feast.map(line => line.holiday?.ar)).toEqual(['عيد الأضحى', 'عيد الأضحى']);
  });

  it('an outage and an urgent case have shorter clocks, a dispute between operators a longer one', () => {
    const at = '2025-09-08T09:00:00Z';
    expect(due('ma', at, { of: { category: 'mobile-outage' } }).dueOn).toBe('2025-09-15');
    expect(due('ma', at, { of: { category: 'mobile-outage', urgent: true } }).dueOn).toBe('2025-09-10');
    expect(due('ma', at, { of: { category: 'interconnection', track: 'wholesale' } }).dueOn).toBe(
      '2025-10-08',
    );
  });
});

describe('in Switzerland', () => {
  const urgent = { of: { urgent: true } } as const;

  it('the provider has fifteen days, and the next working day when they end on a day off', () => {
    expect(due('ch', '2025-03-03T09:00:00Z').dueOn).toBe('2025-03-18');
    expect(due('ch', '2025-07-17T09:00:00Z').dueOn).toBe('2025-08-04');
  });

  it('each canton keeps its own holidays', () => {
    const corpusChristi = '2025-06-16T09:00:00Z';
    expect(due('ch', corpusChristi, { ...urgent, region: 'CH-LU' }).dueOn).toBe('2025-06-24');
    expect(due('ch', corpusChristi, { ...urgent, region: 'CH-ZH' }).dueOn).toBe('2025-06-23');
    const genevaFast = '2025-09-08T09:00:00Z';
    expect(due('ch', genevaFast, { ...urgent, region: 'CH-GE' }).dueOn).toBe('2025-09-16');
    expect(due('ch', genevaFast, { ...urgent, region: 'CH-VD' }).dueOn).toBe('2025-09-15');
    const labourDay = '2025-04-28T09:00:00Z';
    expect(due('ch', labourDay, { ...urgent, region: 'CH-TI' }).dueOn).toBe('2025-05-06');
    expect(due('ch', labourDay, { ...urgent, region: 'CH-BE' }).dueOn).toBe('2025-05-05');
  });

  it('an unknown canton has the national days only', () => {
    expect(due('ch', '2025-07-28T09:00:00Z', urgent).dueOn).toBe('2025-08-05');
  });

  it('the year ends with other days off in Geneva, Berne, Uri and Zurich', () => {
    const daysOff = (region: string) =>
      due('ch', '2025-12-29T09:00:00Z', { ...urgent, region })
        .trace.filter(line => line.reason === 'holiday')
        .map(line => line.date);
    expect(daysOff('CH-GE')).toEqual(['2025-12-31', '2026-01-01']);
    expect(daysOff('CH-BE')).toEqual(['2026-01-01', '2026-01-02']);
    expect(daysOff('CH-UR')).toEqual(['2026-01-01', '2026-01-06']);
    expect(daysOff('CH-ZH')).toEqual(['2026-01-01']);
  });

  it('a month that begins on 31 January ends in February', () => {
    const wholesale = { of: { category: 'interconnection', track: 'wholesale' } } as const;
    expect(due('ch', '2024-01-31T09:00:00Z', wholesale).dueOn).toBe('2024-02-29');
    expect(due('ch', '2025-01-31T09:00:00Z', wholesale).dueOn).toBe('2025-02-28');
  });
});

describe('in Burkina Faso', () => {
  it('an urgent case of missing credit runs through weekends and is shorter than any other', () => {
    const at = '2024-07-12T13:45:00Z';
    const prepaid = { category: 'prepaid-credit', urgent: true };
    expect(due('bf', at, { of: prepaid })).toMatchObject({
      ruleId: 'bf-respond-prepaid-urgent-1',
      dueOn: '2024-07-15',
      dueAt: '2024-07-15T23:59:59.999Z',
    });
    expect(due('bf', at, { of: { ...prepaid, urgent: false } }).dueOn).toBe('2024-07-17');
    expect(due('bf', at, { of: { category: 'coverage-quality' } }).dueOn).toBe('2024-07-29');
  });
});

describe('in France', () => {
  it('a month that ends on a holiday ends on the next working day', () => {
    expect(due('fr', '2025-04-08T09:00:00Z').dueOn).toBe('2025-05-09');
    expect(due('fr', '2024-01-31T09:00:00Z').dueOn).toBe('2024-02-29');
    expect(due('fr', '2025-12-01T09:00:00Z').dueOn).toBe('2026-01-02');
  });

  it('overseas regions keep the day of the abolition of slavery', () => {
    const outage = { of: { category: 'fixed-outage', urgent: true } } as const;
    expect(due('fr', '2025-05-21T09:00:00Z', { ...outage, region: 'FR-972' }).dueOn).toBe('2025-05-27');
    expect(due('fr', '2025-05-21T09:00:00Z', { ...outage, region: 'FR-IDF' }).dueOn).toBe('2025-05-26');
  });

  it('the operator has a month before a complaint, but an outage may be reported at once', () => {
    const question = { ...ORDINARY, filedOn: '2025-03-10', attempts: [{ on: '2025-02-15' }] };
    expect(checkAdmissibility(profiles.fr.admissibility, question)).toEqual({
      ok: false,
      reason: 'too-early',
      earliestOn: '2025-03-15',
    });
    const outage = { ...question, category: 'platform-outage', attempts: [] };
    expect(checkAdmissibility(profiles.fr.admissibility, outage)).toEqual({ ok: true });
    expect(checkAdmissibility(profiles.fr.admissibility, { ...outage, urgent: true })).toEqual({ ok: true });
  });
});

it('the Swiss conciliation body takes no case whose last contact is over a year ago', () => {
  const question = { ...ORDINARY, filedOn: '2025-03-10', attempts: [{ on: '2024-03-09' }] };
  expect(checkAdmissibility(profiles.ch.admissibility, question)).toEqual({
    ok: false,
    reason: 'too-late',
    latestOn: '2025-03-09',
  });
});
