import type { StaffAction } from '#app/domain/access/staff-log.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { now } from '#app/platform/clock.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';

export interface StaffChange {
  readonly action: StaffAction;
  /** Whom it concerns: a person, or an operator's setting by its name. */
  readonly subject: { readonly id?: string | null; readonly name: string | null };
  /** The operator whose people it concerns; the actor's own unless told. */
  readonly operatorId?: string | null;
  /** What changed, never a secret. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** Adds to the log of staff within a transaction of the actor. */
export async function logStaffChangeIn(tx: Tx, actor: Actor, change: StaffChange): Promise<void> {
  await tx.staffLog.createMany({
    data: {
      at: now(),
      actorId: actor.id,
      actorName: actor.name ?? '',
      operatorId: change.operatorId === undefined ? actor.organisation : change.operatorId,
      subjectId: change.subject.id ?? null,
      subjectName: change.subject.name ?? '',
      action: change.action,
      detail: { ...change.detail },
    },
  });
}

/** Adds to the log of staff: who changed what about whose access. Entries are never changed. */
export function logStaffChange(actor: Actor, change: StaffChange): Promise<void> {
  return withActor(actor, tx => logStaffChangeIn(tx, actor, change));
}
