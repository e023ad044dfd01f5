import { AppError } from '#app/domain/shared/errors.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { askForNewPasskey, askForPasskey } from '#app/usecases/accounts/passkeys.server.ts';
import type { Route } from './+types/passkey-question.ts';
import { cookieHeaders } from './cookie-headers.ts';

export function loader() {
  return toErrorPage(new AppError('method-not-allowed'));
}

/** What the browser's script asks the device for: a new passkey, one to sign in with, or the person's own once more. */
export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const question = await ask(request, params.purpose);
  return Response.json(question.options, { headers: cookieHeaders(question.cookies) });
}

async function ask(request: Request, purpose: string) {
  switch (purpose) {
    case 'new':
      await requireStepUp(request);
      return askForNewPasskey(request.headers);
    case 'own':
      await requireStaff(request);
      return askForPasskey(request.headers);
    case 'any': {
      // A session that is still open must not narrow down who signs in.
      const headers = new Headers(request.headers);
      headers.delete('cookie');
      return askForPasskey(headers);
    }
    default:
      return toErrorPage(new AppError('not-found'));
  }
}
