import type { Actor } from '#app/domain/case/states.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { continueAsSystem, withActor } from '#app/platform/db/client.server.ts';
import { loadCase } from '../complaints/case-store.server.ts';
import { type Comparison, checkAnswer, compareAnswer } from './check-answer.server.ts';

/** What is to be said of an answer before it goes. */
export interface AnswerPreview {
  readonly fields: FieldErrors;
  /** Null where too little could be read to compare it. */
  readonly comparison: Comparison | null;
}

/** Checks an answer and compares it with the operator's earlier ones, without giving it. @throws AppError not-found */
export function previewAnswer(input: {
  readonly actor: Actor;
  readonly caseId: string;
  readonly answer: unknown;
  readonly now: string;
}): Promise<AnswerPreview> {
  const { actor, caseId, answer, now } = input;
  return withActor(actor, async tx => {
    const visible = await tx.case.findUnique({ where: { id: caseId }, select: { id: true } });
    if (visible === null) throw new AppError('not-found');
    const waiting = await tx.evidence.findMany({ where: { heldFor: caseId }, select: { id: true } });
    await continueAsSystem(tx);
    const loaded = await loadCase(tx, caseId);
    const verdict = checkAnswer(loaded, answer, { now, held: waiting.map(({ id }) => id) });
    return {
      fields: verdict.ok ? {} : verdict.fields,
      comparison: verdict.answer === null ? null : await compareAnswer(tx, loaded, verdict.answer),
    };
  });
}
