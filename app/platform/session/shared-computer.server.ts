import { createCookie } from 'react-router';
import { env } from '../env.server.ts';
import { caseCookie, draftCookie, receiptCookie, staffDraftCookie, startCookie } from './cookies.server.ts';

/** Says only that the browser stands where others use it, too; gone when the browser is closed. */
function sharedCookie() {
  const secure = env().PUBLIC_URL.startsWith('https:');
  return createCookie('recours_shared', { httpOnly: true, path: '/', sameSite: 'lax', secure });
}

/** Whether the person has said that several people use this computer: nothing is then kept on it. */
export async function isSharedComputer(request: Request): Promise<boolean> {
  return (await sharedCookie().parse(request.headers.get('cookie'))) === true;
}

/** The `Set-Cookie` header of a computer that several people use. */
export function rememberSharedComputer(): Promise<string> {
  return sharedCookie().serialize(true);
}

/** Headers with which a browser forgets everything that this portal has put there. */
export async function forgetEverything(): Promise<Headers> {
  const headers = new Headers({ 'Clear-Site-Data': '"cache", "storage"', 'Cache-Control': 'no-store' });
  for (const cookie of [draftCookie, staffDraftCookie, receiptCookie, caseCookie, startCookie]) {
    headers.append('Set-Cookie', await cookie.clear());
  }
  headers.append('Set-Cookie', await sharedCookie().serialize('', { maxAge: 0 }));
  return headers;
}
