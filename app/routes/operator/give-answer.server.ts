import { data, redirect } from 'react-router';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError, type ErrorCode, type FieldErrors } from '#app/domain/shared/errors.ts';
import {
  type FormValue,
  type FormValues,
  flatValues,
  formValues,
} from '#app/platform/http/form-values.server.ts';
import { type Refused, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { addEvidence } from '#app/usecases/complaints/add-evidence.server.ts';
import type { LoadedCase } from '#app/usecases/complaints/case-store.server.ts';
import { answerCase } from '#app/usecases/responses/answer-case.server.ts';
import { evidenceOf } from '#app/usecases/responses/check-answer.server.ts';
import { type ReceivedFile, receiveForm } from './receive-form.server.ts';

interface Submission {
  readonly request: Request;
  readonly actor: Actor;
  readonly now: string;
  readonly found: { readonly id: string; readonly summary: { readonly reference: string } };
}

interface Order {
  readonly actor: Actor;
  readonly caseId: string;
  readonly now: string;
  readonly expectedVersion: number;
}

const OF_FILES: readonly ErrorCode[] = ['too-many-files', 'file-too-large', 'file-type-refused'];
const SHOWN: readonly ErrorCode[] = [
  ...OF_FILES,
  'invalid-input',
  'answer-without-substance',
  'case-changed',
  'command-not-permitted',
];

function listOf(value: FormValue | undefined): readonly string[] {
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return list.filter(item => typeof item === 'string' && item !== '');
}

function isItem(item: FormValue): item is FormValues {
  return typeof item === 'object' && !Array.isArray(item);
}

/** The items with the new files among their proofs: the field "items.2.files" is the third issue's. */
function withProofs(typed: FormValues, files: readonly ReceivedFile[], after: LoadedCase): FormValues {
  const ids = evidenceOf(after);
  const items = Array.isArray(typed.items) ? typed.items.filter(isItem) : [];
  const proven = items.map((item, index): FormValues => {
    const added = files.flatMap(({ name, stored }) =>
      name === `items.${index}.files` ? (ids.get(stored.sha256) ?? []) : [],
    );
    return { ...item, evidenceIds: [...new Set([...listOf(item.evidenceIds), ...added])] };
  });
  return { ...typed, items: proven };
}

function fieldsOf({ code, fields, params }: AppError): FieldErrors {
  return OF_FILES.includes(code) ? { 'items.0.files': { code, params } } : fields;
}

/** A refusal that the page itself can show, with everything that was typed. */
function refusal(error: unknown, typed: FormValues) {
  if (!(error instanceof AppError) || !SHOWN.includes(error.code)) return toErrorPage(error);
  const { code, params, status } = error;
  const refused: Refused = { code, params, errors: fieldsOf(error), values: flatValues(typed) };
  return data(refused, { status });
}

/**
 * Gives the answer that a form sends. Its files are attached first, so that an answer which is refused for its words
 * need not send them again.
 */
export async function giveAnswer({ request, actor, now, found }: Submission) {
  const { fields, files, refused } = await receiveForm(request);
  let typed = formValues(fields);
  const version = Number(typed.version);
  if (!Number.isInteger(version)) return toErrorPage(new AppError('malformed-request'));
  const order: Order = { actor, caseId: found.id, now, expectedVersion: version };
  try {
    let expectedVersion = version;
    if (files.length > 0) {
      const after = await addEvidence({ ...order, files: files.map(({ stored }) => stored) });
      typed = withProofs(typed, files, after);
      expectedVersion = after.projection.lastSeq;
    }
    if (refused !== undefined) throw refused;
    await answerCase({ ...order, expectedVersion, answer: typed });
  } catch (error) {
    return refusal(error, typed);
  }
  return redirect(`/operator/cases/${found.summary.reference}?done=answer`);
}
