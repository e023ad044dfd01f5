import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { deskConditions } from '../../complaints/queries/queue-conditions.server.ts';
import { type QueueFilter, sortOf } from '../../complaints/queue-filter.schema.ts';
import { type ChosenCase, MOST_AT_ONCE } from '../bulk-cases.server.ts';

/**
 * The first cases of a list, for a command to all of it. A text to look for is no part of it: what a search finds is
 * chosen row by row.
 * @param now ISO instant
 */
export function casesOfList(actor: Actor, filter: QueueFilter, now: string): Promise<readonly ChosenCase[]> {
  if (filter.text !== undefined) return Promise.resolve([]);
  return withActor(actor, tx =>
    sortOf(filter) === 'due'
      ? tx.$queryRaw<ChosenCase[]>`
          SELECT c.id, c.version FROM desk_case d JOIN "case" c ON c.id = d.case_id
          WHERE ${deskConditions(filter, { actor, now })} ORDER BY d.due_at, d.case_id LIMIT ${MOST_AT_ONCE}`
      : tx.$queryRaw<ChosenCase[]>`
          SELECT c.id, c.version FROM desk_case d JOIN "case" c ON c.id = d.case_id
          WHERE ${deskConditions(filter, { actor, now })} ORDER BY d.filed_at DESC, d.case_id DESC LIMIT ${MOST_AT_ONCE}`,
  );
}
