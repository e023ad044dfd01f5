import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { z } from 'zod';
import type { SsoRefusal } from '#app/domain/access/single-sign-on.ts';
import { PostFailed } from '#app/platform/webhooks/guarded-post.server.ts';

/** A sign-in at an identity provider that was not accepted, with the reason that its page tells. */
export class SignOnRefused extends Error {
  override readonly name = 'SignOnRefused';
  readonly reason: SsoRefusal;

  constructor(reason: SsoRefusal, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const Compared = z.object({ claim: z.string() });

const BY_CLAIM: Readonly<Record<string, SsoRefusal>> = {
  iss: 'foreign-issuer',
  nonce: 'wrong-nonce',
  aud: 'wrong-audience',
  azp: 'wrong-audience',
};

/** The claim that a check failed on: the library says it at the end of a chain of causes. */
function claimIn(error: unknown): string | undefined {
  const compared = Compared.safeParse(error);
  if (compared.success) return compared.data.claim;
  return error instanceof Error ? claimIn(error.cause) : undefined;
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof PostFailed) return true;
  return error instanceof Error && error.cause !== undefined && isUnreachable(error.cause);
}

function isOfLibrary(error: unknown): boolean {
  return [ClientError, ResponseBodyError, WWWAuthenticateChallengeError].some(kind => error instanceof kind);
}

/** What the certified library found wrong, as a reason of ours; anything else is a fault and stays what it is. */
export function refusalFrom(error: unknown): unknown {
  if (error instanceof AuthorizationResponseError) return new SignOnRefused('denied', error);
  if (isUnreachable(error)) return new SignOnRefused('unreachable', error);
  if (!isOfLibrary(error)) return error;
  return new SignOnRefused(BY_CLAIM[claimIn(error) ?? ''] ?? 'not-valid', error);
}
