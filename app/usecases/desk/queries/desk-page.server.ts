import { continueAsSystem, type Tx, withActor } from '#app/platform/db/client.server.ts';
import {
  type QueueQuestion,
  type QueueRows,
  queueRows,
} from '../../complaints/queries/operator-queue.server.ts';
import type { QueueCounters } from '../../complaints/queries/queue-counters.server.ts';
import { type QueueFilter, queueAddress } from '../../complaints/queue-filter.schema.ts';
import { countUnserved } from '../../service/queries/unserved-cases.server.ts';
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
  /** How many cases no channel has brought to the desk yet. */
  readonly unserved: number;
}

/** A person's own view, with which the queue opens instead of the whole queue. */
export interface OpensElsewhere {
  readonly opens: QueueFilter;
}

async function colleagues(tx: Tx, operatorId: string): Promise<DeskPage['people']> {
  const people = await deskPeople(tx, operatorId);
  return people.filter(({ suspended }) => !suspended).map(({ id, name }) => ({ id, name }));
}

function ownView(views: readonly DeskViewShown[]): OpensElsewhere | null {
  const own = views.find(({ isDefault }) => isDefault);
  return own === undefined || queueAddress(own.filter) === queueAddress({}) ? null : { opens: own.filter };
}

/**
 * A page of the queue with its counters, one's views and columns, and the people of the desk, read in one transaction.
 * @param opening the address asks for nothing in particular: one's own view, where there is one, comes before the page
 */
export function deskPage(question: QueueQuestion, opening: boolean): Promise<DeskPage | OpensElsewhere> {
  const { actor } = question;
  return withActor(actor, async tx => {
    const { views, columns } = await preferencesIn(tx, actor);
    const elsewhere = opening ? ownView(views) : null;
    if (elsewhere !== null) return elsewhere;
    const rows = await queueRows(tx, question);
    const filters = views.map(({ filter }) => filter);
    const counters = await knownCounters(tx, question, filters);
    const people = await colleagues(tx, actor.organisation ?? '');
    await continueAsSystem(tx);
    return {
      ...rows,
      columns,
      counters,
      people,
      views: views.map((view, index) => ({ ...view, count: counters.filtered[index] ?? null })),
      unserved: await countUnserved(tx, actor),
    };
  });
}
