import { data, redirect } from 'react-router';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError, type ErrorCode, type FieldErrors } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { mediaTypeOf } from '#app/platform/http/body.server.ts';
import { type FormValues, flatValues, formValues } from '#app/platform/http/form-values.server.ts';
import { readMultipart } from '#app/platform/http/multipart.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { type Refused, refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import {
  EVIDENCE_FORM_LIMITS,
  type StoredUpload,
  storeUpload,
} from '#app/usecases/evidence/receive-evidence.server.ts';
import { requireComplainant } from './open-case.server.ts';

/** A complainant's form as it arrived: its texts, its stored files, and what every verb needs. */
export interface Submission {
  readonly values: FormValues;
  readonly files: readonly StoredUpload[];
  /** Those of one file field. */
  readonly filesOf: (name: string) => readonly StoredUpload[];
  readonly command: {
    readonly actor: Actor;
    readonly caseId: string;
    readonly now: string;
    readonly expectedVersion?: number;
  };
}

/** What happened to the case in between; the page then shows its latest state and keeps what was typed. */
const OVERTAKEN: readonly ErrorCode[] = ['case-changed', 'command-not-permitted'];
const FILE_REFUSALS: readonly ErrorCode[] = ['too-many-files', 'file-too-large', 'file-type-refused'];

interface Received {
  readonly fields: FormData;
  readonly files: readonly { readonly name: string; readonly file: StoredUpload }[];
  readonly refusal?: AppError | undefined;
}

async function receive(request: Request): Promise<Received> {
  if (mediaTypeOf(request) !== 'multipart/form-data') return { fields: await readForm(request), files: [] };
  const { fields, files, refused } = await readMultipart(request, {
    ...EVIDENCE_FORM_LIMITS,
    collectRefusals: true,
    onFile: async part => ({ name: part.name, file: await storeUpload(part) }),
  });
  return { fields, files, refusal: refused[0]?.error };
}

function versionIn(values: FormValues): number | undefined {
  const version = Number(values.expectedVersion);
  return Number.isInteger(version) && version > 0 ? version : undefined;
}

function refuseCommand(error: unknown, typed: FormValues) {
  if (!(error instanceof AppError)) throw error;
  if (OVERTAKEN.includes(error.code)) {
    const { code, params, status } = error;
    const refused: Refused = { code, params, errors: {}, values: flatValues(typed) };
    return data(refused, { status });
  }
  if (FILE_REFUSALS.includes(error.code) && Object.keys(error.fields).length === 0) {
    const fields = { evidence: { code: error.code, params: error.params } };
    return refuse(new AppError(error.code, { fields, params: error.params, cause: error }), typed);
  }
  return refuse(error, typed);
}

/** The checked value, or a refusal that names the fields. */
export function accepted<T>(
  reading: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fields: FieldErrors },
): T {
  if (!reading.ok) throw new AppError('invalid-input', { fields: reading.fields });
  return reading.value;
}

/**
 * Runs a verb of the complainant on a form: the case's page follows, with a word on what was done. A refusal shows
 * the form again as it was filled in.
 */
export async function giveCommand(
  request: Request,
  done: string,
  give: (form: Submission) => Promise<unknown>,
) {
  requireMethod(request, 'POST');
  const actor = await requireComplainant(request);
  const { fields, files, refusal } = await receive(request);
  const values = formValues(fields);
  try {
    if (refusal !== undefined) throw refusal;
    const expectedVersion = versionIn(values);
    await give({
      values,
      files: files.map(({ file }) => file),
      filesOf: field => files.filter(({ name }) => name === field).map(({ file }) => file),
      command: { actor, caseId: actor.caseId, now: now().toISOString(), expectedVersion },
    });
  } catch (error) {
    return refuseCommand(error, values);
  }
  throw redirect(`/track/case?done=${done}`);
}
