import type { Actor } from '#app/domain/case/states.ts';
import { type Assignment, assignmentTo } from '#app/domain/desk/assignment.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../profile.server.ts';
import { type DeskColleague, deskPeople } from './queries/desk-people.server.ts';
import { writeAssignments } from './write-assignments.server.ts';

export interface AssignOrder {
  readonly actor: Actor;
  readonly caseIds: readonly string[];
  /** A person of the desk; null takes the cases from whoever has them. */
  readonly assignee: string | null;
  /** ISO instant. */
  readonly now: string;
}

export interface Assigned {
  readonly changed: readonly string[];
  /** Who got them: the wished person or, while that one is away, the cover. */
  readonly assignee: DeskColleague | null;
  readonly covers: DeskColleague | null;
}

function wished(order: AssignOrder, people: readonly DeskColleague[]): Assignment | null {
  if (order.assignee === null) return null;
  const assignment = assignmentTo(order.assignee, people, localDateOf(order.now, activeProfile().timeZone));
  if (assignment !== null) return assignment;
  throw new AppError('invalid-input', { fields: { assignee: { code: 'nobody-there' } } });
}

/** `assignCases` in the caller's transaction, which is the liaison's. */
export async function assignIn(tx: Tx, order: AssignOrder): Promise<Assigned> {
  const { actor, caseIds, now } = order;
  const operatorId = actor.organisation ?? '';
  const people = await deskPeople(tx, operatorId);
  const assignment = wished(order, people);
  const [assignee, covers] = [assignment?.assignee ?? null, assignment?.covers ?? null];
  const changed = await writeAssignments(tx, {
    ...{ operatorId, caseIds, assignee, covers, now },
    assignedBy: actor.id,
    reason: 'manual',
  });
  const named = (id: string | null) => people.find(person => person.id === id) ?? null;
  return { changed, assignee: named(assignee), covers: named(covers) };
}

/**
 * Gives cases of one's own desk to somebody, or to who stands in for them.
 * @throws AppError `invalid-input` when the person is not of the desk, or is away and nobody covers
 */
export function assignCases(order: AssignOrder): Promise<Assigned> {
  return withActor(order.actor, tx => assignIn(tx, order));
}
