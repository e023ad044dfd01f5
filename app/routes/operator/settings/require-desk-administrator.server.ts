import { data } from 'react-router';
import { requireStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';

/** A liaison who manages her operator's people and settings. */
export interface DeskAdministrator extends StaffMember {
  readonly role: 'liaison';
  readonly organisation: string;
  readonly deskRole: 'administrator';
}

function isDeskAdministrator(staff: StaffMember): staff is DeskAdministrator {
  return staff.role === 'liaison' && staff.organisation !== null && staff.deskRole === 'administrator';
}

/**
 * The liaison who may change the operator's settings.
 * @throws a redirect to the sign-in page when nobody is signed in, and an answer 403 for everybody else
 */
export async function requireDeskAdministrator(request: Request): Promise<DeskAdministrator> {
  const staff = await requireStaff(request, 'operator');
  if (!isDeskAdministrator(staff)) throw data({ code: 'forbidden' }, { status: 403 });
  return staff;
}
