import { sha256 } from '#app/platform/crypto.server.ts';
import { knownDevice } from '#app/platform/session/device-cookie.server.ts';
import { forgetAttempts, type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';

const QUARTER_HOUR = 15 * 60;

/** A device from which the account was opened before: its own budget, which nobody else can use up. */
const KNOWN_DEVICE: RateLimit = { name: 'sign-in-device', points: 10, seconds: QUARTER_HOUR };
/** One person mistyping on a new device, from one place. */
const PLACE_AND_ACCOUNT: RateLimit = { name: 'sign-in', points: 10, seconds: QUARTER_HOUR };
/** Many places trying one account: slows strangers down, and no known device. */
const STRANGERS: RateLimit = { name: 'sign-in-account', points: 50, seconds: QUARTER_HOUR };
/** One place trying many accounts. */
const PLACE: RateLimit = { name: 'sign-in-address', points: 100, seconds: QUARTER_HOUR };
/** As `STRANGERS`, for who has the password already and guesses the second factor. */
const STRANGERS_CODES: RateLimit = { name: 'second-factor-account', points: 20, seconds: QUARTER_HOUR };

export interface Attempt {
  /** Whose account: anything that is the same at each attempt. */
  readonly account: string;
  /** Network address. */
  readonly address: string;
  readonly headers: Headers;
  /** What is being guessed. */
  readonly secret: 'password' | 'code';
}

/**
 * Spends an attempt at an account. Strangers share budgets by place and by account; a device that opened the account
 * before has a budget of its own, so that nobody's wrong passwords keep the owner out.
 * @returns gives back what a success need not pay
 * @throws AppError `too-many-requests` with the `seconds` to wait
 */
export async function spendSignInAttempt(attempt: Attempt): Promise<() => Promise<void>> {
  const account = sha256(`${attempt.secret}/${attempt.account}`);
  const device = await knownDevice(attempt.headers, attempt.account);
  if (device !== null) {
    const own = sha256(`${account}/${device}`);
    await spendAttempt(KNOWN_DEVICE, own);
    return () => forgetAttempts(KNOWN_DEVICE, own);
  }
  const pair = sha256(`${account}/${attempt.address}`);
  // From the narrow to the wide: what a narrow budget refuses does not use up a wide one.
  await spendAttempt(PLACE_AND_ACCOUNT, pair);
  await spendAttempt(PLACE, sha256(attempt.address));
  await spendAttempt(attempt.secret === 'password' ? STRANGERS : STRANGERS_CODES, account);
  return () => forgetAttempts(PLACE_AND_ACCOUNT, pair);
}
