import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  isPlainDate,
  localDateOf,
  moveBack,
  startOfDay,
} from './plain-date.ts';

describe('a plain date', () => {
  it('is a day that exists', () => {
    expect(isPlainDate('2024-02-29')).toBe(true);
    for (const other of ['2025-02-29', '2025-2-9', '2025-13-01', 'yesterday', 20250101, null]) {
      expect(isPlainDate(other)).toBe(false);
    }
  });

  it('is counted on over months and years', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(daysBetween('2024-02-01', '2024-03-01')).toBe(29);
    expect(daysBetween('2024-03-01', '2024-02-01')).toBe(-29);
  });

  it('begins and ends by the clocks of its zone', () => {
    expect(startOfDay('2025-03-30', 'Europe/Zurich')).toBe('2025-03-29T23:00:00.000Z');
    expect(endOfDay('2025-03-30', 'Europe/Zurich')).toBe('2025-03-30T21:59:59.999Z');
    expect(localDateOf('2025-03-30T22:00:00Z', 'Europe/Zurich')).toBe('2025-03-31');
    expect(localDateOf('2025-03-30T22:00:00Z', 'Africa/Ouagadougou')).toBe('2025-03-30');
  });

  it('moves an instant by days at the same time on the wall', () => {
    expect(moveBack('2025-03-31T10:00:00Z', 2, 'Europe/Paris')).toBe('2025-03-29T11:00:00.000Z');
  });
});
