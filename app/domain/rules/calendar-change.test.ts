import { describe, expect, test } from 'vitest';
import { profiles } from '#profiles/index.ts';
import {
  applyChanges,
  type CalendarChange,
  changedDates,
  settleFeast,
  tentativeFeasts,
} from './calendar-change.ts';

const [CALENDAR] = profiles.ma.calendars;
if (CALENDAR === undefined) throw new Error('no calendar');
const calendar = CALENDAR;

function after(...changes: readonly CalendarChange[]) {
  const applied = applyChanges(calendar, changes);
  if (!applied.ok) throw new Error(applied.reason);
  return { ...calendar, ...applied };
}

const datesAfter = (...changes: readonly CalendarChange[]) => changedDates(calendar, after(...changes));

const SPRING = { from: '2026-03-01', to: '2026-03-31' };

describe('a feast that hangs on the moon', () => {
  const [feast] = tentativeFeasts(calendar, SPRING);

  test('is offered once, with its days in a row', () => {
    expect(tentativeFeasts(calendar, SPRING)).toEqual([
      { name: 'eid-al-fitr', days: ['2026-03-20', '2026-03-21'] },
    ]);
  });

  test('changes no date when it is confirmed where it was foreseen, and waits no more', () => {
    const confirmed = after(...settleFeast(feast ?? { name: '', days: [] }, '2026-03-20'));
    expect(changedDates(calendar, confirmed)).toEqual([]);
    expect(tentativeFeasts(confirmed, SPRING)).toEqual([]);
  });

  test.each([
    ['2026-03-19', ['2026-03-19', '2026-03-21']],
    ['2026-03-21', ['2026-03-20', '2026-03-22']],
  ])('moves with all its days when it begins on %s', (first, changed) => {
    expect(datesAfter(...settleFeast(feast ?? { name: '', days: [] }, first))).toEqual(changed);
  });
});

describe('a change of the calendar', () => {
  test('declares a day with a name of its own in four languages, for some regions', () => {
    const names = { ar: 'حداد وطني', de: 'Staatstrauer', en: 'National mourning', fr: 'Deuil national' };
    const changed = after({ do: 'declare', on: '2026-03-17', name: 'declared', names, regions: ['MA-06'] });
    expect(changed.names.declared).toEqual(names);
    expect(changed.days).toContainEqual({ on: '2026-03-17', name: 'declared', regions: ['MA-06'] });
  });

  test.each([
    ['no-such-day', { do: 'remove', on: '2026-03-17', name: 'unity-day' }],
    ['day-taken', { do: 'declare', on: '2026-10-31', name: 'unity-day' }],
    ['outside-years', { do: 'move', on: '2026-10-31', to: '2031-10-31', name: 'unity-day' }],
    ['unknown-name', { do: 'declare', on: '2026-03-17', name: 'nameless' }],
  ] as const)('is refused as %s where it does not fit', (reason, change) => {
    expect(applyChanges(calendar, [change])).toEqual({ ok: false, index: 0, reason });
  });

  test('builds on those before it', () => {
    const moved: CalendarChange = { do: 'move', on: '2026-10-31', to: '2026-11-02', name: 'unity-day' };
    expect(datesAfter(moved, { do: 'remove', on: '2026-11-02', name: 'unity-day' })).toEqual(['2026-10-31']);
  });
});
