import { z } from 'zod';
import { type Actor, isCaseState, isTerminal } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { isUniqueViolation } from '#app/platform/db/unique-violation.server.ts';
import { optional, paragraphs } from './complaint.schema.ts';
import { personMessage } from './person-message.server.ts';

type Complainant = Actor & { readonly caseId: string };

/** What is rated, from 1 to 5. */
export const RATED = ['ease', 'information', 'operator'] as const;

/** The marks from worst to best. */
export const MARKS = ['1', '2', '3', '4', '5'] as const;

const COMMENT_LENGTH = 2000;

const mark = z
  .enum(MARKS, {
    error: ({ input }) => (input === undefined || input === '' ? 'required' : 'not-an-option'),
  })
  .transform(Number);

const rating = z.object({
  ease: mark,
  information: mark,
  operator: mark,
  comment: optional(paragraphs(COMMENT_LENGTH)),
});

/** Whether the complainant has rated the procedure. */
export async function hasRated(actor: Complainant): Promise<boolean> {
  const where = { caseId: actor.caseId };
  return (await withActor(actor, tx => tx.experienceRating.findUnique({ where }))) !== null;
}

/**
 * The complainant says once, after the case is over, how the procedure was. Marks are summed up; words are for the
 * regulator alone.
 * @param now ISO instant
 * @throws AppError invalid-input, command-not-permitted before the end and the second time
 */
export async function rateExperience(
  actor: Complainant,
  raw: Readonly<Record<string, unknown>>,
  now: string,
): Promise<void> {
  const read = rating.safeParse(raw);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const { comment, ...marks } = read.data;
  const { caseId } = actor;
  await withActor(actor, async tx => {
    const found = await tx.case.findUnique({ where: { id: caseId }, select: { state: true } });
    if (found === null) throw new AppError('not-found');
    if (!isCaseState(found.state) || !isTerminal(found.state)) throw new AppError('command-not-permitted');
    await tx.experienceRating.createMany({ data: [{ caseId, ...marks, ratedAt: now }] });
    if (comment === undefined) return;
    const { row } = personMessage({
      ...{ caseId, actor, now },
      kind: 'rating',
      audience: 'regulator',
      body: comment,
    });
    const { id, kind, audience, body } = row;
    const author = { authorRole: row.author_role, authorName: row.author_name };
    await tx.caseMessage.createMany({ data: [{ id, caseId, kind, audience, body, at: now, ...author }] });
  }).catch((cause: unknown) => {
    throw isUniqueViolation(cause, 'experience_rating_pkey')
      ? new AppError('command-not-permitted', { cause })
      : cause;
  });
}
