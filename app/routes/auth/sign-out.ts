import { redirect } from 'react-router';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { signOut } from '#app/usecases/accounts/sessions.server.ts';
import type { Route } from './+types/sign-out.ts';
import { cookieHeaders } from './cookie-headers.ts';

/** Who comes by a link is not signed out: another page could have written it. */
export function loader() {
  return redirect('/sign-in');
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  return redirect('/sign-in?out', { headers: cookieHeaders([await signOut(request)]) });
}
