import type { Actor } from '#app/domain/case/states.ts';
import { type QueueColumn, queueColumns } from '#app/domain/desk/columns.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { type QueueFilter, readQueueFilter } from '../../complaints/queue-filter.schema.ts';

/** A filter with a name. */
export interface DeskViewShown {
  readonly id: string;
  readonly name: string;
  readonly filter: QueueFilter;
  readonly shared: boolean;
  /** Made by who asks. */
  readonly own: boolean;
  readonly isDefault: boolean;
}

/** How a person has the queue: the views, and the columns. */
export interface DeskPreferences {
  readonly views: readonly DeskViewShown[];
  readonly columns: readonly QueueColumn[];
}

/** More would not fit over a list. */
export const MOST_VIEWS = 12;

export async function preferencesIn(tx: Tx, actor: Actor): Promise<DeskPreferences> {
  const member = await tx.deskMember.findUnique({ where: { userId: actor.id ?? '' } });
  const views = await tx.deskView.findMany({
    where: { operatorId: actor.organisation ?? '' },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return {
    columns: queueColumns(member?.columns ?? []),
    views: views.map(({ id, name, query, ownerId, createdBy }) => ({
      ...{ id, name },
      filter: readQueueFilter(new URLSearchParams(query)),
      shared: ownerId === null,
      own: createdBy === actor.id,
      isDefault: id === member?.defaultView,
    })),
  };
}

/** One's own views and those that the desk shares, by name, with the columns of one's queue. */
export function deskPreferences(actor: Actor): Promise<DeskPreferences> {
  return withActor(actor, tx => preferencesIn(tx, actor));
}
