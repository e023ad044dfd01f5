import type { AssignmentMode } from '#app/domain/desk/assignment.ts';
import type { Tx } from '#app/platform/db/client.server.ts';

/** Cases that go to one person, or to nobody. */
export interface AssignmentToWrite {
  readonly operatorId: string;
  readonly caseIds: readonly string[];
  readonly assignee: string | null;
  /** The person for whom the assignee stands in. */
  readonly covers: string | null;
  /** Null when the desk's own rule assigns. */
  readonly assignedBy: string | null;
  readonly reason: AssignmentMode;
  /** ISO instant. */
  readonly now: string;
}

/**
 * Notes who has some cases from now on, and the change in the desk's own log.
 * @returns the cases that had somebody else, or nobody, before
 */
export async function writeAssignments(tx: Tx, write: AssignmentToWrite): Promise<readonly string[]> {
  const { operatorId, caseIds, assignee, covers, assignedBy, reason, now } = write;
  const rows = await tx.$queryRaw<{ case_id: string }[]>`
    WITH changed AS (
      UPDATE desk_case SET assignee = ${assignee}
      WHERE case_id = ANY(${[...caseIds]}::uuid[]) AND operator_id = ${operatorId}
        AND assignee IS DISTINCT FROM ${assignee}
      RETURNING case_id
    )
    INSERT INTO case_assignment (case_id, operator_id, assignee, covers, assigned_by, reason, at)
    SELECT case_id, ${operatorId}, ${assignee}, ${covers}, ${assignedBy}, ${reason}, ${now}::timestamptz FROM changed
    RETURNING case_id`;
  return rows.map(row => row.case_id);
}
