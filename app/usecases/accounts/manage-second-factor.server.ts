import { AppError } from '#app/domain/shared/errors.ts';
import { database } from '#app/platform/db/client.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { remainingRecoveryCodes } from '#app/platform/session/recovery-codes.server.ts';
import { refusedBySignIn } from './refused-sign-in.server.ts';
import { spendCode, typedCode } from './spend-code.server.ts';

interface Confirmed {
  readonly password: string;
  readonly headers: Headers;
}

/** What a person's app needs, shown once. */
export interface SecondFactorSecret {
  readonly address: string;
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

function wrong(field: 'password' | 'code') {
  return (error: unknown): never => {
    if (!refusedBySignIn(error)) throw error;
    throw new AppError('invalid-input', { fields: { [field]: { code: 'invalid' } }, cause: error });
  };
}

/**
 * Makes a secret for the person's app. It counts from the first right code on (`confirmSecondFactor`).
 * @throws AppError `invalid-input` on `password`
 */
export async function prepareSecondFactor({ password, headers }: Confirmed): Promise<SecondFactorSecret> {
  const answer = await auth().api.enableTwoFactor({ body: { password }, headers }).catch(wrong('password'));
  if (answer.method !== 'totp') throw new AppError('internal');
  const secret = new URL(answer.totpURI).searchParams.get('secret') ?? '';
  return { address: answer.totpURI, secret, backupCodes: answer.backupCodes };
}

/**
 * Switches the second factor on with a first code of the app. The session is renewed: its cookies come back.
 * @throws AppError `invalid-input` on `code`
 */
export async function confirmSecondFactor(code: string, headers: Headers): Promise<readonly string[]> {
  const typed = typedCode(code);
  const request = { body: { code: typed }, headers, returnHeaders: true as const };
  const answer = await auth().api.verifyTOTP(request).catch(wrong('code'));
  await spendCode(answer.response.user.id, typed);
  return answer.headers.getSetCookie();
}

/**
 * Replaces the recovery codes; the former ones lose their effect.
 * @returns the new ones, shown once
 * @throws AppError `invalid-input` on `password`
 */
export async function renewRecoveryCodes({ password, headers }: Confirmed): Promise<readonly string[]> {
  const answer = await auth()
    .api.generateBackupCodes({ body: { password }, headers })
    .catch(wrong('password'));
  return answer.backupCodes;
}

/** How many recovery codes a person has left. */
export async function countRecoveryCodes(userId: string): Promise<number> {
  const found = await database().twoFactor.findFirst({ where: { userId }, select: { backupCodes: true } });
  return found === null ? 0 : remainingRecoveryCodes(found.backupCodes);
}

/**
 * Switches the second factor off.
 * @throws AppError `invalid-input` on `password`
 */
export async function removeSecondFactor({ password, headers }: Confirmed): Promise<readonly string[]> {
  const request = { body: { password }, headers, returnHeaders: true as const };
  const answer = await auth().api.disableTwoFactor(request).catch(wrong('password'));
  return answer.headers.getSetCookie();
}
