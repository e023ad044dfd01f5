import { data, redirect } from 'react-router';
import { type Area, mayEnter } from '#app/domain/access/areas.ts';
import { type DeskRole, deskRoleOf } from '#app/domain/access/desk-roles.ts';
import { type Actor, isRole, type Role } from '#app/domain/case/states.ts';
import { isLanguage, type Language } from '#app/domain/shared/language.ts';
import { database } from '../db/client.server.ts';
import { giveBackTexts } from '../http/unsent-texts.server.ts';
import { sessionTokenOf } from './session-cookie.server.ts';
import { isSignInMethod, type SignInMethod } from './sign-in-methods.server.ts';

/** Who is signed in: an actor for `withActor`, with what pages say of the person. */
export interface StaffMember extends Actor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language | null;
  /** The operator's name for liaisons. */
  readonly organisationName: string | null;
  /** What a liaison may do at the operator's desk; null for the regulator's staff. */
  readonly deskRole: DeskRole | null;
  readonly secondFactor: boolean;
  readonly sessionId: string;
  readonly method: SignInMethod;
  /** Seconds since the person last proved to be herself in this session. */
  readonly confirmedAgo: number;
  /** The password is known to others: nothing opens before it is changed. */
  readonly mustChangePassword: boolean;
}

interface SessionRow {
  readonly session_id: string;
  readonly method: string;
  readonly confirmed_ago: number;
  readonly unseen: boolean;
  readonly must_change_password: boolean;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly operator_id: string | null;
  readonly operator_name: string | null;
  readonly language: string;
  readonly desk_role: string;
  readonly two_factor_enabled: boolean | null;
}

function memberFrom(row: SessionRow, role: Role): StaffMember {
  return {
    role,
    id: row.id,
    name: row.name,
    organisation: role === 'liaison' ? row.operator_id : null,
    email: row.email,
    language: isLanguage(row.language) ? row.language : null,
    organisationName: row.operator_name,
    deskRole: role === 'liaison' ? deskRoleOf(row.desk_role) : null,
    secondFactor: row.two_factor_enabled === true,
    sessionId: row.session_id,
    method: isSignInMethod(row.method) ? row.method : 'password',
    confirmedAgo: row.confirmed_ago,
    mustChangePassword: row.must_change_password,
  };
}

/** Once a minute, so that the list of sessions tells which is in use. */
async function noteSeen(sessionId: string): Promise<void> {
  await database().$executeRaw`UPDATE "session" SET seen_at = now() WHERE id = ${sessionId}`;
}

/**
 * The signed-in staff member behind a request, or null; one query by the session's unique token. Role and
 * organisation are read anew each time, so a changed or ended account takes effect at once.
 */
export async function findStaff(request: Request): Promise<StaffMember | null> {
  const token = sessionTokenOf(request);
  if (token === undefined) return null;
  const [row] = await database().$queryRaw<SessionRow[]>`
    SELECT s.id AS session_id, s.method, extract(epoch FROM now() - s.confirmed_at)::float8 AS confirmed_ago,
      s.seen_at < now() - interval '1 minute' AS unseen,
      u.must_change_password, u.id, u.name, u.email, u.role, u.operator_id, o.name AS operator_name, u.language,
      u.desk_role, u.two_factor_enabled
    FROM "session" s JOIN "user" u ON u.id = s.user_id LEFT JOIN "operator" o ON o.id = u.operator_id
    WHERE s.token = ${token} AND s.expires_at > now() AND u.suspended_at IS NULL`;
  if (row === undefined || !isRole(row.role)) return null;
  if (row.role === 'liaison' && row.operator_id === null) return null;
  if (row.unseen) await noteSeen(row.session_id);
  return memberFrom(row, row.role);
}

/**
 * The staff member who may enter `area`.
 * @throws a redirect to the sign-in page (or the texts of a form that was sent) when nobody is signed in, or to the new
 * password where one is due; an answer 403 for who may not enter
 */
export async function requireStaff(request: Request, area?: Area): Promise<StaffMember> {
  const staff = await findStaff(request);
  if (staff === null) {
    await giveBackTexts(request, '/sign-in');
    throw redirect(signInAddress(request));
  }
  if (staff.mustChangePassword && !mayBeOpened(request)) throw redirect('/account/password');
  if (area !== undefined && !mayEnter(staff.role, area)) throw data({ code: 'forbidden' }, { status: 403 });
  return staff;
}

/** With a password that others know, only a new one can be set. */
function mayBeOpened(request: Request): boolean {
  return ['/account/password', '/step-up'].includes(new URL(request.url).pathname);
}

/** The sign-in page, coming back to what was asked for; a form that was sent can't be sent again from there. */
function signInAddress(request: Request): string {
  if (request.method !== 'GET') return '/sign-in';
  const { pathname, search } = new URL(request.url);
  return `/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`;
}
