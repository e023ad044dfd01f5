import { type Device, deviceOf } from '#app/domain/access/device.ts';
import { database } from '#app/platform/db/client.server.ts';
import { endedSessionCookie, sessionTokenOf } from '#app/platform/session/session-cookie.server.ts';
import { isSignInMethod, type SignInMethod } from '#app/platform/session/sign-in-methods.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';

export interface OpenSession {
  readonly id: string;
  /** ISO instant. */
  readonly since: string;
  /** ISO instant of the last use, to the minute. */
  readonly seenAt: string;
  readonly method: SignInMethod;
  readonly device: Device;
  /** Network address from which it was opened. */
  readonly network: string | null;
  readonly current: boolean;
}

/** Where a person is signed in, last used first. */
export async function listSessions(staff: StaffMember, now: Date): Promise<readonly OpenSession[]> {
  const sessions = await database().session.findMany({
    where: { userId: staff.id, expiresAt: { gt: now } },
    orderBy: { seenAt: 'desc' },
  });
  return sessions.map(({ id, createdAt, seenAt, method, userAgent, ipAddress }) => ({
    id,
    since: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    method: isSignInMethod(method) ? method : 'password',
    device: deviceOf(userAgent ?? ''),
    network: ipAddress === '' ? null : ipAddress,
    current: id === staff.sessionId,
  }));
}

/** Ends one of a person's own sessions. */
export async function endSession(staff: StaffMember, id: string): Promise<void> {
  await database().session.deleteMany({ where: { id, userId: staff.id } });
}

/** Signs a person out everywhere else. */
export async function endOtherSessions(staff: StaffMember): Promise<void> {
  await database().session.deleteMany({ where: { userId: staff.id, id: { not: staff.sessionId } } });
}

/** Ends the request's session, if it has one, and gives the `Set-Cookie` value that forgets it. */
export async function signOut(request: Request): Promise<string> {
  const token = sessionTokenOf(request);
  if (token !== undefined) await database().session.deleteMany({ where: { token } });
  return endedSessionCookie();
}
