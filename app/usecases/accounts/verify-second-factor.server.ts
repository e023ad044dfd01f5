import { AppError } from '#app/domain/shared/errors.ts';
import { latinDigits } from '#app/domain/shared/text.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { refusedBySignIn } from './refused-sign-in.server.ts';

/** better-auth ends a sign-in after five wrong codes and locks an account after ten; this counts by address. */
const PER_ADDRESS: RateLimit = { name: 'second-factor', points: 30, seconds: 15 * 60 };

interface SecondFactor {
  /** Six digits of the app, or one of the backup codes. */
  readonly code: string;
  readonly address: string;
  /** The request's headers, with the cookie that the password's check has set. */
  readonly headers: Headers;
}

/**
 * Ends a sign-in with the second factor and gives the session's cookies.
 * @throws AppError `too-many-requests`; `invalid-input` on `code` when it is wrong or the ten minutes are over
 */
export async function verifySecondFactor({
  code,
  address,
  headers,
}: SecondFactor): Promise<readonly string[]> {
  await spendAttempt(PER_ADDRESS, sha256(address));
  const typed = latinDigits(code).replaceAll(/\s/gu, '');
  const { api } = auth();
  try {
    const request = { body: { code: typed }, headers, returnHeaders: true as const };
    const answer = /^\d{6}$/.test(typed)
      ? await api.verifyTOTP(request)
      : await api.verifyBackupCode(request);
    return answer.headers.getSetCookie();
  } catch (error) {
    if (!refusedBySignIn(error)) throw error;
    throw new AppError('invalid-input', { fields: { code: { code: 'invalid' } }, cause: error });
  }
}
