import { expect, test } from 'vitest';
import { dueDay } from './due-day.ts';

test('the day of a deadline is the regulator’s, also after Morocco’s change of offset', () => {
  expect(dueDay('2025-10-19T22:59:59.999Z', '2025-10-17', 'Africa/Casablanca')).toEqual({
    dueOn: '2025-10-19',
    daysLeft: 2,
  });
  expect(dueDay('2026-10-19T23:59:59.999Z', '2026-10-21', 'Africa/Casablanca')).toEqual({
    dueOn: '2026-10-19',
    daysLeft: -2,
  });
  expect(dueDay('2026-10-19T21:59:59.999Z', '2026-10-19', 'Europe/Zurich')).toEqual({
    dueOn: '2026-10-19',
    daysLeft: 0,
  });
});
