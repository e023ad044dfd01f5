import { AppError } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { discardBody, mediaTypeOf } from '#app/platform/http/body.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { type FilePart, readMultipart } from '#app/platform/http/multipart.server.ts';
import { MAX_FORM_BYTES, readJsonText } from '#app/platform/http/read-form.server.ts';
import { type ApiFiling, fileByApi } from '#app/usecases/complaints/file-by-api.server.ts';
import {
  EVIDENCE_FORM_LIMITS,
  type StoredUpload,
  storeUpload,
} from '#app/usecases/evidence/receive-evidence.server.ts';
import { countDraft } from '#app/usecases/uploads/upload-limits.server.ts';
import type { Route } from './+types/complaints.ts';
import { answerApi, refuseMethod } from './answer.server.ts';
import { keyOf } from './idempotency-key.server.ts';
import { complaintLinks } from './links.server.ts';

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

type Submission = Pick<ApiFiling, 'json' | 'files'>;

async function readForm(request: Request): Promise<Submission> {
  const limits = { ...EVIDENCE_FORM_LIMITS, maxFiles: EVIDENCE_FORM_LIMITS.maxFiles + 1 };
  const { fields, files: parts } = await readMultipart(request, { ...limits, onFile: receivePart });
  const unknown = [...fields.keys()].find(name => name !== 'complaint');
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
  return { json, files };
}

async function readSubmission(request: Request): Promise<Submission> {
  if (mediaTypeOf(request) === 'multipart/form-data') return readForm(request);
  return { json: await readJsonText(request), files: [] };
}

/** Before anything is read, or a program could fill the storage: it gets as many complaints as the form's visitors. */
async function countFiling(request: Request): Promise<void> {
  try {
    await countDraft(clientAddress(request));
  } catch (error) {
    await discardBody(request);
    throw error;
  }
}

/** Files a complaint: docs/api.md. */
export function action({ request }: Route.ActionArgs): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod(request, 'POST');
  return answerApi(request, async () => {
    const key = keyOf(request);
    await countFiling(request);
    const submission = await readSubmission(request);
    const { reference, code, filedAt } = await fileByApi({ ...submission, key, now: now().toISOString() });
    const links = complaintLinks(reference);
    return Response.json(
      { reference, code, state: 'filed', filedAt, links },
      { status: 201, headers: { location: links.self, 'cache-control': 'no-store' } },
    );
  });
}

export function loader({ request }: Route.LoaderArgs): Promise<Response> {
  return refuseMethod(request, 'POST');
}
