import { DESK_ROLES, type DeskRole } from './desk-roles.ts';

/** Why a sign-in at an operator's identity provider was not accepted; texts are in `sso:refused.<reason>`. */
export const SSO_REFUSALS = [
  'no-provider',
  'unreachable',
  'expired',
  'denied',
  'foreign-issuer',
  'wrong-nonce',
  'wrong-audience',
  'not-valid',
  'no-email',
  'unverified-email',
  'other-domain',
  'other-organisation',
  'not-invited',
  'suspended',
  'other-person',
] as const;

export type SsoRefusal = (typeof SSO_REFUSALS)[number];

/** What an identity provider says of a person (OpenID Connect Core, section 5.1). */
export interface IdentityClaims {
  readonly email?: unknown;
  readonly email_verified?: unknown;
}

type EmailVerdict =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly reason: 'no-email' | 'unverified-email' | 'other-domain' };

/** The domain of a mail address in lower case; empty for what is no address. */
export function domainOf(email: string): string {
  return email.includes('@') ? (email.split('@').at(-1) ?? '').toLowerCase() : '';
}

/**
 * Whether an operator's identity provider may vouch for an address: it has to say that it has verified it, and the
 * domain must be one that the regulator has approved for this operator.
 */
export function judgeEmail(claims: IdentityClaims, approved: readonly string[]): EmailVerdict {
  const { email, email_verified: verified } = claims;
  if (typeof email !== 'string' || domainOf(email) === '') return { ok: false, reason: 'no-email' };
  if (verified !== true) return { ok: false, reason: 'unverified-email' };
  if (!approved.includes(domainOf(email))) return { ok: false, reason: 'other-domain' };
  return { ok: true, email: email.trim().toLowerCase() };
}

/** The desk role that the values of a claim stand for: the most that any of them gives; null when none is known. */
export function mappedDeskRole(claim: unknown, map: Readonly<Record<string, DeskRole>>): DeskRole | null {
  const values = Array.isArray(claim) ? claim : [claim];
  const roles = values.flatMap(value =>
    typeof value === 'string' && Object.hasOwn(map, value) ? [map[value]] : [],
  );
  return DESK_ROLES.findLast(role => roles.includes(role)) ?? null;
}

/** A domain as it stands after the @, in lower case, with at least one dot; null for anything else. */
export function readDomain(text: string): string | null {
  const domain = text.trim().toLowerCase().replace(/^@/, '');
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  return domain.length <= 253 && new RegExp(`^(?:${label}\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$`).test(domain)
    ? domain
    : null;
}
