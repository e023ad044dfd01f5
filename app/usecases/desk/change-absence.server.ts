import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { isPlainDate } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { deskPeople } from './queries/desk-people.server.ts';

const day = z.string().refine(isPlainDate, 'not-a-date');
const orNothing = z.preprocess(value => (value === '' ? undefined : value), z.string().optional());

const Absence = z.object({
  from: z.preprocess(value => (value === '' ? undefined : value), day.optional()),
  to: z.preprocess(value => (value === '' ? undefined : value), day.optional()),
  coverId: orNothing,
});

function refuse(field: string, code: string): never {
  throw new AppError('invalid-input', { fields: { [field]: { code } } });
}

/**
 * Notes from when to when one is away and who covers; without a first day the absence is over.
 * @throws AppError `invalid-input` with the fields
 */
export async function changeAbsence(actor: Actor & { readonly id: string }, given: unknown): Promise<void> {
  const read = Absence.safeParse(given);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const { from = null, to = null, coverId = null } = read.data;
  if (from === null && to !== null) refuse('from', 'required');
  if (from !== null && to !== null && to < from) refuse('to', 'before-start');
  const operatorId = actor.organisation ?? '';
  await withActor(actor, async tx => {
    const people = await deskPeople(tx, operatorId);
    const cover = people.find(({ id, suspended }) => id === coverId && !suspended);
    if (coverId !== null && (cover === undefined || coverId === actor.id)) refuse('coverId', 'not-an-option');
    const absence = {
      awayFrom: from === null ? null : new Date(from),
      awayTo: from === null || to === null ? null : new Date(to),
      coverId: from === null ? null : coverId,
    };
    await tx.deskMember.upsert({
      where: { userId: actor.id },
      create: { userId: actor.id, operatorId, ...absence },
      update: absence,
    });
  });
}
