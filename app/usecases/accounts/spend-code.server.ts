import { AppError } from '#app/domain/shared/errors.ts';
import { latinDigits } from '#app/domain/shared/text.ts';
import { keyedDigest } from '#app/platform/crypto.server.ts';
import { database } from '#app/platform/db/client.server.ts';

/** A code as a person types it, in whichever digits and with spaces. */
export function typedCode(code: string): string {
  return latinDigits(code).replaceAll(/\s/gu, '');
}

/** Six digits of an authenticator app; anything else can only be a recovery code. */
export function isAppCode(typed: string): boolean {
  return /^\d{6}$/.test(typed);
}

/**
 * Notes that a right code of an authenticator app was used. An app's code is taken for a minute and a half; who has
 * looked over a shoulder must not be able to use it in that time (RFC 6238, section 5.2).
 * @throws AppError `invalid-input` on `code` when it was used before
 */
export async function spendCode(userId: string, code: string): Promise<void> {
  const digest = keyedDigest('app code', `${userId}/${code}`);
  await database().$executeRaw`DELETE FROM "used_code" WHERE expires_at < now()`;
  const noted = await database().$executeRaw`
    INSERT INTO "used_code" (user_id, digest, expires_at) VALUES (${userId}, ${digest}, now() + interval '5 minutes')
    ON CONFLICT DO NOTHING`;
  if (noted === 0) throw new AppError('invalid-input', { fields: { code: { code: 'code-used' } } });
}
