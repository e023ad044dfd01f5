import { z } from 'zod';
import type { Answer } from '#app/domain/case/answer.ts';
import {
  ALIKE_PERCENT,
  bandsOf,
  likeness,
  occasionOf,
  phrasesOf,
  wordsOf,
} from '#app/domain/case/answer-likeness.ts';
import type { Tx } from '#app/platform/db/client.server.ts';

/** An earlier answer of the same operator, and how much of its words the new one repeats. */
export interface AlikeAnswer {
  readonly reference: string;
  /** ISO instant. */
  readonly at: string;
  readonly percent: number;
  readonly message: string;
}

interface Asking {
  readonly operatorId: string;
  /** Whose own answers are not compared with. */
  readonly caseId: string;
  readonly answer: Answer;
}

const ROWS = z.array(
  z.object({
    reference: z.string(),
    at: z.date(),
    message: z.string(),
    items: z.array(
      z.object({
        cause: z
          .string()
          .nullish()
          .transform(text => text ?? null),
        action: z
          .string()
          .nullish()
          .transform(text => text ?? null),
      }),
    ),
  }),
);

/** Latest answers looked at in a band, and of those how many of another occasion; answers compared word by word. */
const BOUNDS = { looked: 200, taken: 20, compared: 8 };

/**
 * The operator's own earlier answers that say much the same, the most alike first. Whatever the number of answers, at
 * most two hundred entries of each of twelve bands are read by their key. Call it as the system, with the operator
 * whose answer it is.
 */
export async function alikeAnswers(
  tx: Tx,
  { operatorId, caseId, answer }: Asking,
): Promise<readonly AlikeAnswer[]> {
  const phrases = phrasesOf(wordsOf(answer));
  const occasion = occasionOf(answer);
  const rows = ROWS.parse(
    await tx.$queryRaw`
      SELECT c.reference, r.at, r.message, r.items
      FROM (
        SELECT taken.response_id, count(*) AS shared
        FROM unnest(${[...bandsOf(phrases)]}::int[]) AS wanted(band)
        CROSS JOIN LATERAL (
          SELECT looked.response_id FROM (
            SELECT b.response_id, b.occasion FROM answer_band b
            WHERE b.operator_id = ${operatorId} AND b.band = wanted.band
            ORDER BY b.at DESC LIMIT ${BOUNDS.looked}
          ) looked
          WHERE looked.occasion IS NULL OR looked.occasion IS DISTINCT FROM ${occasion}
          LIMIT ${BOUNDS.taken}
        ) taken
        GROUP BY taken.response_id ORDER BY shared DESC LIMIT ${BOUNDS.compared * 2}
      ) found
      JOIN response r ON r.id = found.response_id
      JOIN "case" c ON c.id = r.case_id AND c.operator_id = ${operatorId} AND c.id <> ${caseId}::uuid
      ORDER BY found.shared DESC, r.at DESC LIMIT ${BOUNDS.compared}`,
  );
  return rows
    .map(({ reference, at, message, items }) => ({
      ...{ reference, message, at: at.toISOString() },
      percent: likeness(phrases, phrasesOf(wordsOf({ message, items }))),
    }))
    .filter(({ percent }) => percent >= ALIKE_PERCENT.shown)
    .sort((a, b) => b.percent - a.percent);
}

/** The rows by which later answers find this one. */
export function bandRows(answer: Answer, of: { operatorId: string; responseId: string; at: string }) {
  const occasion = occasionOf(answer);
  return [...new Set(bandsOf(phrasesOf(wordsOf(answer))))].map(band => ({
    operator_id: of.operatorId,
    band,
    at: of.at,
    response_id: of.responseId,
    occasion,
  }));
}
