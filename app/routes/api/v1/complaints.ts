import { now } from '#app/platform/clock.server.ts';
import { mediaTypeOf } from '#app/platform/http/body.server.ts';
import { readJsonText } from '#app/platform/http/read-form.server.ts';
import { fileByApi } from '#app/usecases/complaints/file-by-api.server.ts';
import type { Route } from './+types/complaints.ts';
import { answerApi, refuseMethod } from './answer.server.ts';
import { keyOf } from './idempotency-key.server.ts';
import { complaintLinks } from './links.server.ts';
import { countFiling, readForm, type Submission } from './submission.server.ts';

async function readSubmission(request: Request): Promise<Submission> {
  if (mediaTypeOf(request) === 'multipart/form-data') return readForm(request);
  return { json: await readJsonText(request), files: [] };
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
