import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '../db/client.server.ts';

/** How a session was opened. */
const SIGN_IN_METHODS = ['password', 'passkey', 'sso', 'demonstration'] as const;

export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

export function isSignInMethod(value: unknown): value is SignInMethod {
  return SIGN_IN_METHODS.some(method => method === value);
}

/** The method behind better-auth's own ways; everything but a passkey began with a password. */
export function methodOfPath(path: string | undefined): SignInMethod {
  return path?.startsWith('/passkey/') ? 'passkey' : 'password';
}

/**
 * Whether the operator lets this person sign in only with its own identity provider. The desk's administrators are
 * never among them, so that a provider that fails locks nobody out for good.
 */
export async function needsSingleSignOn(userId: string): Promise<boolean> {
  const rows = await withActor(
    SYSTEM,
    tx => tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "user" u JOIN "operator_sign_in" s ON s.operator_id = u.operator_id
      WHERE u.id = ${userId} AND u.desk_role <> 'administrator' AND s.enabled AND s.required`,
  );
  return rows.length > 0;
}

/** Whether a session may be opened this way: not for who is suspended, nor past the operator's single sign-on. */
export async function mayOpenSession(userId: string, method: SignInMethod): Promise<boolean> {
  const found = await withActor(SYSTEM, tx =>
    tx.user.findUnique({ where: { id: userId }, select: { suspendedAt: true } }),
  );
  if (found === null || found.suspendedAt !== null) return false;
  return method === 'sso' || method === 'demonstration' || !(await needsSingleSignOn(userId));
}
