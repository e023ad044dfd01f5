import { randomUUID } from 'node:crypto';
import { readMentions } from '#app/domain/case/mentions.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { continueAsSystem, database, type Tx, withActor } from '#app/platform/db/client.server.ts';
import { env } from '#app/platform/env.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { activeProfile } from '../profile.server.ts';
import { deskOf } from './desk-of.ts';

/** Somebody of the desk, as a mention finds and reaches them. */
interface Reached {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

async function colleaguesOf(operatorId: string): Promise<readonly Reached[]> {
  return database().user.findMany({
    where: { operatorId, role: 'liaison', suspendedAt: null },
    select: { id: true, name: true, email: true, language: true },
    orderBy: { name: 'asc' },
  });
}

/** The names by which the people of a desk can be mentioned. */
export async function colleagueNames(actor: Actor): Promise<readonly string[]> {
  const { operatorId, userId } = deskOf(actor);
  const colleagues = await colleaguesOf(operatorId);
  return colleagues.filter(({ id }) => id !== userId).map(({ name }) => name);
}

interface DeskNote {
  readonly actor: Actor;
  readonly caseId: string;
  /** Cleaned text. */
  readonly body: string;
  /** ISO instant. */
  readonly now: string;
}

/** Tells somebody that a note names them: which case, by whom, and nothing of what was written. */
async function mailMention(tx: Tx, reached: Reached, reference: string, by: string): Promise<void> {
  const { language, email } = reached;
  await queueNote(tx, {
    kind: 'answering.mention',
    channel: 'mail',
    to: email,
    language: isLanguage(language) ? language : activeProfile().defaultLanguage,
    values: { reference, by, link: `${env().PUBLIC_URL}/operator/cases/${reference}#notes` },
    dedupeKey: `mention/${randomUUID()}`,
  });
}

/**
 * Notes something of a case for the operator's own people, who alone read it, and tells those whom it names.
 * @throws AppError `not-found`; `invalid-input` where a mention names nobody or several
 */
export async function addDeskNote({ actor, caseId, body, now }: DeskNote): Promise<void> {
  const { userId, userName, operatorId } = deskOf(actor);
  const colleagues = await colleaguesOf(operatorId);
  const read = readMentions(body, colleagues);
  if (!read.ok) {
    const fault = { code: 'unknown-colleague', params: { name: read.name } };
    throw new AppError('invalid-input', { fields: { body: fault } });
  }
  const mentioned = colleagues.filter(({ id }) => id !== userId && read.userIds.includes(id));
  await withActor(actor, async tx => {
    const found = await tx.case.findUnique({ where: { id: caseId }, select: { reference: true } });
    if (found === null) throw new AppError('not-found');
    const noteId = randomUUID();
    const at = new Date(now);
    await tx.deskNote.create({
      data: { id: noteId, caseId, operatorId, authorId: userId, authorName: userName, body, at },
    });
    const mentions = mentioned.map(({ id }) => ({ noteId, userId: id, caseId, operatorId, at }));
    if (mentions.length > 0) await tx.deskMention.createMany({ data: mentions });
    await continueAsSystem(tx);
    for (const reached of mentioned) await mailMention(tx, reached, found.reference, userName);
  });
}

/** Begins or ends following a case. @throws AppError `not-found` */
export async function followCase(actor: Actor, caseId: string, now: string): Promise<void> {
  const { userId, operatorId } = deskOf(actor);
  await withActor(actor, async tx => {
    const found = await tx.case.findUnique({ where: { id: caseId }, select: { id: true } });
    if (found === null) throw new AppError('not-found');
    const row = { caseId, userId, operatorId, since: new Date(now) };
    await tx.caseWatch.createMany({ data: [row], skipDuplicates: true });
  });
}

export async function unfollowCase(actor: Actor, caseId: string): Promise<void> {
  const { userId } = deskOf(actor);
  await withActor(actor, tx => tx.caseWatch.deleteMany({ where: { caseId, userId } }));
}
