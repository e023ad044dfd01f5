import { staffDraftCookie } from './cookies.server.ts';
import { findStaff, type StaffMember } from './staff-session.server.ts';

/** The token of the draft that the signed-in staff member writes in this browser; null for everybody else. */
export async function staffDraftToken(request: Request, now: Date): Promise<string | null> {
  const kept = await staffDraftCookie.read(request, now);
  if (kept === null) return null;
  const [staffId, token] = kept.split(' ');
  const staff = await findStaff(request);
  return staff !== null && staff.id === staffId ? (token ?? null) : null;
}

/** The `Set-Cookie` header that leads a staff member's browser to a draft, for this visit. */
export function keepStaffDraft(staff: Pick<StaffMember, 'id'>, token: string, until: Date): Promise<string> {
  return staffDraftCookie.setForVisit(`${staff.id} ${token}`, until);
}
