import {
  type Assignment,
  type AssignmentMode,
  assignmentModeOf,
  assignmentTo,
  nextInTurn,
} from '#app/domain/desk/assignment.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../profile.server.ts';
import { type DeskColleague, deskPeople } from './queries/desk-people.server.ts';
import { writeAssignments } from './write-assignments.server.ts';

/** A case that has just been served. */
export interface ServedCase {
  readonly caseId: string;
  readonly operatorId: string;
  readonly category: string;
  /** ISO instant. */
  readonly now: string;
}

interface Desk {
  readonly operatorId: string;
  readonly people: readonly DeskColleague[];
  readonly now: string;
}

type Chosen = Assignment & { readonly reason: AssignmentMode };

/** The settings' lock lets the workers that serve one operator's cases take turns. */
async function modeOf(tx: Tx, operatorId: string): Promise<AssignmentMode> {
  const rows = await tx.$queryRaw<{ assignment: string }[]>`
    SELECT assignment FROM desk_setting WHERE operator_id = ${operatorId} FOR UPDATE`;
  return assignmentModeOf(rows[0]?.assignment);
}

async function inTurn(tx: Tx, { operatorId, people, now }: Desk): Promise<Chosen | null> {
  const turn = nextInTurn(people, localDateOf(now, activeProfile().timeZone));
  if (turn === null) return null;
  await tx.$executeRaw`
    INSERT INTO desk_member (user_id, operator_id, last_assigned_at) VALUES (${turn.turnOf}, ${operatorId}, clock_timestamp())
    ON CONFLICT (user_id) DO UPDATE SET last_assigned_at = clock_timestamp()`;
  return { assignee: turn.assignee, covers: turn.covers, reason: 'round-robin' };
}

async function byCategory(
  tx: Tx,
  { operatorId, people, now }: Desk,
  category: string,
): Promise<Chosen | null> {
  const owner = await tx.deskCategory.findUnique({
    where: { operatorId_category: { operatorId, category } },
  });
  if (owner === null) return null;
  const assignment = assignmentTo(owner.userId, people, localDateOf(now, activeProfile().timeZone));
  return assignment === null ? null : { ...assignment, reason: 'category' };
}

async function assignOne(tx: Tx, { caseId, operatorId, category, now }: ServedCase): Promise<void> {
  const mode = await modeOf(tx, operatorId);
  if (mode === 'manual') return;
  const held = await tx.deskCase.findUnique({ where: { caseId }, select: { assignee: true } });
  if (held === null || held.assignee !== null) return;
  const desk = { operatorId, people: await deskPeople(tx, operatorId), now };
  const chosen = mode === 'category' ? await byCategory(tx, desk, category) : await inTurn(tx, desk);
  if (chosen === null) return;
  await writeAssignments(tx, { ...chosen, operatorId, caseIds: [caseId], assignedBy: null, now });
}

/**
 * Gives cases that were just served to people of their operators' desks, as each desk has chosen; a case for which
 * nobody is there stays with nobody. In the service's transaction, as the system.
 */
export async function assignServed(tx: Tx, cases: readonly ServedCase[]): Promise<void> {
  for (const served of cases) await assignOne(tx, served);
}
