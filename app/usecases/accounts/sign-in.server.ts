import { AppError } from '#app/domain/shared/errors.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { forgetAttempts, type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { refusedBySignIn } from './refused-sign-in.server.ts';

const QUARTER_HOUR = 15 * 60;

/** One person mistyping, from one place. */
const PER_ACCOUNT_AND_ADDRESS: RateLimit = { name: 'sign-in', points: 10, seconds: QUARTER_HOUR };
/** Many places trying one account; high enough that nobody locks a colleague out by chance. */
const PER_ACCOUNT: RateLimit = { name: 'sign-in-account', points: 50, seconds: QUARTER_HOUR };
/** One place trying many accounts. */
const PER_ADDRESS: RateLimit = { name: 'sign-in-address', points: 100, seconds: QUARTER_HOUR };

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

/**
 * Checks e-mail and password. One answer for a wrong address and a wrong password, after the same work.
 * @throws AppError `too-many-requests`; `invalid-input` without a field when either is wrong
 */
export async function signIn({ email, password, address, headers }: Credentials): Promise<SignInAnswer> {
  const account = sha256(email.trim().toLowerCase());
  const pair = sha256(`${account}/${address}`);
  await spendAttempt(PER_ADDRESS, sha256(address));
  await spendAttempt(PER_ACCOUNT, account);
  await spendAttempt(PER_ACCOUNT_AND_ADDRESS, pair);
  try {
    const answer = await auth().api.signInEmail({
      body: { email: email.trim().toLowerCase(), password },
      headers: withoutCookies(headers),
      returnHeaders: true,
    });
    await forgetAttempts(PER_ACCOUNT_AND_ADDRESS, pair);
    return {
      secondFactor: 'twoFactorRedirect' in answer.response,
      cookies: answer.headers.getSetCookie(),
    };
  } catch (error) {
    if (refusedBySignIn(error)) throw new AppError('invalid-input', { cause: error });
    throw error;
  }
}
