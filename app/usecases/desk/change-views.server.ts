import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { QUEUE_COLUMNS } from '#app/domain/desk/columns.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { cleanLine } from '#app/domain/shared/text.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { queueQuery, readQueueFilter } from '../complaints/queue-filter.schema.ts';
import { knownId } from '../service/known-id.ts';
import { MOST_VIEWS } from './queries/desk-views.server.ts';

/** A liaison, who has an account. */
type Liaison = Actor & { readonly id: string };

const LONGEST_NAME = 60;

const View = z.object({
  name: z
    .string({ error: 'required' })
    .transform(value => {
      const cleaned = cleanLine(value);
      return cleaned.ok ? cleaned.text : '';
    })
    .pipe(z.string().min(1, 'required').max(LONGEST_NAME)),
  query: z.string().max(1000).default(''),
  shared: z.literal('on').optional(),
});

async function setPreference(
  tx: Tx,
  actor: Liaison,
  preference: { readonly defaultView?: string | null; readonly columns?: string[] },
): Promise<void> {
  const userId = actor.id;
  const create = { userId, operatorId: actor.organisation ?? '', ...preference };
  await tx.deskMember.upsert({ where: { userId }, create, update: preference });
}

/**
 * Keeps the filter that an address carries under a name, for oneself or for the whole desk.
 * @throws AppError `invalid-input` with the fields
 */
export async function saveView(
  { actor, now }: { readonly actor: Liaison; readonly now: string },
  given: unknown,
): Promise<{ readonly id: string; readonly query: string }> {
  const read = View.safeParse(given);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const { name, shared } = read.data;
  const query = queueQuery(readQueueFilter(new URLSearchParams(read.data.query))).toString();
  const operatorId = actor.organisation ?? '';
  const id = randomUUID();
  await withActor(actor, async tx => {
    const views = await tx.deskView.findMany({ where: { operatorId } });
    if (views.length >= MOST_VIEWS) {
      throw new AppError('invalid-input', {
        fields: { name: { code: 'too-many', params: { max: MOST_VIEWS } } },
      });
    }
    const ownerId = shared === 'on' ? null : actor.id;
    await tx.deskView.create({
      data: { id, operatorId, ownerId, name, query, createdBy: actor.id, createdAt: now },
    });
  });
  return { id, query };
}

/**
 * Removes a view: one's own, or one that the desk shares.
 * @throws AppError `not-found` for another's
 */
export async function deleteView(actor: Liaison, id: string): Promise<void> {
  await withActor(actor, async tx => {
    const { count } = await tx.deskView.deleteMany({ where: { id: knownId(id) } });
    if (count === 0) throw new AppError('not-found');
  });
}

/** The view with which one's queue opens; null for the whole queue. @throws AppError `not-found` */
export async function chooseDefaultView(actor: Liaison, id: string | null): Promise<void> {
  await withActor(actor, async tx => {
    const found = id === null || (await tx.deskView.count({ where: { id: knownId(id) } })) > 0;
    if (!found) throw new AppError('not-found');
    await setPreference(tx, actor, { defaultView: id });
  });
}

/** The columns of one's queue; names that are none are left out, and none at all means the usual ones. */
export async function chooseColumns(actor: Liaison, columns: readonly string[]): Promise<void> {
  const known = QUEUE_COLUMNS.filter(column => columns.includes(column));
  await withActor(actor, tx => setPreference(tx, actor, { columns: known }));
}
