import { AppError } from '#app/domain/shared/errors.ts';
import { database } from '#app/platform/db/client.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { rememberDevice } from '#app/platform/session/device-cookie.server.ts';
import { recoveryCodeDigest } from '#app/platform/session/recovery-codes.server.ts';
import { challengeOf } from '#app/platform/session/session-cookie.server.ts';
import { spendSignInAttempt } from './attempt-budget.server.ts';
import { refusedBySignIn } from './refused-sign-in.server.ts';
import { isAppCode, spendCode, typedCode } from './spend-code.server.ts';

interface SecondFactor {
  /** Six digits of the app, or one of the recovery codes. */
  readonly code: string;
  readonly address: string;
  /** The request's headers, with the cookie that the password's check has set. */
  readonly headers: Headers;
}

/** The address of the account whose password was right; null when the challenge is unknown or over. */
async function challengedAccount(headers: Headers): Promise<string | null> {
  const identifier = challengeOf(headers);
  if (identifier === undefined) return null;
  const challenge = await database().verification.findFirst({ where: { identifier } });
  if (challenge === null) return null;
  const user = await database().user.findUnique({ where: { id: challenge.value }, select: { email: true } });
  return user?.email ?? null;
}

async function check(typed: string, headers: Headers): Promise<readonly string[]> {
  const { api } = auth();
  if (!isAppCode(typed)) {
    const body = { code: recoveryCodeDigest(typed) };
    return (await api.verifyBackupCode({ body, headers, returnHeaders: true })).headers.getSetCookie();
  }
  const answer = await api.verifyTOTP({ body: { code: typed }, headers, returnHeaders: true });
  try {
    await spendCode(answer.response.user.id, typed);
  } catch (error) {
    // Nobody has seen the session's token yet.
    await database().session.deleteMany({ where: { token: answer.response.token } });
    throw error;
  }
  return answer.headers.getSetCookie();
}

/**
 * Ends a sign-in with the second factor and gives the session's cookies.
 * @throws AppError `too-many-requests`; `invalid-input` on `code` when it is wrong, was used before, or the ten minutes
 * are over
 */
export async function verifySecondFactor(given: SecondFactor): Promise<readonly string[]> {
  const { address, headers } = given;
  const account = await challengedAccount(headers);
  const budget = { account: account ?? `nobody at ${address}`, address, headers, secret: 'code' as const };
  const giveBack = await spendSignInAttempt(budget);
  try {
    const cookies = await check(typedCode(given.code), headers);
    await giveBack();
    return account === null ? cookies : [...cookies, await rememberDevice(headers, account)];
  } catch (error) {
    if (!refusedBySignIn(error)) throw error;
    throw new AppError('invalid-input', { fields: { code: { code: 'invalid' } }, cause: error });
  }
}
