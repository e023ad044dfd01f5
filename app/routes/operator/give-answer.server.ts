import { data, redirect } from 'react-router';
import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { AppError, type ErrorCode, type FieldErrors } from '#app/domain/shared/errors.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { cleanText } from '#app/domain/shared/text.ts';
import { translator } from '#app/i18n/i18n.ts';
import {
  type FormValue,
  type FormValues,
  flatValues,
  formValues,
} from '#app/platform/http/form-values.server.ts';
import { type Refused, toErrorPage } from '#app/platform/http/refusal.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { saveDraft } from '#app/usecases/casework/answer-drafts.server.ts';
import { holdFiles } from '#app/usecases/casework/held-files.server.ts';
import { insertTemplate } from '#app/usecases/casework/insert-template.server.ts';
import {
  approveAnswer,
  returnAnswer,
  submitAnswer,
  takeBackAnswer,
} from '#app/usecases/casework/submit-answer.server.ts';
import { readMarking } from '#app/usecases/complaints/drafts/draft-annexes.server.ts';
import type { Comparison } from '#app/usecases/responses/check-answer.server.ts';
import { previewAnswer } from '#app/usecases/responses/preview-answer.server.ts';
import { type ReceivedFile, receiveForm } from './receive-form.server.ts';

interface Submission {
  readonly request: Request;
  readonly staff: StaffMember;
  readonly now: string;
  readonly found: SeenCase;
}

/** What the page shows after a form that led nowhere else: fields, reasons, and how the words compare. */
export interface AnswerState extends Refused {
  /** `checked` and `filled` refused nothing; `draft-conflict` kept a newer draft. */
  readonly kind: 'refused' | 'checked' | 'filled' | 'draft-conflict';
  readonly comparison: Comparison | null;
  /** The waiting answer that was before who typed it; empty where none was. */
  readonly proposalId: string;
}

const OF_FILES: readonly ErrorCode[] = ['too-many-files', 'file-too-large', 'file-type-refused'];
const SHOWN: readonly ErrorCode[] = [
  ...OF_FILES,
  'invalid-input',
  'answer-without-substance',
  'answer-waiting',
  'own-answer',
  'case-changed',
  'command-not-permitted',
];

/** Fields of the form that are no part of the answer. */
const AROUND: readonly string[] = [
  'intent',
  'version',
  'revision',
  'proposal',
  'unsaved',
  'template',
  'remark',
  'annex',
];

/** What was typed of the answer itself. */
export function answerFields(typed: FormValues): FormValues {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !AROUND.includes(name)));
}

function listOf(value: FormValue | undefined): readonly string[] {
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return list.filter(item => typeof item === 'string' && item !== '');
}

function isItem(item: FormValue): item is FormValues {
  return typeof item === 'object' && !Array.isArray(item);
}

function itemsIn({ items }: FormValues): readonly FormValues[] {
  return Array.isArray(items) ? items.filter(isItem) : [];
}

/** The items with the new files among their proofs: the field "items.2.files" is the third issue's. */
function withProofs(
  typed: FormValues,
  files: readonly ReceivedFile[],
  ids: ReadonlyMap<string, string>,
): FormValues {
  const proven = itemsIn(typed).map((item, index): FormValues => {
    const added = files.flatMap(({ name, stored }) =>
      name === `items.${index}.files` ? (ids.get(stored.sha256) ?? []) : [],
    );
    return { ...item, evidenceIds: [...new Set([...listOf(item.evidenceIds), ...added])] };
  });
  return { ...typed, items: proven };
}

/** In disputes between operators: what the other party reads instead of the files. */
function markingOf({ annex }: FormValues): string | null {
  try {
    return readMarking(annex !== undefined && isItem(annex) ? annex : {});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fields = Object.entries(error.fields).map(([name, fault]) => [`annex.${name}`, fault]);
    throw new AppError(error.code, { fields: Object.fromEntries(fields) });
  }
}

function fieldsOf({ code, fields, params }: AppError): FieldErrors {
  return OF_FILES.includes(code) ? { 'items.0.files': { code, params } } : fields;
}

interface Given extends Submission {
  readonly typed: FormValues;
  readonly version: number;
}

/** The waiting answer that the reader's page showed. */
function proposalIn({ proposal }: FormValues): string {
  return typeof proposal === 'string' ? proposal : '';
}

function stateOf(kind: AnswerState['kind'], typed: FormValues): AnswerState {
  const values = flatValues(answerFields(typed));
  const proposalId = proposalIn(typed);
  return { kind, code: 'invalid-input', params: {}, errors: {}, values, comparison: null, proposalId };
}

async function comparisonOf({ staff, found, now, typed }: Given): Promise<Comparison | null> {
  const preview = { actor: staff, caseId: found.id, answer: answerFields(typed), now };
  return (await previewAnswer(preview)).comparison;
}

/** A refusal that the page itself can show, with everything that was typed. */
async function refusal(error: unknown, given: Given) {
  if (!(error instanceof AppError) || !SHOWN.includes(error.code)) return toErrorPage(error);
  const { code, params, status } = error;
  const comparison = code === 'answer-without-substance' ? await comparisonOf(given) : null;
  const shown = { code, params, errors: fieldsOf(error), comparison };
  return data<AnswerState>({ ...stateOf('refused', given.typed), ...shown }, { status });
}

