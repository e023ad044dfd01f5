import { type Answer, readAnswer } from '#app/domain/case/answer.ts';
import { ALIKE_PERCENT, type Particular, particularsNamed } from '#app/domain/case/answer-likeness.ts';
import { checkSubstance } from '#app/domain/case/answer-substance.ts';
import { unreplacedIn } from '#app/domain/case/answer-template.ts';
import { issuesToAnswer } from '#app/domain/case/dispute.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { LoadedCase } from '../complaints/case-store.server.ts';
import { activeProfile } from '../profile.server.ts';
import { type AlikeAnswer, alikeAnswers } from './queries/alike-answers.server.ts';

/** Evidence of the case: what an answer may point to, whoever added it. */
function evidenceOf({ events }: LoadedCase): readonly string[] {
  return events.flatMap(event => {
    if (event.type === 'filed') return event.payload.evidence.map(({ evidenceId }) => evidenceId);
    return event.type === 'evidence-added' ? [event.payload.evidenceId] : [];
  });
}

/** When an answer is checked, and what waits with it. */
interface Standing {
  /** ISO instant. */
  readonly now: string;
  /** Files that wait with the answer and become the case's with it, by their ids. */
  readonly held?: readonly string[];
}

export type AnswerVerdict =
  | { readonly ok: true; readonly answer: Answer }
  | {
      readonly ok: false;
      readonly code: 'invalid-input' | 'answer-without-substance';
      readonly fields: FieldErrors;
      /** What could be read of it; null where that was not enough. */
      readonly answer: Answer | null;
    };

/**
 * Reads an answer against its case and checks that it says something, without looking at other answers: pure but for
 * the instance's profile, so that a thousand cases are checked at once. After a dispute only the disputed issues are
 * asked.
 * @param raw as a form or the API sends it; see `readAnswer`
 */
export function checkAnswer(loaded: LoadedCase, raw: unknown, { now, held = [] }: Standing): AnswerVerdict {
  const { issues, currency } = loaded.projection.filed;
  const read = readAnswer(raw, {
    issues: issuesToAnswer(loaded.events, issues),
    currency,
    evidenceIds: [...evidenceOf(loaded), ...held],
    timeZone: activeProfile().timeZone,
    now,
  });
  if (!read.ok) return { ok: false, code: 'invalid-input', fields: read.fields, answer: null };
  const { answer } = read;
  const verdict = checkSubstance(answer);
  const fields = { ...(verdict.ok ? {} : verdict.fields), ...unreplacedIn(answer) };
  return Object.keys(fields).length === 0
    ? { ok: true, answer }
    : { ok: false, code: 'answer-without-substance', fields, answer };
}

/** How an answer compares with what the operator wrote before. */
export interface Comparison {
  readonly alike: readonly AlikeAnswer[];
  /** What belongs to this case and stands nowhere in the words. */
  readonly toAdd: readonly Particular[];
  /** The same words as in another case, and nothing of this one in them. */
  readonly refused: boolean;
}

/** Compares an answer with the operator's earlier ones. Call it as the system. */
export async function compareAnswer(tx: Tx, loaded: LoadedCase, answer: Answer): Promise<Comparison> {
  const { filed, operatorId } = loaded.projection;
  const alike = await alikeAnswers(tx, { operatorId, caseId: loaded.id, answer });
  const { named, missing } = particularsNamed(answer, filed);
  const same = (alike[0]?.percent ?? 0) >= ALIKE_PERCENT.same;
  return { alike, toAdd: missing, refused: same && named.length === 0 };
}

/**
 * The answer, once it is found to say something of this case.
 * @throws AppError `invalid-input` with the fields that can't be read; `answer-without-substance` with those that say
 *   nothing, or what another customer was told already
 */
export async function acceptableAnswer(
  tx: Tx,
  loaded: LoadedCase,
  { answer: raw, ...standing }: Standing & { readonly answer: unknown },
): Promise<Answer> {
  const verdict = checkAnswer(loaded, raw, standing);
  if (!verdict.ok) throw new AppError(verdict.code, { fields: verdict.fields });
  const { alike, refused } = await compareAnswer(tx, loaded, verdict.answer);
  const [nearest] = alike;
  if (refused && nearest !== undefined) {
    const params = { percent: nearest.percent, reference: nearest.reference };
    throw new AppError('answer-without-substance', { fields: { message: { code: 'like-earlier', params } } });
  }
  return verdict.answer;
}
