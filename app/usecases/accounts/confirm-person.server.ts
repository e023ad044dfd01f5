import { AppError } from '#app/domain/shared/errors.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { forgetAttempts, type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { recoveryCodeDigest } from '#app/platform/session/recovery-codes.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { signInWithPasskey } from './passkeys.server.ts';
import { refusedBySignIn } from './refused-sign-in.server.ts';
import { isAppCode, spendCode, typedCode } from './spend-code.server.ts';

/** Guesses in one open session. */
const PER_SESSION: RateLimit = { name: 'step-up', points: 10, seconds: 15 * 60 };

/** How a person can prove to be herself. */
export interface WaysToConfirm {
  readonly password: boolean;
  readonly code: boolean;
  readonly passkey: boolean;
  readonly singleSignOn: boolean;
}

function countPasskeys({ id: userId }: StaffMember): Promise<number> {
  return database().passkey.count({ where: { userId } });
}

/** Whether somebody has more to show than a password: an authenticator app or a passkey. */
export async function hasSecondFactor(staff: StaffMember): Promise<boolean> {
  return staff.secondFactor || (await countPasskeys(staff)) > 0;
}

/** Who has a second factor proves it: to have the password, as somebody at an open session may, is not enough then. */
export async function waysToConfirm(staff: StaffMember): Promise<WaysToConfirm> {
  const passwords = await database().account.count({ where: { userId: staff.id, providerId: 'credential' } });
  const passkey = (await countPasskeys(staff)) > 0;
  const singleSignOn = staff.method === 'sso';
  return {
    password: passwords > 0 && !singleSignOn && !staff.secondFactor && !passkey,
    code: staff.secondFactor,
    passkey,
    singleSignOn,
  };
}

export interface Proof {
  readonly staff: StaffMember;
  readonly headers: Headers;
  readonly field: 'password' | 'code' | 'credential';
  readonly value: string;
}

const WAY_OF = { password: 'password', code: 'code', credential: 'passkey' } as const;

/** A session opened by the passkey would be a second one: only the proof is kept. */
async function checkPasskey({ staff, headers, value }: Proof): Promise<void> {
  const { userId, token } = await signInWithPasskey(headers, value);
  await database().session.deleteMany({ where: { token } });
  if (userId !== staff.id)
    throw new AppError('invalid-input', { fields: { credential: { code: 'invalid' } } });
}

async function checkCode({ staff, headers, value }: Proof): Promise<void> {
  const typed = typedCode(value);
  if (!isAppCode(typed)) {
    await auth().api.verifyBackupCode({
      body: { code: recoveryCodeDigest(typed), disableSession: true },
      headers,
    });
    return;
  }
  await auth().api.verifyTOTP({ body: { code: typed }, headers });
  await spendCode(staff.id, typed);
}

async function check(proof: Proof): Promise<void> {
  const { headers, value } = proof;
  if (proof.field === 'credential') return checkPasskey(proof);
  if (proof.field === 'code') return checkCode(proof);
  await auth().api.verifyPassword({ body: { password: value }, headers });
}

/** Notes that the person behind a session has just proved to be herself. */
export async function noteConfirmation(sessionId: string): Promise<void> {
  await database().$executeRaw`UPDATE "session" SET confirmed_at = now() WHERE id = ${sessionId}`;
}

/**
 * Lets a signed-in person prove to be herself, for what `requireStepUp` guards.
 * @throws AppError `forbidden` for a way that is not this person's; `too-many-requests`; `invalid-input` on the field
 */
export async function confirmPerson(proof: Proof): Promise<void> {
  const ways = await waysToConfirm(proof.staff);
  if (!ways[WAY_OF[proof.field]]) throw new AppError('forbidden');
  const key = sha256(proof.staff.sessionId);
  await spendAttempt(PER_SESSION, key);
  try {
    await check(proof);
  } catch (error) {
    if (!refusedBySignIn(error)) throw error;
    throw new AppError('invalid-input', { fields: { [proof.field]: { code: 'invalid' } }, cause: error });
  }
  await forgetAttempts(PER_SESSION, key);
  await noteConfirmation(proof.staff.sessionId);
}
