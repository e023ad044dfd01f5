import { assignmentTo } from '#app/domain/desk/assignment.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../profile.server.ts';
import type { AssignOrder } from './assign-cases.server.ts';
import type { BulkVerdict } from './bulk-cases.server.ts';
import { deskPeople } from './queries/desk-people.server.ts';

/** What an assignment would do. */
export interface AssignmentPreview {
  readonly verdicts: readonly BulkVerdict[];
  /** Who gets the cases; null for nobody. */
  readonly to: string | null;
  /** Who is away, so that another one gets them. */
  readonly instead: string | null;
}

interface Held {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly assignee: string | null;
}

/**
 * Who would get the cases, and which of them that one has already.
 * @throws AppError `invalid-input` when nobody is there to take them
 */
export function previewAssignment({
  actor,
  caseIds,
  assignee,
  now,
}: AssignOrder): Promise<AssignmentPreview> {
  return withActor(actor, async tx => {
    const people = await deskPeople(tx, actor.organisation ?? '');
    const today = localDateOf(now, activeProfile().timeZone);
    const assignment = assignee === null ? null : assignmentTo(assignee, people, today);
    if (assignee !== null && assignment === null) {
      throw new AppError('invalid-input', { fields: { assignee: { code: 'nobody-there' } } });
    }
    const held = await tx.$queryRaw<Held[]>`
      SELECT c.id, c.reference, c.version, d.assignee FROM desk_case d JOIN "case" c ON c.id = d.case_id
      WHERE d.case_id = ANY(${[...caseIds]}::uuid[]) ORDER BY d.due_at, d.case_id`;
    const nameOf = (id: string | null | undefined) => people.find(person => person.id === id)?.name ?? null;
    return {
      to: nameOf(assignment?.assignee),
      instead: nameOf(assignment?.covers),
      verdicts: held.map(({ assignee: has, ...named }) => {
        const ok = has !== (assignment?.assignee ?? null);
        return { ...named, ok, code: ok ? null : 'same', fields: {} };
      }),
    };
  });
}