/** Keeps the files that came with a form beside the answer, whatever becomes of its words. */
async function hold(given: Given, files: readonly ReceivedFile[]): Promise<Given> {
  if (files.length === 0) return given;
  const { staff: actor, found, now, typed } = given;
  const ids = await holdFiles({
    ...{ actor, caseId: found.id, now },
    files: files.map(({ stored }) => stored),
    named: itemsIn(typed).flatMap(item => listOf(item.evidenceIds)),
    withheldAs: markingOf(typed),
  });
  return { ...given, typed: withProofs(typed, files, ids) };
}

async function keepDraft({ staff, found, now, typed }: Given) {
  const fields = flatValues(answerFields(typed));
  const revision = Number(typed.revision) || 0;
  try {
    await saveDraft({ actor: staff, caseId: found.id, fields, revision, now });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'case-changed') return toErrorPage(error);
    return data<AnswerState>(stateOf('draft-conflict', typed), { status: error.status });
  }
  return redirect(`/operator/cases/${found.summary.reference}/answer?done=draft`);
}

async function check({ staff, found, now, typed }: Given) {
  const preview = { actor: staff, caseId: found.id, answer: answerFields(typed), now };
  const { fields, comparison } = await previewAnswer(preview);
  const missing = Object.keys(fields).length > 0;
  const kind = missing ? 'refused' : 'checked';
  const code = missing ? 'answer-without-substance' : 'invalid-input';
  return data<AnswerState>({ ...stateOf(kind, typed), code, errors: fields, comparison });
}

async function fillFromTemplate({ staff, found, typed }: Given) {
  const id = typeof typed.template === 'string' ? typed.template : '';
  if (id === '') return data<AnswerState>(stateOf('filled', typed));
  const { language, category } = found.summary;
  const filled = await insertTemplate({
    actor: staff,
    found,
    templateId: id,
    fields: flatValues(answerFields(typed)),
    categoryLabel: translator(
      isLanguage(language) ? language : 'fr',
      'taxonomy',
    )(`category.${category}.label`),
  });
  return data<AnswerState>({ ...stateOf('filled', typed), values: filled });
}

async function giveBack({ staff, found, now, typed }: Given) {
  const cleaned = cleanText(typeof typed.remark === 'string' ? typed.remark : '');
  if (!cleaned.ok || cleaned.text === '') {
    const fields = { remark: { code: cleaned.ok ? 'required' : 'invalid-text' } };
    throw new AppError('invalid-input', { fields });
  }
  const reading = { actor: staff, deskRole: staff.deskRole, caseId: found.id, proposalId: proposalIn(typed) };
  await returnAnswer({ ...reading, now, remark: cleaned.text });
  return redirect(`/operator/cases/${found.summary.reference}?done=returned`);
}

async function send(given: Given) {
  const { staff, found, now, typed, version: expectedVersion } = given;
  const order = { actor: staff, caseId: found.id, now, expectedVersion, answer: answerFields(typed) };
  const address = `/operator/cases/${found.summary.reference}`;
  if (typed.intent === 'approve') {
    await approveAnswer({ ...order, deskRole: staff.deskRole, proposalId: proposalIn(typed) });
    return redirect(`${address}?done=answer`);
  }
  const { kind } = await submitAnswer(order);
  return redirect(`${address}?done=${kind === 'sent' ? 'answer' : 'submitted'}`);
}

async function takeBack({ staff, found }: Given) {
  await takeBackAnswer({ actor: staff, caseId: found.id });
  return redirect(`/operator/cases/${found.summary.reference}/answer`);
}

/** What is done with an answer as it was typed, once its files are kept. */
const WRITING: Readonly<Record<string, (given: Given) => Promise<unknown>>> = {
  draft: keepDraft,
  check,
  template: fillFromTemplate,
};

/** What is done with an answer that waits. */
const WAITING: Readonly<Record<string, (given: Given) => Promise<unknown>>> = {
  return: giveBack,
  'take-back': takeBack,
};

type Done = Awaited<ReturnType<typeof check>> | Response;

/**
 * Gives the answer that a form sends, or does with it what another of its buttons says. Files are kept beside the answer
 * first, so that nothing that is refused, saved or filled in need send them again; they go with it when it is sent.
 */
export async function giveAnswer(submission: Submission) {
  const { fields, files, refused } = await receiveForm(submission.request);
  const typed = formValues(fields);
  const version = Number(typed.version);
  if (!Number.isInteger(version)) return toErrorPage(new AppError('malformed-request'));
  const intent = typeof typed.intent === 'string' ? typed.intent : '';
  let given: Given = { ...submission, typed, version };
  try {
    const waiting = WAITING[intent];
    if (waiting !== undefined) return (await waiting(given)) as Done;
    given = await hold(given, files);
    if (refused !== undefined) throw refused;
    return (await (WRITING[intent] ?? send)(given)) as Done;
  } catch (error) {
    return refusal(error, given);
  }
}
