import { findStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';
import {
  createStaffAccount,
  type NewStaffAccount,
} from '#app/usecases/accounts/create-staff-account.server.ts';
import { signInAs } from '#app/usecases/accounts/sign-in-as.server.ts';

export const TEST_PASSWORD = 'une phrase assez longue';

/** What a browser sends back of the cookies that it was given. */
export function headersWith(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map(cookie => cookie.split(';')[0]).join('; ') });
}

/** A request of a browser that has these cookies. */
export function requestWith(cookies: readonly string[], path = '/operator'): Request {
  return new Request(`http://localhost:3000${path}`, { headers: headersWith(cookies) });
}

/** Makes an account for a test: a liaison of `maroc-telecom` unless told. */
export function testAccount(account: Partial<NewStaffAccount> & { readonly email: string }): Promise<string> {
  const employer =
    account.role === undefined || account.role === 'liaison' ? { operatorId: 'maroc-telecom' } : {};
  return createStaffAccount({
    name: account.email.split('@')[0] ?? '',
    password: TEST_PASSWORD,
    role: 'liaison',
    language: 'fr',
    ...employer,
    ...account,
  });
}

/** The member of staff behind an account, with a session of her own. */
export async function staffMember(userId: string): Promise<StaffMember> {
  const staff = await findStaff(requestWith(await signInAs(userId)));
  if (staff === null) throw new Error('no session');
  return staff;
}
