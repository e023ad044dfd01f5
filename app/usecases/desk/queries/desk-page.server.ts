import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import {
  type QueueQuestion,
  type QueueRows,
  queueRows,
} from '../../complaints/queries/operator-queue.server.ts';
import type { QueueCounters } from '../../complaints/queries/queue-counters.server.ts';
import { type DeskColleague, deskPeople } from './desk-people.server.ts';
import { type DeskPreferences, type DeskViewShown, preferencesIn } from './desk-views.server.ts';
import { knownCounters } from './known-counters.server.ts';

/** A view with how many cases it shows; null where that is not counted. */
export type CountedView = DeskViewShown & { readonly count: number | null };

/** Everything that the queue's page shows. */
export interface DeskPage extends QueueRows, Pick<DeskPreferences, 'columns'> {
  readonly counters: QueueCounters;
  readonly views: readonly CountedView[];
  /** Those who can be given a case. */
  readonly people: readonly Pick<DeskColleague, 'id' | 'name'>[];
}

async function colleagues(tx: Tx, operatorId: string): Promise<DeskPage['people']> {
  const people = await deskPeople(tx, operatorId);
  return people.filter(({ suspended }) => !suspended).map(({ id, name }) => ({ id, name }));
}

/** A page of the queue with its counters, one's views and columns, and the people of the desk. */
export function deskPage(question: QueueQuestion): Promise<DeskPage> {
  const { actor } = question;
  return withActor(actor, async tx => {
    const { views, columns } = await preferencesIn(tx, actor);
    const rows = await queueRows(tx, question);
    const filters = views.map(({ filter }) => filter);
    const counters = await knownCounters(tx, question, filters);
    return {
      ...rows,
      columns,
      counters,
      views: views.map((view, index) => ({ ...view, count: counters.filtered[index] ?? null })),
      people: await colleagues(tx, actor.organisation ?? ''),
    };
  });
}
