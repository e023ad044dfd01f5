import { AppError } from '#app/domain/shared/errors.ts';
import { env } from '#app/platform/env.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { sessionCookie } from '#app/platform/session/session-cookie.server.ts';

/**
 * Opens a session without a password, for the accounts of a demonstration, and gives its `Set-Cookie` values.
 * @throws AppError `demonstration-only` on any other instance than one for demonstration or tests
 */
export async function signInAs(userId: string): Promise<readonly string[]> {
  if (env().RECOURS_INSTANCE === 'production') throw new AppError('demonstration-only');
  const { internalAdapter } = await auth().$context;
  const user = await internalAdapter.findUserById(userId);
  if (user === null) throw new AppError('not-found');
  const session = await internalAdapter.createSession(userId, false, { method: 'demonstration' });
  if (session === null) throw new AppError('forbidden');
  return [sessionCookie(session.token)];
}
