import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { otherWriters, type Writer } from '../answer-presence.server.ts';
import { needsSecondReader } from '../answering-settings.server.ts';
import { deskOf } from '../desk-of.ts';

export interface ShownNote {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  /** ISO instant. */
  readonly at: string;
}

/** An answer that was submitted to the second reader. */
export interface ShownProposal {
  readonly id: string;
  readonly state: 'waiting' | 'returned';
  readonly author: string;
  readonly mine: boolean;
  readonly submittedAt: string;
  /** Who gave it back; null where nobody did, or the author took it back. */
  readonly reader: string | null;
  readonly remark: string | null;
  /** As it was sent, for the form. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Another case of the same customer with the same operator. */
export interface EarlierCase {
  readonly reference: string;
  readonly state: string;
  readonly category: string;
  readonly filedAt: string;
  readonly operatorOutcome: string | null;
  readonly complainantOutcome: string | null;
  readonly regulatorOutcome: string | null;
}

/** What the desk keeps beside a case, for its own people. */
export interface DeskPapers {
  readonly notes: readonly ShownNote[];
  readonly writers: readonly Writer[];
  readonly proposal: ShownProposal | null;
  readonly secondReader: boolean;
  readonly followed: boolean;
  readonly followers: number;
  readonly history: readonly EarlierCase[];
}

const ANSWER = z.record(z.string(), z.unknown());

async function lastProposal(tx: Tx, caseId: string, userId: string): Promise<ShownProposal | null> {
  const row = await tx.answerProposal.findFirst({ where: { caseId }, orderBy: { submittedAt: 'desc' } });
  if (row === null || row.state === 'sent' || row.state === 'lapsed') return null;
  if (row.state === 'returned' && row.authorId !== userId) return null;
  return {
    id: row.id,
    state: row.state === 'waiting' ? 'waiting' : 'returned',
    author: row.authorName,
    mine: row.authorId === userId,
    submittedAt: row.submittedAt.toISOString(),
    reader: row.readerName,
    remark: row.remark,
    answer: ANSWER.parse(row.fields),
  };
}

const MOST_EARLIER_CASES = 20;

/** By the digest of the address, and by the line: the same household under another address is the same customer. */
async function historyOf(tx: Tx, caseId: string): Promise<readonly EarlierCase[]> {
  const found = await tx.case.findUnique({
    where: { id: caseId },
    select: { complainantKey: true, operatorId: true, identity: { select: { lineNumber: true } } },
  });
  if (found === null) return [];
  const { complainantKey, operatorId, identity } = found;
  const of = (same: Prisma.CaseWhereInput) =>
    tx.case.findMany({
      where: { operatorId, id: { not: caseId }, ...same },
      orderBy: { filedAt: 'desc' },
      take: MOST_EARLIER_CASES,
    });
  const byKey = complainantKey === null ? [] : await of({ complainantKey });
  const lineNumber = identity?.lineNumber ?? null;
  const byLine = lineNumber === null ? [] : await of({ identity: { lineNumber } });
  const rows = [...new Map([...byKey, ...byLine].map(row => [row.id, row])).values()];
  const latestFirst = rows.sort((a, b) => b.filedAt.getTime() - a.filedAt.getTime());
  return latestFirst.slice(0, MOST_EARLIER_CASES).map(row => ({
    reference: row.reference,
    state: row.state,
    category: row.category,
    filedAt: row.filedAt.toISOString(),
    operatorOutcome: row.operatorOutcome,
    complainantOutcome: row.complainantOutcome,
    regulatorOutcome: row.regulatorOutcome,
  }));
}

/** What the desk keeps beside a case; its mentions of the reader count as read from now on. */
export async function readDeskPapers(actor: Actor, caseId: string, now: string): Promise<DeskPapers> {
  const { userId, operatorId } = deskOf(actor);
  return withActor(actor, async tx => {
    const notes = await tx.deskNote.findMany({ where: { caseId }, orderBy: { at: 'asc' } });
    const watchers = await tx.caseWatch.findMany({ where: { caseId }, select: { userId: true } });
    await tx.deskMention.updateMany({
      where: { caseId, userId, readAt: null },
      data: { readAt: new Date(now) },
    });
    return {
      notes: notes.map(({ id, authorName, body, at }) => ({
        ...{ id, body },
        author: authorName,
        at: at.toISOString(),
      })),
      writers: await otherWriters(tx, { caseId, userId, now }),
      proposal: await lastProposal(tx, caseId, userId),
      secondReader: await needsSecondReader(tx, operatorId),
      followed: watchers.some(watcher => watcher.userId === userId),
      followers: watchers.length,
      history: await historyOf(tx, caseId),
    };
  });
}
