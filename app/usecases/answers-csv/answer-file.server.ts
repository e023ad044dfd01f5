import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { openSealedText, sealText } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { type FiledAnswer, readAnswers } from './read-answers.ts';

export type DeskActor = Actor & { readonly id: string; readonly organisation: string };

const Rows = z.object({
  left: z.number(),
  answers: z.array(
    z.object({
      reference: z.string(),
      version: z.string(),
      lines: z.array(z.number()),
      answer: z.object({ items: z.array(z.record(z.string(), z.unknown())), message: z.string() }),
    }),
  ),
});

const FieldReasons = z.record(
  z.string(),
  z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
);

/** What became of the answer to one case, or would. */
const Verdict = z.object({
  reference: z.string(),
  lines: z.array(z.number()),
  outcome: z.enum(['ready', 'sent', 'waiting', 'sent-before', 'refused']),
  /** Why it is refused as a whole. */
  code: z.string().nullable(),
  /** Why fields are refused, as `readAnswer` names them. */
  fields: FieldReasons,
});
export type Verdict = Readonly<z.output<typeof Verdict>>;

/** A file between its preview and its end. */
export interface AnswerFile {
  readonly id: string;
  readonly fileName: string;
  readonly answers: readonly FiledAnswer[];
  readonly left: number;
  readonly sentAt: string | null;
  readonly results: readonly Verdict[];
}

interface Upload {
  readonly actor: DeskActor;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** ISO instant. */
  readonly now: string;
}

/** Keeps what a file says for its preview. @returns its id. @throws AppError `invalid-input` as `readAnswers` */
export async function keepAnswerFile({ actor, fileName, bytes, now }: Upload): Promise<string> {
  const rows = sealText(JSON.stringify(readAnswers(bytes)));
  const id = randomUUID();
  const { id: userId, organisation: operatorId } = actor;
  const data = { id, operatorId, userId, fileName: fileName.slice(0, 200), rows, uploadedAt: now };
  await withActor(actor, tx => tx.answerCsv.create({ data }));
  return id;
}

/** The file with that id, if it is the desk's. @throws AppError `not-found` */
export async function findAnswerFile(actor: DeskActor, id: string): Promise<AnswerFile> {
  if (!z.uuid().safeParse(id).success) throw new AppError('not-found');
  const row = await withActor(actor, tx => tx.answerCsv.findUnique({ where: { id } }));
  if (row === null) throw new AppError('not-found');
  const { answers, left } = Rows.parse(JSON.parse(openSealedText(row.rows)));
  return {
    ...{ id, answers, left, fileName: row.fileName },
    sentAt: row.sentAt?.toISOString() ?? null,
    results: z.array(Verdict).parse(row.results ?? []),
  };
}

/** Notes what became of each case of the file. */
export async function noteResults(
  actor: DeskActor,
  id: string,
  { results, now }: { readonly results: readonly Verdict[]; readonly now: string },
): Promise<void> {
  const data = { results: results.map(result => ({ ...result })), sentAt: now };
  await withActor(actor, tx => tx.answerCsv.update({ where: { id }, data }));
}
