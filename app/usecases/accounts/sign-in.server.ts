import { isAPIError } from 'better-auth/api';
import { AppError } from '#app/domain/shared/errors.ts';
import { database } from '#app/platform/db/client.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { rememberDevice } from '#app/platform/session/device-cookie.server.ts';
import { isKnownPassword } from '#app/platform/session/known-password.server.ts';
import { needsSingleSignOn } from '#app/platform/session/sign-in-methods.server.ts';
import { spendSignInAttempt } from './attempt-budget.server.ts';
import { refusedBySignIn } from './refused-sign-in.server.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Network address of the attempt. */
  readonly address: string;
  /** The request's headers. */
  readonly headers: Headers;
}

export interface SignInAnswer {
  /** Whether a code of the second factor is still needed. */
  readonly secondFactor: boolean;
  readonly cookies: readonly string[];
}

/** A request's headers without its cookies: an old session must not decide what a new sign-in may do. */
function withoutCookies(headers: Headers): Headers {
  const bare = new Headers(headers);
  bare.delete('cookie');
  return bare;
}

/** A password that has become known to others since it was set opens nothing but the page for a new one. */
async function noteKnownPassword(email: string, password: string): Promise<void> {
  if (!(await isKnownPassword(password))) return;
  await database().user.update({ where: { email }, data: { mustChangePassword: true } });
}

/** The password was right, but the session was refused: only then may the answer say why. */
async function refusalAfter(error: unknown, email: string): Promise<AppError> {
  if (isAPIError(error) && error.body?.code === 'FAILED_TO_CREATE_SESSION') {
    const user = await database().user.findUnique({ where: { email }, select: { id: true } });
    if (user !== null && (await needsSingleSignOn(user.id))) return new AppError('single-sign-on-only');
  }
  return new AppError('invalid-input', { cause: error });
}

/**
 * Checks e-mail and password. One answer for a wrong address and a wrong password, after the same work.
 * @throws AppError `too-many-requests`; `invalid-input` without a field when either is wrong; `single-sign-on-only`
 */
export async function signIn(credentials: Credentials): Promise<SignInAnswer> {
  const { password, address, headers } = credentials;
  const email = credentials.email.trim().toLowerCase();
  const giveBack = await spendSignInAttempt({ account: email, address, headers, secret: 'password' });
  try {
    const answer = await auth().api.signInEmail({
      body: { email, password },
      headers: withoutCookies(headers),
      returnHeaders: true,
    });
    await giveBack();
    await noteKnownPassword(email, password);
    const secondFactor = 'twoFactorRedirect' in answer.response;
    const cookies = answer.headers.getSetCookie();
    return {
      secondFactor,
      cookies: secondFactor ? cookies : [...cookies, await rememberDevice(headers, email)],
    };
  } catch (error) {
    if (refusedBySignIn(error)) throw await refusalAfter(error, email);
    throw error;
  }
}
