import { AppError } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { mediaTypeOf } from '#app/platform/http/body.server.ts';
import { type FilePart, readMultipart } from '#app/platform/http/multipart.server.ts';
import { readJsonText } from '#app/platform/http/read-form.server.ts';
import { type ApiFiling, fileByApi } from '#app/usecases/complaints/file-by-api.server.ts';
import {
  EVIDENCE_FORM_LIMITS,
  type StoredUpload,
  storeUpload,
} from '#app/usecases/evidence/receive-evidence.server.ts';
import type { Route } from './+types/complaints.ts';
import { answerApi, refuseMethod } from './answer.server.ts';
import { complaintLinks } from './links.server.ts';

/** Printable ASCII, as in the IETF's draft on the header; a client takes a random one, such as a UUID. */
const KEY = /^[\x21-\x7e]{1,255}$/;

function keyOf(request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !KEY.test(key)) throw new AppError('malformed-request');
  return key;
}

function unknownField(name: string): AppError {
  return new AppError('invalid-input', { fields: { [name]: { code: 'unknown-field' } } });
}

async function storePart(part: FilePart): Promise<StoredUpload> {
  if (part.name !== 'evidence') throw unknownField(part.name);
  return storeUpload(part);
}

type Submission = Pick<ApiFiling, 'json' | 'files'>;

async function readForm(request: Request): Promise<Submission> {
  const { fields, files } = await readMultipart(request, { ...EVIDENCE_FORM_LIMITS, onFile: storePart });
  const unknown = [...fields.keys()].find(name => name !== 'complaint');
  if (unknown !== undefined) throw unknownField(unknown);
  const [json, second] = fields.getAll('complaint');
  if (json === undefined || second !== undefined) {
    const code = json === undefined ? 'required' : 'invalid';
    throw new AppError('invalid-input', { fields: { complaint: { code } } });
  }
  return { json: String(json), files };
}

async function readSubmission(request: Request): Promise<Submission> {
  if (mediaTypeOf(request) === 'multipart/form-data') return readForm(request);
  return { json: await readJsonText(request), files: [] };
}

/** Files a complaint: docs/api.md. */
export function action({ request }: Route.ActionArgs): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod(request, 'POST');
  return answerApi(request, async () => {
    const key = keyOf(request);
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
