import { data, redirect } from 'react-router';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { mediaTypeOf } from '#app/platform/http/body.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { type MultipartForm, type Refusal, readMultipart } from '#app/platform/http/multipart.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { toErrorPage } from '#app/platform/http/refusal.server.ts';
import { markAnnex, readMarking } from '#app/usecases/complaints/drafts/draft-annexes.server.ts';
import { addDraftEvidence, removeFromDraft } from '#app/usecases/complaints/drafts/draft-evidence.server.ts';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { saveStep } from '#app/usecases/complaints/drafts/save-step.server.ts';
import {
  EVIDENCE_FORM_LIMITS,
  type StoredUpload,
  storeUpload,
} from '#app/usecases/evidence/receive-evidence.server.ts';
import { countUpload } from '#app/usecases/uploads/upload-limits.server.ts';
import { hrefOf } from './step-paths.ts';
import type { OpenedStep } from './steps.server.ts';

/** A file that was not taken, and why: a code of a field's refusal. */
export interface RefusedFile {
  readonly fileName: string;
  readonly code: string;
}

/** What the page is told when it could not take everything. */
function refuseFiles(status: number, errors: FieldErrors, refusedFiles: readonly RefusedFile[] = []) {
  return data({ errors, refusedFiles }, { status });
}

function fileOf({ fileName, error }: Refusal): RefusedFile {
  return { fileName, code: error.code };
}

function receive(request: Request): Promise<MultipartForm<StoredUpload>> {
  return readMultipart(request, {
    ...EVIDENCE_FORM_LIMITS,
    collectRefusals: true,
    onFile: ({ stream, fileName }) => storeUpload({ stream, fileName }),
  });
}

async function goOn({ token, language, now }: OpenedStep) {
  const { answers } = await saveStep({ token, step: 'evidence', raw: {}, language, now });
  return redirect(hrefOf(nextStepOf(answers)), { status: 303 });
}

async function takeFiles(request: Request, opened: OpenedStep) {
  await countUpload(opened.draft.id, clientAddress(request));
  const { fields, files, refused } = await receive(request);
  await addDraftEvidence({ token: opened.token, files, now: opened.now });
  const [first] = refused;
  if (first) return refuseFiles(first.error.status, {}, refused.map(fileOf));
  const intent = fields.get('intent');
  if (intent === 'continue') return goOn(opened);
  if (files.length === 0) return refuseFiles(422, { files: { code: 'no-file' } });
  return redirect(hrefOf('evidence'), { status: 303 });
}

/** A file of an operator's dispute that the other party must not read, or may again. */
async function mark(evidenceId: string, form: FormData, { token, now }: OpenedStep) {
  try {
    const [confidential, description] = ['confidential', 'description'].map(key =>
      form.get(`${key}-${evidenceId}`),
    );
    const withheldAs = readMarking({ confidential: confidential ?? undefined, description });
    await markAnnex({ token, evidenceId, withheldAs, now });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
    const named = Object.entries(error.fields).map(([field, reason]) => [`${field}-${evidenceId}`, reason]);
    return refuseFiles(error.status, Object.fromEntries(named));
  }
  return redirect(hrefOf('evidence'), { status: 303 });
}

async function takeCommand(request: Request, opened: OpenedStep) {
  const form = await readForm(request);
  if (form.get('intent') === 'continue') return goOn(opened);
  const marked = form.get('mark');
  if (typeof marked === 'string') return mark(marked, form, opened);
  const evidenceId = form.get('remove');
  if (typeof evidenceId === 'string') await removeFromDraft({ ...opened, evidenceId });
  return redirect(hrefOf('evidence'), { status: 303 });
}

/** The answer to the evidence page's forms: files, "Continue" (with or without files), "Remove". */
export async function answerEvidence(request: Request, opened: OpenedStep) {
  try {
    const multipart = mediaTypeOf(request) === 'multipart/form-data';
    return await (multipart ? takeFiles(request, opened) : takeCommand(request, opened));
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-many-files') {
      return refuseFiles(error.status, { files: { code: error.code, params: error.params } });
    }
    return toErrorPage(error);
  }
}
