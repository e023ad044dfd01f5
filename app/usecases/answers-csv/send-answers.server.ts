import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { submitAnswer } from '../casework/submit-answer.server.ts';
import { answerOnce, type KeyedRequest, wasAnswered } from '../operator-api/answer-once.server.ts';
import { findCase } from '../operator-api/find-case.server.ts';
import { previewAnswer } from '../responses/preview-answer.server.ts';
import { type DeskActor, findAnswerFile, noteResults, type Verdict } from './answer-file.server.ts';
import type { FiledAnswer } from './read-answers.ts';

interface Sending {
  readonly actor: DeskActor;
  /** ISO instant. */
  readonly now: string;
}

interface Prepared {
  readonly caseId: string;
  readonly version: number;
  readonly request: KeyedRequest;
}

/** A row is known by its case and everything that it says: the same file again answers nothing again. */
async function prepare({ actor, now }: Sending, filed: FiledAnswer): Promise<Prepared> {
  const found = await findCase(actor, filed.reference);
  const content = JSON.stringify([found.id, filed.version, filed.answer]);
  const key = `csv ${sha256(content)}`;
  const request = { actor, key, content, caseVersion: found.version, now };
  return { caseId: found.id, version: found.version, request };
}

/** The case as it was when it was exported: what has happened since may ask for another answer. */
function requireSameVersion(filed: FiledAnswer, { version }: Prepared): void {
  if (filed.version.trim() !== String(version)) throw new AppError('case-changed');
}

function verdictOn(
  { reference, lines }: FiledAnswer,
  outcome: Verdict['outcome'],
  error?: AppError,
): Verdict {
  const fields = Object.fromEntries(
    Object.entries(error?.fields ?? {}).map(([name, { code, params }]) => [
      name,
      { code, ...(params && { params: { ...params } }) },
    ]),
  );
  return { reference, lines: [...lines], outcome, code: error?.code ?? null, fields };
}

function refusedOr(filed: FiledAnswer) {
  return (error: unknown): Verdict => {
    if (!(error instanceof AppError)) throw error;
    return verdictOn(filed, 'refused', error);
  };
}

function fault(fields: FieldErrors, alike: boolean): AppError | null {
  if (Object.keys(fields).length > 0) return new AppError('answer-without-substance', { fields });
  return alike
    ? new AppError('answer-without-substance', { fields: { message: { code: 'repeated-text' } } })
    : null;
}

async function foresee(sending: Sending, filed: FiledAnswer): Promise<Verdict> {
  const prepared = await prepare(sending, filed);
  if (await wasAnswered(prepared.request)) return verdictOn(filed, 'sent-before');
  requireSameVersion(filed, prepared);
  const { actor, now } = sending;
  const { fields, comparison } = await previewAnswer({
    ...{ actor, now, caseId: prepared.caseId },
    answer: filed.answer,
  });
  const refused = fault(fields, comparison?.refused === true);
  return refused === null ? verdictOn(filed, 'ready') : verdictOn(filed, 'refused', refused);
}

async function send(sending: Sending, filed: FiledAnswer): Promise<Verdict> {
  const { actor, now } = sending;
  const prepared = await prepare(sending, filed);
  if (await wasAnswered(prepared.request)) return verdictOn(filed, 'sent-before');
  requireSameVersion(filed, prepared);
  const { caseId, version: expectedVersion } = prepared;
  const kind = await answerOnce(prepared.request, async () => {
    const submitted = await submitAnswer({ actor, caseId, now, expectedVersion, answer: filed.answer });
    return submitted.kind;
  });
  return verdictOn(filed, kind === 'waiting' ? 'waiting' : 'sent');
}

type Judge = (sending: Sending, filed: FiledAnswer) => Promise<Verdict>;

async function each(
  sending: Sending,
  answers: readonly FiledAnswer[],
  judge: Judge,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const filed of answers) verdicts.push(await judge(sending, filed).catch(refusedOr(filed)));
  return verdicts;
}

/** What a file is about to do, case by case, or what it did. */
export interface FilePreview {
  readonly fileName: string;
  readonly left: number;
  readonly sentAt: string | null;
  readonly verdicts: readonly Verdict[];
}

/** What would become of each case of a file; once it has been sent, what did. @throws AppError `not-found` */
export async function previewAnswers(sending: Sending, id: string): Promise<FilePreview> {
  const { fileName, left, sentAt, answers, results } = await findAnswerFile(sending.actor, id);
  const verdicts = sentAt === null ? await each(sending, answers, foresee) : results;
  return { fileName, left, sentAt, verdicts };
}

/** Sends the answers of a file, each like one from the form; what is refused holds nothing else up. */
export async function sendAnswers(sending: Sending, id: string): Promise<void> {
  const { answers, sentAt } = await findAnswerFile(sending.actor, id);
  if (sentAt !== null) return;
  const results = await each(sending, answers, send);
  await noteResults(sending.actor, id, { results, now: sending.now });
}
