import { redirect } from 'react-router';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { caseCookie } from '#app/platform/session/cookies.server.ts';
import type { Route } from './+types/leave.ts';

/** Closes the case on this browser, for who shares a telephone or sits in an internet café. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  return redirect('/track?left', { headers: { 'Set-Cookie': await caseCookie.clear() } });
}

export function loader() {
  return redirect('/track');
}
