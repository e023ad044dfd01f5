import { redirect } from 'react-router';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { draftCookie } from '#app/platform/session/cookies.server.ts';
import { forgetEverything, rememberSharedComputer } from '#app/platform/session/shared-computer.server.ts';
import { forgetDraft } from '#app/usecases/complaints/drafts/forget-draft.server.ts';
import { openDraft } from '#app/usecases/complaints/drafts/open-draft.server.ts';
import type { Route } from './+types/shared-computer.ts';
import { START_PATH } from './step-paths.ts';
import { visitOf } from './steps.server.ts';

export function loader() {
  return redirect(START_PATH);
}

/** A draft that was kept for weeks is from now on kept for this visit alone. */
async function withDraftForVisit(request: Request, headers: Headers): Promise<void> {
  const { token, now: at } = await visitOf(request);
  const draft = token === null ? null : await openDraft(token, at);
  if (token === null || draft === null) return;
  headers.append('Set-Cookie', await draftCookie.setForVisit(token, draft.expiresAt));
}

/** Turns the mode of a shared computer on, or makes this computer forget everything. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  if (form.get('intent') === 'forget') {
    const at = now();
    const token = await draftCookie.read(request, at);
    if (token !== null) await forgetDraft(token, at.toISOString());
    return redirect(`${START_PATH}?forgotten`, { status: 303, headers: await forgetEverything() });
  }
  const headers = new Headers({ 'Set-Cookie': await rememberSharedComputer() });
  await withDraftForVisit(request, headers);
  return redirect(START_PATH, { status: 303, headers });
}
