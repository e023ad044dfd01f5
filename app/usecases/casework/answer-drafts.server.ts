import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { deskOf } from './desk-of.ts';

/** A form's fields by name; a list for repeated names. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

export interface AnswerDraft {
  readonly fields: DraftFields;
  readonly revision: number;
  /** ISO instant. */
  readonly savedAt: string;
}

const FIELDS = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** What the person has begun to answer on a case; null where nothing. */
export async function findOwnDraft(actor: Actor, caseId: string): Promise<AnswerDraft | null> {
  const { userId: authorId } = deskOf(actor);
  const where = { caseId_authorId: { caseId, authorId } };
  const row = await withActor(actor, tx => tx.answerDraft.findUnique({ where }));
  if (row === null) return null;
  return { fields: FIELDS.parse(row.fields), revision: row.revision, savedAt: row.savedAt.toISOString() };
}

interface DraftSaving {
  readonly actor: Actor;
  readonly caseId: string;
  readonly fields: DraftFields;
  /** The revision from which the page was written on; 0 where it knew of no draft. */
  readonly revision: number;
  /** ISO instant. */
  readonly now: string;
}

/**
 * Keeps what the person has written so far, for this person alone. Of two windows of one person the one that knows
 * the other's words not is refused: nothing typed is overwritten.
 * @returns the new revision
 * @throws AppError `case-changed` where another window has saved since
 */
export async function saveDraft(saving: DraftSaving): Promise<number> {
  const { actor, caseId, fields, revision, now } = saving;
  const { userId, operatorId } = deskOf(actor);
  return withActor(actor, async tx => {
    const saved = await tx.$queryRaw<{ revision: number }[]>`
      INSERT INTO answer_draft AS d (case_id, author_id, operator_id, fields, revision, saved_at)
      SELECT ${caseId}::uuid, ${userId}, ${operatorId}, ${JSON.stringify(fields)}::jsonb, 1, ${now}::timestamptz
      WHERE EXISTS (SELECT 1 FROM "case" c WHERE c.id = ${caseId}::uuid)
      ON CONFLICT (case_id, author_id) DO UPDATE
        SET fields = EXCLUDED.fields, revision = d.revision + 1, saved_at = EXCLUDED.saved_at
        WHERE d.revision = ${revision}
      RETURNING d.revision`;
    const [row] = saved;
    if (row === undefined) throw new AppError('case-changed');
    return row.revision;
  });
}

/** Forgets the drafts of those who have no more use for them. Call it as the system. */
export async function dropDrafts(tx: Tx, caseId: string, authorIds: readonly string[]): Promise<void> {
  await tx.answerDraft.deleteMany({ where: { caseId, authorId: { in: [...authorIds] } } });
  await tx.answerPresence.deleteMany({ where: { caseId, authorId: { in: [...authorIds] } } });
}
