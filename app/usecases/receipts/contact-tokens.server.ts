import { epochMilliseconds, fromEpochMilliseconds } from '#app/domain/shared/plain-date.ts';
import { keyedDigest, randomToken, sha256 } from '#app/platform/crypto.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { ContactToken } from '#app/platform/db/generated/client.ts';

/** How long a link is good, in minutes, by what it is for. */
export const LINK_MINUTES = { 'verify-address': 7 * 24 * 60, 'renew-code': 30 } as const;

export type LinkPurpose = keyof typeof LINK_MINUTES;

const MINUTE = 60_000;

/** Compares addresses without keeping them twice. */
export function emailDigest(email: string): string {
  return keyedDigest('address of a complainant', email.trim().toLowerCase());
}

interface LinkRequest {
  readonly caseId: string;
  readonly email: string;
  readonly purpose: LinkPurpose;
  /** ISO instant. */
  readonly now: string;
}

/** A new one-time token for a case; earlier ones for the same purpose are void. Call it as the system. */
export async function issueToken(tx: Tx, { caseId, email, purpose, now }: LinkRequest): Promise<string> {
  const token = randomToken();
  await tx.contactToken.deleteMany({ where: { caseId, purpose } });
  await tx.contactToken.create({
    data: {
      tokenHash: sha256(token),
      caseId,
      purpose,
      emailDigest: emailDigest(email),
      createdAt: now,
      expiresAt: fromEpochMilliseconds(epochMilliseconds(now) + LINK_MINUTES[purpose] * MINUTE),
    },
  });
  return token;
}

/** Uses a token up: of several that come at once, one gets it. Null when it is spent, unknown or too old. */
export async function takeToken(
  tx: Tx,
  use: { readonly token: string; readonly purpose: LinkPurpose; readonly now: string },
): Promise<ContactToken | null> {
  const where = { tokenHash: sha256(use.token), purpose: use.purpose, expiresAt: { gt: use.now } };
  const found = await tx.contactToken.findFirst({ where });
  if (found === null) return null;
  const { count } = await tx.contactToken.deleteMany({ where });
  return count === 1 ? found : null;
}

/** Whether a link would still work; using it up takes `takeToken`. */
export async function isTokenGood(
  tx: Tx,
  use: { readonly token: string; readonly purpose: LinkPurpose; readonly now: string },
): Promise<boolean> {
  const where = { tokenHash: sha256(use.token), purpose: use.purpose, expiresAt: { gt: use.now } };
  return (await tx.contactToken.count({ where })) > 0;
}
