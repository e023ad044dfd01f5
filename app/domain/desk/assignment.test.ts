import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignmentTo, type DeskPerson, nextInTurn } from './assignment.ts';

const TODAY = '2026-03-10';

function person(id: string, more: Partial<DeskPerson> = {}): DeskPerson {
  const there = { awayFrom: null, awayTo: null, coverId: null };
  return { id, suspended: false, takesCases: true, lastAssignedAt: null, ...there, ...more };
}

const AWAY = { awayFrom: '2026-03-09', awayTo: '2026-03-10' };

describe('what is meant for a person', () => {
  test.each([
    ['goes to them while they are there', [person('a')], { assignee: 'a', covers: null }],
    [
      'goes to their cover on the last day of an absence',
      [person('a', { ...AWAY, coverId: 'b' }), person('b')],
      { assignee: 'b', covers: 'a' },
    ],
    [
      'goes to them again the day after',
      [person('a', { awayFrom: '2026-03-01', awayTo: '2026-03-09', coverId: 'b' }), person('b')],
      { assignee: 'a', covers: null },
    ],
    [
      'goes on to the cover’s cover',
      [person('a', { ...AWAY, coverId: 'b' }), person('b', { ...AWAY, coverId: 'c' }), person('c')],
      { assignee: 'c', covers: 'a' },
    ],
    [
      'goes to nobody when two away people cover each other',
      [person('a', { ...AWAY, coverId: 'b' }), person('b', { ...AWAY, coverId: 'a' })],
      null,
    ],
    ['goes to nobody without a cover', [person('a', AWAY)], null],
    [
      'does not go to a suspended cover',
      [person('a', { ...AWAY, coverId: 'b' }), person('b', { suspended: true })],
      null,
    ],
  ])('%s', (_name, people, expected) => {
    expect(assignmentTo('a', people, TODAY)).toEqual(expected);
  });
});

describe('turns', () => {
  test('are fair: after any number of cases nobody who is there has two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 40 }), (size, cases) => {
        let people = Array.from({ length: size }, (_, index) => person(`p${index}`));
        const counts = new Map(people.map(({ id }) => [id, 0]));
        for (let index = 0; index < cases; index += 1) {
          const turn = nextInTurn(people, TODAY);
          if (turn === null) throw new Error('nobody');
          counts.set(turn.assignee, (counts.get(turn.assignee) ?? 0) + 1);
          const lastAssignedAt = new Date(Date.UTC(2026, 2, 10, 0, 0, index)).toISOString();
          people = people.map(one => (one.id === turn.turnOf ? { ...one, lastAssignedAt } : one));
        }
        expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('pass over who is away without a cover, and over who takes no cases', () => {
    const people = [
      person('a', AWAY),
      person('b', { takesCases: false }),
      person('c', { lastAssignedAt: TODAY }),
    ];
    expect(nextInTurn(people, TODAY)).toEqual({ assignee: 'c', covers: null, turnOf: 'c' });
    expect(nextInTurn(people.slice(0, 2), TODAY)).toBeNull();
  });
});
