import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { type DeskColleague, deskPeople } from './queries/desk-people.server.ts';

/** How one works at the desk, and with whom. */
export interface OwnDesk {
  readonly own: DeskColleague | null;
  /** Those who could cover. */
  readonly others: readonly DeskColleague[];
}

export function readOwnDesk(actor: Actor): Promise<OwnDesk> {
  return withActor(actor, async tx => {
    const people = await deskPeople(tx, actor.organisation ?? '');
    return {
      own: people.find(({ id }) => id === actor.id) ?? null,
      others: people.filter(({ id, suspended }) => id !== actor.id && !suspended),
    };
  });
}

/** Whether one wants the daily mail. */
export async function chooseDigest(actor: Actor & { readonly id: string }, digest: boolean): Promise<void> {
  const create = { userId: actor.id, operatorId: actor.organisation ?? '', digest };
  await withActor(actor, tx =>
    tx.deskMember.upsert({ where: { userId: actor.id }, create, update: { digest } }),
  );
}
