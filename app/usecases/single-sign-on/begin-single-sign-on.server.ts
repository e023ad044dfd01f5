import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { domainOf } from '#app/domain/access/single-sign-on.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { singleSignOnCookie } from '#app/platform/session/cookies.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import {
  callbackAddress,
  configurationOf,
  operatorOfDomain,
  type Provider,
  providerOf,
} from './provider.server.ts';
import { refusalFrom, SignOnRefused } from './refusal.server.ts';

/** Each may ask a provider for its metadata. */
const FROM_PLACE: RateLimit = { name: 'sso', points: 60, seconds: 15 * 60 };

const MINUTES = 10;

/** What the answer is compared with; sealed in the browser's cookie. */
export const Begun = z.object({
  operatorId: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().nullable(),
  /** The session that is only to be confirmed; null for a sign-in. */
  confirms: z.string().nullable(),
});

type BegunSignOn = z.infer<typeof Begun>;

interface Wish {
  /** The address that was typed; not needed to confirm an open session. */
  readonly email: string;
  /** Who is signed in and only confirms to be herself. */
  readonly staff: StaffMember | null;
  readonly next: string | null;
  /** Network address. */
  readonly address: string;
}

async function wishedProvider({ email, staff }: Wish): Promise<Provider> {
  const operatorId = staff === null ? await operatorOfDomain(domainOf(email.trim())) : staff.organisation;
  const provider = operatorId === null ? null : await providerOf(operatorId);
  if (provider === null) throw new SignOnRefused('no-provider');
  return provider;
}

async function authorizationAddress(provider: Provider, begun: BegunSignOn, email: string): Promise<string> {
  const configuration = await configurationOf(provider);
  const parameters: Record<string, string> = {
    redirect_uri: callbackAddress(),
    scope: 'openid email profile',
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  };
  if (email !== '') parameters.login_hint = email;
  if (begun.confirms !== null) Object.assign(parameters, { prompt: 'login', max_age: '0' });
  return buildAuthorizationUrl(configuration, parameters).href;
}

/**
 * Leads a person to her organisation's sign-in.
 * @returns its address, and the cookie with which the answer is compared
 * @throws SignOnRefused; AppError `too-many-requests`
 */
export async function beginSingleSignOn(
  wish: Wish,
): Promise<{ readonly address: string; readonly cookie: string }> {
  await spendAttempt(FROM_PLACE, sha256(wish.address));
  const provider = await wishedProvider(wish);
  const begun: BegunSignOn = {
    operatorId: provider.operatorId,
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    next: wish.next,
    confirms: wish.staff?.sessionId ?? null,
  };
  try {
    const address = await authorizationAddress(provider, begun, wish.email.trim());
    const until = Temporal.Now.instant().add({ minutes: MINUTES });
    const cookie = await singleSignOnCookie.set(JSON.stringify(begun), new Date(until.epochMilliseconds));
    return { address, cookie };
  } catch (error) {
    throw refusalFrom(error);
  }
}
