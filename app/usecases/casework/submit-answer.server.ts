import { randomUUID } from 'node:crypto';
import type { DeskRole } from '#app/domain/access/desk-roles.ts';
import { isPermitted } from '#app/domain/case/lifecycle.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { continueAsSystem, type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { type LoadedCase, loadCase } from '../complaints/case-store.server.ts';
import { executeIn } from '../complaints/execute-command.server.ts';
import { type AnswerInput, answerRecord } from '../responses/answer-case.server.ts';
import { acceptableAnswer } from '../responses/check-answer.server.ts';
import { dropDrafts } from './answer-drafts.server.ts';
import { needsSecondReader } from './answering-settings.server.ts';
import { deskOf } from './desk-of.ts';
import { discardHeld, heldIds, namedIn, releaseHeld } from './held-files.server.ts';

/**
 * What became of an answer, and the case after it: it went to the complainant, or it waits for the operator's second
 * reader, and the case stands as before.
 */
export type Submitted =
  | { readonly kind: 'sent'; readonly after: LoadedCase }
  | { readonly kind: 'waiting'; readonly after: LoadedCase };

/** Checks what waits for a second reader as strictly as what goes out: nobody reads what would be refused anyway. */
async function propose(tx: Tx, input: AnswerInput): Promise<Submitted> {
  const { actor, caseId, now, expectedVersion } = input;
  const { userId, userName, operatorId } = deskOf(actor);
  const visible = await tx.case.findUnique({ where: { id: caseId }, select: { id: true } });
  if (visible === null) throw new AppError('not-found');
  await continueAsSystem(tx);
  const loaded = await loadCase(tx, caseId);
  if (expectedVersion !== undefined && expectedVersion !== loaded.projection.lastSeq) {
    throw new AppError('case-changed');
  }
  if (!isPermitted('answer', actor.role, loaded.projection)) throw new AppError('command-not-permitted');
  const holders = { actor, caseId, authorIds: [userId], now };
  const answer = await acceptableAnswer(tx, loaded, { ...input, held: await heldIds(tx, holders) });
  const made = await tx.$executeRaw`
    INSERT INTO answer_proposal (id, case_id, operator_id, author_id, author_name, fields, state, submitted_at)
    VALUES (${randomUUID()}::uuid, ${caseId}::uuid, ${operatorId}, ${userId}, ${userName},
      ${JSON.stringify(input.answer)}::jsonb, 'waiting', ${now}::timestamptz)
    ON CONFLICT (case_id) WHERE state = 'waiting' DO NOTHING`;
  if (made === 0) throw new AppError('answer-waiting');
  await discardHeld(tx, holders, namedIn(answer));
  await dropDrafts(tx, caseId, [userId]);
  return { kind: 'waiting', after: loaded };
}

/** Sends an answer; the files that its authors hold for it become part of the case with it. */
async function send(tx: Tx, input: AnswerInput, authorIds: readonly string[]): Promise<LoadedCase> {
  const after = await executeIn(tx, { ...input, command: 'answer' }, async loaded => {
    const { actor, caseId, now } = input;
    const holders = { actor, caseId, authorIds, now };
    const answer = await acceptableAnswer(tx, loaded, { ...input, held: await heldIds(tx, holders) });
    const sealed = await releaseHeld(tx, answer, holders);
    const { events, rows } = answerRecord(loaded, answer, input);
    return { events: [...sealed, ...events], rows };
  });
  await dropDrafts(tx, input.caseId, authorIds);
  return after;
}

/**
 * Gives an answer the way the operator has chosen: at once, or through its second reader. The page and the API both
 * come here. The clock runs on while an answer waits.
 * @throws AppError what `answerCase` refuses; `answer-waiting` where another answer to the case waits already
 */
export function submitAnswer(input: AnswerInput): Promise<Submitted> {
  const { userId, operatorId } = deskOf(input.actor);
  return withActor(input.actor, async tx => {
    if (await needsSecondReader(tx, operatorId)) return propose(tx, input);
    return { kind: 'sent', after: await send(tx, input, [userId]) };
  });
}

interface Reading extends Omit<AnswerInput, 'writtenBy' | 'command'> {
  readonly deskRole: DeskRole | null;
  /** The answer that the reader had before them. */
  readonly proposalId: string;
}

/**
 * The waiting answer, for who may read it in the second place, who is alone with it until the end of the transaction.
 * @throws AppError `case-changed` where it is not the one that the reader had before them
 */
async function waitingFor(tx: Tx, reading: Pick<Reading, 'actor' | 'caseId' | 'deskRole' | 'proposalId'>) {
  const { actor, caseId, deskRole, proposalId } = reading;
  const { userId } = deskOf(actor);
  if (deskRole === null || deskRole === 'agent') throw new AppError('forbidden');
  await tx.$executeRaw`
    SELECT 1 FROM answer_proposal WHERE case_id = ${caseId}::uuid AND state = 'waiting' FOR UPDATE`;
  const proposal = await tx.answerProposal.findFirst({ where: { caseId, state: 'waiting' } });
  if (proposal === null || proposal.id !== proposalId) throw new AppError('case-changed');
  if (proposal.authorId === userId) throw new AppError('own-answer');
  return proposal;
}

/**
 * The second reader sends the answer that waits, as it is or as corrected.
 * @throws AppError `forbidden` for who may not, `own-answer` for who wrote it, `case-changed` where another one waits
 *   by now or none, what `answerCase` refuses
 */
export function approveAnswer(input: Reading): Promise<LoadedCase> {
  const { actor, now } = input;
  return withActor(actor, async tx => {
    const { id, authorId, authorName } = await waitingFor(tx, input);
    const { userId: readerId, userName: readerName } = deskOf(actor);
    const after = await send(tx, { ...input, writtenBy: authorName }, [authorId, readerId]);
    const read = { state: 'sent', readerId, readerName, readAt: new Date(now) };
    await tx.answerProposal.update({ where: { id }, data: read });
    return after;
  });
}

interface Returning extends Omit<Reading, 'answer' | 'expectedVersion'> {
  /** What is to be changed; cleaned text. */
  readonly remark: string;
}

/**
 * The second reader gives the answer back to its author, with a remark that only they read. The author's files stay with
 * it; what the reader had added goes.
 * @throws AppError `forbidden`, `own-answer`, `case-changed` where another one waits by now or none
 */
export async function returnAnswer(input: Returning): Promise<void> {
  const { actor, caseId, now, remark } = input;
  await withActor(actor, async tx => {
    const { id } = await waitingFor(tx, input);
    const { userId: readerId, userName: readerName } = deskOf(actor);
    const data: Prisma.AnswerProposalUpdateInput = { state: 'returned', readerId, readerName, remark };
    await tx.answerProposal.update({ where: { id }, data: { ...data, readAt: new Date(now) } });
    await tx.answerPresence.deleteMany({ where: { caseId, authorId: readerId } });
    await continueAsSystem(tx);
    await discardHeld(tx, { actor, caseId, authorIds: [readerId], now });
  });
}

/** The author takes back what still waits, to write on. */
export async function takeBackAnswer({ actor, caseId }: Pick<Returning, 'actor' | 'caseId'>): Promise<void> {
  const { userId } = deskOf(actor);
  const data = { state: 'returned' };
  await withActor(actor, tx =>
    tx.answerProposal.updateMany({ where: { caseId, authorId: userId, state: 'waiting' }, data }),
  );
}
