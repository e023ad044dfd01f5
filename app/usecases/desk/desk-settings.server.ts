import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { ASSIGNMENT_MODES, type AssignmentMode, assignmentModeOf } from '#app/domain/desk/assignment.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../profile.server.ts';
import { type DeskColleague, deskPeople } from './queries/desk-people.server.ts';

/** How a desk's cases are assigned. */
export interface DeskSettings {
  readonly mode: AssignmentMode;
  /** The person's id by category. */
  readonly categories: Readonly<Record<string, string>>;
  readonly people: readonly DeskColleague[];
}

export function readDeskSettings(actor: Actor): Promise<DeskSettings> {
  const operatorId = actor.organisation ?? '';
  return withActor(actor, async tx => {
    const setting = await tx.deskSetting.findUnique({ where: { operatorId } });
    const owners = await tx.deskCategory.findMany({ where: { operatorId } });
    return {
      mode: assignmentModeOf(setting?.assignment),
      categories: Object.fromEntries(owners.map(({ category, userId }) => [category, userId])),
      people: await deskPeople(tx, operatorId),
    };
  });
}

const Settings = z.object({
  mode: z.enum(ASSIGNMENT_MODES, 'not-an-option'),
  /** Those who take part in turns. */
  takes: z.array(z.string()).default([]),
  /** A person's id by category; empty for nobody. */
  categories: z.record(z.string(), z.string()).default({}),
});

/**
 * Changes how a desk's cases are assigned; cases that somebody has already stay where they are.
 * @throws AppError `invalid-input` with the fields
 */
export async function changeDeskSettings(
  { actor, now }: { readonly actor: Actor; readonly now: string },
  given: unknown,
): Promise<void> {
  const read = Settings.safeParse(given);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const { mode, takes, categories } = read.data;
  const operatorId = actor.organisation ?? '';
  await withActor(actor, async tx => {
    const people = await deskPeople(tx, operatorId);
    const known = new Set(people.map(({ id }) => id));
    const change = { assignment: mode, changedBy: actor.id ?? '', changedAt: now };
    await tx.deskSetting.upsert({ where: { operatorId }, create: { operatorId, ...change }, update: change });
    for (const { id: userId } of people) {
      const takesCases = takes.includes(userId);
      await tx.deskMember.upsert({
        where: { userId },
        create: { userId, operatorId, takesCases },
        update: { takesCases },
      });
    }
    await tx.deskCategory.deleteMany({ where: { operatorId } });
    const data = activeProfile().categories.flatMap(category => {
      const userId = categories[category];
      return userId !== undefined && known.has(userId) ? [{ operatorId, category, userId }] : [];
    });
    await tx.deskCategory.createMany({ data });
  });
}
