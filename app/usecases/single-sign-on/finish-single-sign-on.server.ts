import { authorizationCodeGrant, type IDToken } from 'openid-client';
import { env } from '#app/platform/env.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { singleSignOnCookie } from '#app/platform/session/cookies.server.ts';
import { rememberDevice } from '#app/platform/session/device-cookie.server.ts';
import { sessionCookie } from '#app/platform/session/session-cookie.server.ts';
import { findStaff } from '#app/platform/session/staff-session.server.ts';
import { noteConfirmation } from '../accounts/confirm-person.server.ts';
import { type Admitted, admitPerson } from './admit-person.server.ts';
import { Begun } from './begin-single-sign-on.server.ts';
import { configurationOf, type Provider, providerOf } from './provider.server.ts';
import { refusalFrom, SignOnRefused } from './refusal.server.ts';

/** Seconds since the sign-in at the provider that count as a confirmation. */
const FRESH_SECONDS = 300;

export interface FinishedSignOn {
  readonly cookies: readonly string[];
  readonly next: string | null;
}

interface Answer {
  readonly request: Request;
  /** Network address. */
  readonly address: string;
  readonly now: Date;
}

type BegunSignOn = ReturnType<typeof Begun.parse>;

async function begunBefore({ request, now }: Answer): Promise<BegunSignOn> {
  const kept = await singleSignOnCookie.read(request, now);
  if (kept === null) throw new SignOnRefused('expired');
  return Begun.parse(JSON.parse(kept));
}

/** The claims of an ID token that the certified library has checked: signature, issuer, audience, nonce, times. */
async function checkedClaims(provider: Provider, begun: BegunSignOn, request: Request): Promise<IDToken> {
  const configuration = await configurationOf(provider);
  const { pathname, search, searchParams } = new URL(request.url);
  const issuer = searchParams.get('iss');
  if (issuer !== null && issuer !== configuration.serverMetadata().issuer)
    throw new SignOnRefused('foreign-issuer');
  const tokens = await authorizationCodeGrant(
    configuration,
    new URL(`${pathname}${search}`, env().PUBLIC_URL),
    {
      pkceCodeVerifier: begun.verifier,
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
      ...(begun.confirms !== null && { maxAge: FRESH_SECONDS }),
    },
  );
  const claims = tokens.claims();
  if (claims === undefined) throw new SignOnRefused('not-valid');
  return claims;
}

async function openSession(person: Admitted, { request, address }: Answer): Promise<readonly string[]> {
  const { internalAdapter } = await auth().$context;
  const userAgent = request.headers.get('user-agent') ?? '';
  const told = { method: 'sso', userAgent, ipAddress: address === 'unknown' ? '' : address };
  const session = await internalAdapter.createSession(person.id, false, told);
  if (session === null) throw new SignOnRefused('suspended');
  return [sessionCookie(session.token), await rememberDevice(request.headers, person.email)];
}

/** The same person, in the session that asked. */
async function confirm(person: Admitted, sessionId: string, request: Request): Promise<void> {
  const staff = await findStaff(request);
  if (staff === null || staff.id !== person.id || staff.sessionId !== sessionId)
    throw new SignOnRefused('other-person');
  await noteConfirmation(sessionId);
}

/**
 * Takes what a provider sends back and opens a session, or confirms the open one.
 * @throws SignOnRefused with the reason
 */
export async function finishSingleSignOn(answer: Answer): Promise<FinishedSignOn> {
  const { request, now } = answer;
  try {
    const begun = await begunBefore(answer);
    const provider = await providerOf(begun.operatorId);
    if (provider === null) throw new SignOnRefused('no-provider');
    const person = await admitPerson(provider, await checkedClaims(provider, begun, request), now);
    const done = await singleSignOnCookie.clear();
    if (begun.confirms === null)
      return { cookies: [...(await openSession(person, answer)), done], next: begun.next };
    await confirm(person, begun.confirms, request);
    return { cookies: [done], next: begun.next };
  } catch (error) {
    throw refusalFrom(error);
  }
}
