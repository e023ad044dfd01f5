import { AppError } from '#app/domain/shared/errors.ts';
import { discardBody } from '#app/platform/http/body.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { type FilePart, readMultipart } from '#app/platform/http/multipart.server.ts';
import { MAX_FORM_BYTES } from '#app/platform/http/read-form.server.ts';
import type { ApiFiling } from '#app/usecases/complaints/file-by-api.server.ts';
import {
  EVIDENCE_FORM_LIMITS,
  type StoredUpload,
  storeUpload,
} from '#app/usecases/evidence/receive-evidence.server.ts';
import { countDraft } from '#app/usecases/uploads/upload-limits.server.ts';

/** Before anything is read, or a program could fill the storage: it gets as many complaints as the form's visitors. */
export async function countFiling(request: Request): Promise<void> {
  try {
    await countDraft(clientAddress(request));
  } catch (error) {
    await discardBody(request);
    throw error;
  }
}

function unknownField(name: string): AppError {
  return new AppError('invalid-input', { fields: { [name]: { code: 'unknown-field' } } });
}

function tooManyFiles(): AppError {
  const params = { max: EVIDENCE_FORM_LIMITS.maxFiles };
  return new AppError('too-many-files', { fields: { evidence: { code: 'too-many-files', params } }, params });
}

/** Many programs send the JSON of a form as a file, too. */
async function readPart({ stream }: FilePart): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_FORM_BYTES) throw new AppError('request-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function receivePart(part: FilePart): Promise<StoredUpload | string> {
  if (part.name === 'complaint') return readPart(part);
  if (part.name !== 'evidence') throw unknownField(part.name);
  return storeUpload(part);
}

/** A complaint with its files, as a form brings them. */
export type Submission = Pick<ApiFiling, 'json' | 'files'>;

interface Form extends Submission {
  readonly fields: FormData;
}

/**
 * Reads a complaint's JSON and its files, which are stored as they come.
 * @param besides names of further fields that the form may have
 * @throws AppError `invalid-input` for every other field, `too-many-files`, and why a file was not taken
 */
export async function readForm(request: Request, besides: readonly string[] = []): Promise<Form> {
  const limits = { ...EVIDENCE_FORM_LIMITS, maxFiles: EVIDENCE_FORM_LIMITS.maxFiles + 1 };
  const { fields, files: parts } = await readMultipart(request, { ...limits, onFile: receivePart });
  const unknown = [...fields.keys()].find(name => name !== 'complaint' && !besides.includes(name));
  if (unknown !== undefined) throw unknownField(unknown);
  const files = parts.filter(part => typeof part !== 'string');
  if (files.length > EVIDENCE_FORM_LIMITS.maxFiles) throw tooManyFiles();
  const texts = [
    ...fields.getAll('complaint').map(String),
    ...parts.filter(part => typeof part === 'string'),
  ];
  const [json, second] = texts;
  if (json === undefined || second !== undefined) {
    const code = json === undefined ? 'required' : 'invalid';
    throw new AppError('invalid-input', { fields: { complaint: { code } } });
  }
  return { json, files, fields };
}
