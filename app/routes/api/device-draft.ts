import { z } from 'zod';
import { AppError } from '#app/domain/shared/errors.ts';
import { now as presentInstant } from '#app/platform/clock.server.ts';
import { draftCookie } from '#app/platform/session/cookies.server.ts';
import { deviceValues, isForDevices } from '#app/usecases/complaints/drafts/device-copy.ts';
import { isTokenOf } from '#app/usecases/complaints/drafts/draft-access.server.ts';
import { listDraftEvidence } from '#app/usecases/complaints/drafts/draft-evidence.server.ts';
import { fileFromDevice } from '#app/usecases/complaints/drafts/file-from-device.server.ts';
import { openDraft } from '#app/usecases/complaints/drafts/open-draft.server.ts';
import type { Route } from './+types/device-draft.ts';
import { answerApi, refuseMethod } from './v1/answer.server.ts';
import { keyOf } from './v1/idempotency-key.server.ts';
import { countFiling, readForm } from './v1/submission.server.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const DraftId = z.uuid();

/** What a device keeps of the browser's draft for when the network goes; null when there is none to go on with. */
export async function loader({ request }: Route.LoaderArgs): Promise<Response> {
  const at = presentInstant();
  const token = await draftCookie.read(request, at);
  const draft = token === null ? null : await openDraft(token, at.toISOString());
  if (token === null || draft === null || draft.filedCaseId !== null || !isForDevices(draft))
    return Response.json({ copy: null }, { headers: NO_STORE });
  const evidence = await listDraftEvidence(token);
  const files = evidence.map(({ fileName }) => fileName);
  const sizes = evidence.map(({ size }) => size);
  const copy = { draft: draft.id, values: deviceValues(draft.answers), files, sizes };
  return Response.json({ copy }, { headers: NO_STORE });
}

async function file(request: Request): Promise<Response> {
  const at = presentInstant();
  const key = keyOf(request);
  if (key === null) throw new AppError('idempotency-key-missing');
  await countFiling(request);
  const { json, files, fields } = await readForm(request, ['draft']);
  const draftId = DraftId.safeParse(fields.get('draft'));
  if (!draftId.success) throw new AppError('malformed-request');
  const token = await draftCookie.read(request, at);
  const now = at.toISOString();
  const { earlier, ...filed } = await fileFromDevice({ token, draftId: draftId.data, json, files, key, now });
  const headers = new Headers(NO_STORE);
  if (token !== null && isTokenOf(token, draftId.data)) headers.set('Set-Cookie', await draftCookie.clear());
  return Response.json({ ...filed, state: 'filed', earlier }, { status: 201, headers });
}

/** Files the browser's draft with what a device has added to it without a network. */
export function action({ request }: Route.ActionArgs): Promise<Response> {
  if (request.method !== 'POST') return refuseMethod(request, 'POST');
  return answerApi(request, () => file(request));
}
