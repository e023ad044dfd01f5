import { database } from '#app/platform/db/client.server.ts';
import { endedSessionCookie, sessionTokenOf } from '#app/platform/session/session-cookie.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';

export interface OpenSession {
  readonly id: string;
  /** ISO instant. */
  readonly since: string;
  readonly browser: string | null;
  readonly current: boolean;
}

/** Where a person is signed in, newest first. */
export async function listSessions(staff: StaffMember, now: Date): Promise<readonly OpenSession[]> {
  const sessions = await database().session.findMany({
    where: { userId: staff.id, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
  });
  return sessions.map(({ id, createdAt, userAgent }) => ({
    id,
    since: createdAt.toISOString(),
    browser: userAgent,
    current: id === staff.sessionId,
  }));
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
