import { createHmac } from 'node:crypto';
import { sameDigest } from '../crypto.server.ts';
import { env } from '../env.server.ts';
import { authSecret, SESSION_SECONDS } from './auth.server.ts';

function cookieName(): string {
  return `${env().PUBLIC_URL.startsWith('https:') ? '__Secure-' : ''}recours.session_token`;
}

function signatureOf(token: string): string {
  return createHmac('sha256', authSecret()).update(token).digest('base64');
}

/** The value of one cookie of a request, decoded; undefined when it isn't there or can't be decoded. */
function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
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

/** The session's token in a request's cookie, if its signature is ours: better-auth writes "token.signature". */
export function sessionTokenOf(request: Request): string | undefined {
  const value = readCookie(request, cookieName());
  const dot = value?.indexOf('.') ?? -1;
  if (value === undefined || dot < 1) return undefined;
  const token = value.slice(0, dot);
  return sameDigest(value.slice(dot + 1), signatureOf(token)) ? token : undefined;
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
