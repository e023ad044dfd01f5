import { createHmac } from 'node:crypto';
import { sameDigest } from '../crypto.server.ts';
import { env } from '../env.server.ts';
import { authSecret, SESSION_SECONDS } from './auth.server.ts';

function prefix(): string {
  return env().PUBLIC_URL.startsWith('https:') ? '__Secure-recours' : 'recours';
}

function cookieName(): string {
  return `${prefix()}.session_token`;
}

function signatureOf(token: string): string {
  return createHmac('sha256', authSecret()).update(token).digest('base64');
}

/** The value of one cookie of a request, decoded; undefined when it isn't there or can't be decoded. */
function readCookie(headers: Headers, name: string): string | undefined {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (pair.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** The text of a cookie whose signature is ours: better-auth writes "text.signature". */
function signedCookie(headers: Headers, name: string): string | undefined {
  const value = readCookie(headers, name);
  const dot = value?.indexOf('.') ?? -1;
  if (value === undefined || dot < 1) return undefined;
  const token = value.slice(0, dot);
  return sameDigest(value.slice(dot + 1), signatureOf(token)) ? token : undefined;
}

/** The session's token in a request's cookie. */
export function sessionTokenOf(request: Pick<Request, 'headers'>): string | undefined {
  return signedCookie(request.headers, cookieName());
}

/** The name of the sign-in that waits for its second factor. */
export function challengeOf(headers: Headers): string | undefined {
  return signedCookie(headers, `${prefix()}.two_factor`);
}

/** The `Set-Cookie` value that carries a session's token, the same as better-auth writes it. */
export function sessionCookie(token: string): string {
  const secure = env().PUBLIC_URL.startsWith('https:') ? '; Secure' : '';
  const value = encodeURIComponent(`${token}.${signatureOf(token)}`);
  return `${cookieName()}=${value}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** The `Set-Cookie` value that takes the session's token out of the browser. */
export function endedSessionCookie(): string {
  const secure = env().PUBLIC_URL.startsWith('https:') ? '; Secure' : '';
  return `${cookieName()}=; Max-Age=0; Path=/; HttpOnly${secure}; SameSite=Lax`;
}
