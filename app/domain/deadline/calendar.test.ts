import { describe, expect, it } from 'vitest';
import { calendarFor, covers, type HolidayCalendar, isWorkingDay } from './calendar.ts';

function calendar(version: string, publishedOn: string, eid: string): HolidayCalendar {
  const name = { ar: 'x', de: 'x', en: 'x', fr: 'x' };
  return {
    version,
    publishedOn,
    source: 'test',
    years: { from: 2025, to: 2026 },
    weekend: [6, 7],
    names: { eid: name, local: name },
    days: [
      { on: eid, name: 'eid', tentative: true },
      { on: '2025-06-23', name: 'local', regions: ['XX-1'] },
    ],
  };
}

const profile = {
  id: 'xx',
  calendars: [calendar('xx-2', '2025-03-30', '2025-03-31'), calendar('xx-1', '2025-01-01', '2025-03-28')],
};

describe('a calendar', () => {
  it('is the one published last unless a version is named', () => {
    expect(calendarFor(profile, 'XX-1').version).toBe('xx-2');
    const first = calendarFor(profile, 'XX-1', 'xx-1');
    expect(isWorkingDay(first, '2025-03-31')).toBe(true);
    expect(isWorkingDay(first, '2025-03-28')).toBe(false);
    expect(() => calendarFor(profile, 'XX-1', 'xx-3')).toThrow(RangeError);
  });

  it('has local days off only in their regions', () => {
    expect(isWorkingDay(calendarFor(profile, 'XX-1'), '2025-06-23')).toBe(false);
    expect(isWorkingDay(calendarFor(profile, 'XX-2'), '2025-06-23')).toBe(true);
    expect(isWorkingDay(calendarFor(profile, null), '2025-06-23')).toBe(true);
  });

  it('knows its years', () => {
    expect(covers(calendarFor(profile, null), '2026-12-31')).toBe(true);
    expect(covers(calendarFor(profile, null), '2027-01-01')).toBe(false);
  });
});
