import type { PlainDate } from '../shared/plain-date.ts';

/** How a desk's cases find who answers them: by hand, in turn, or by what they are about. */
export const ASSIGNMENT_MODES = ['manual', 'round-robin', 'category'] as const;
export type AssignmentMode = (typeof ASSIGNMENT_MODES)[number];

export function assignmentModeOf(stored: string | undefined): AssignmentMode {
  return ASSIGNMENT_MODES.find(mode => mode === stored) ?? 'manual';
}

/** Somebody of a desk, as assignment sees them. */
export interface DeskPerson {
  readonly id: string;
  /** May not sign in any more. */
  readonly suspended: boolean;
  /** Takes part in turns. */
  readonly takesCases: boolean;
  /** ISO instant. */
  readonly lastAssignedAt: string | null;
  /** Both days are days of absence; null for who is there. */
  readonly awayFrom: PlainDate | null;
  readonly awayTo: PlainDate | null;
  readonly coverId: string | null;
}

/** Who gets a case, and for whom they stand in, if for anybody. */
export interface Assignment {
  readonly assignee: string;
  readonly covers: string | null;
}

/** Whether a person is away on a day; an absence without an end lasts. */
export function isAway({ awayFrom, awayTo }: DeskPerson, today: PlainDate): boolean {
  return awayFrom !== null && awayFrom <= today && (awayTo === null || today <= awayTo);
}

/**
 * Who gets what is meant for a person: that person, or while they are away who covers for them, and so on; null when
 * nobody of them is there.
 */
export function assignmentTo(
  personId: string,
  people: readonly DeskPerson[],
  today: PlainDate,
): Assignment | null {
  const asked = new Set<string>();
  let next: string | null = personId;
  while (next !== null && !asked.has(next)) {
    asked.add(next);
    const person = people.find(({ id }) => id === next);
    if (person === undefined || person.suspended) return null;
    if (!isAway(person, today))
      return { assignee: person.id, covers: person.id === personId ? null : personId };
    next = person.coverId;
  }
  return null;
}

function byTurn(a: DeskPerson, b: DeskPerson): number {
  return (a.lastAssignedAt ?? '').localeCompare(b.lastAssignedAt ?? '') || a.id.localeCompare(b.id);
}

/** Whose turn it is: who got a case longest ago, of those who take cases and are there or covered; null for nobody. */
export function nextInTurn(
  people: readonly DeskPerson[],
  today: PlainDate,
): (Assignment & { readonly turnOf: string }) | null {
  for (const { id } of people.filter(({ takesCases }) => takesCases).toSorted(byTurn)) {
    const assignment = assignmentTo(id, people, today);
    if (assignment !== null) return { ...assignment, turnOf: id };
  }
  return null;
}
